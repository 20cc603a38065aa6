using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Counts;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Performance;
using Throughgate.Web.Features.Returns.Reckon;
using Throughgate.Web.Features.Returns.Show;
using Throughgate.Web.Features.Returns.Write;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Returns.ShowCounts;

/// <summary>
/// A scheme's return as counts for somebody who may not open the people (INF-6). The page is handed numbers only, already made safe, and by
/// one reading: nothing else of the return reaches it.
/// </summary>
[Needs(Permission.SeeCounts)]
public sealed class ShowCountsPage(ReckonReturn reckon, AskFigures ask, CountsFor counts, Seen seen, London london, Words words) : PageModel
{
    public ReturnAddress Address { get; private set; } = null!;

    /// <summary>The first day on which the year's counts are shown: a quarter that runs would grow by one young person at a time, and a year that is not over would be taken apart by its quarters.</summary>
    public DateOnly From => new(Address.Quarter.StartYear + 1, 4, 1);

    public bool IsRunning => london.Today < From;

    public SafeReturn Safe { get; private set; } = null!;

    public IReadOnlyList<FormTable> Forms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, CancellationToken cancel)
    {
        if (ReturnAddress.Read(scheme, year, quarter) is not { } address || !(await counts.SchemesAsync(cancel)).Contains(scheme))
        {
            return NotFound();
        }

        Address = address;
        if (IsRunning)
        {
            return Page();
        }

        var quarters = new List<QuarterlyReturn>();
        for (var number = 1; number <= 4; number++)
        {
            quarters.Add(await reckon.RunAsync(Questions.Of(scheme, new FinancialQuarter(address.Quarter.StartYear, number), Reading.InPeriod), cancel));
        }

        Safe = CountsOfYear.Of(quarters, Sums.GroupOf, await ask.PublishedAsync(scheme, PeriodAsked.Year(address.Quarter).Days, cancel))[address.Quarter.Number - 1];
        Forms = [.. Safe.Breakdowns.Select(Form).Prepend(Heads())];
        return Page();
    }

    [Needs(Permission.SeeCounts)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string scheme, string year, string quarter, string? file, CancellationToken cancel) =>
        await OnGetAsync(scheme, year, quarter, cancel) is PageResult && !IsRunning
            ? this.Take(new ReturnTables(words).Of(Address, $"counts-{scheme}-{Address.Quarter.Year}-q{Address.Quarter.Number}", Forms), file, seen, words)
            : NotFound();

    private FormTable Heads()
    {
        var said = new Said(words);
        var rows = Safe.Heads.Columns.Select((c, i) => new FormRow(said.Measure(c), [new(Safe.Heads.Rows[0].Counts[i], null)]));
        return new(words["Totals"], [], [words["Total"]], [new("", [.. rows])]);
    }

    /// <summary>As on the form: rows are measures, and for Asset the sections.</summary>
    private FormTable Form(SafeTable table)
    {
        var said = new Said(words);
        if (table.Code == "I5")
        {
            var sections = table.Rows.Select(r => new FormRow(said.Row("I5", r.Key), [.. r.Counts.Select(c => new FormCell(c, null))]));
            return new(said.Table("I5"), [], [.. table.Columns.Select(c => said.Measure(c))], [new("", [.. sections])]);
        }

        var measures = table.Columns.Select((c, i) => new FormRow(said.Measure(c), [.. table.Rows.Select(r => new FormCell(r.Counts[i], null))]));
        return new(Caption(table.Code, said), [], [.. table.Rows.Select(r => said.Row(TableOf(table.Code), r.Key))], [new("", [.. measures])]);
    }

    private string Caption(string code, Said said) =>
        code switch
        {
            Suppression.Gender => words["Starting, by gender"],
            Suppression.Age => words["Starting, by age"],
            Suppression.EthnicGroup => words["Starting, by ethnic group"],
            _ => said.Table(code),
        };

    private static string TableOf(string code) =>
        code switch
        {
            Suppression.Gender or Suppression.Age => "I1",
            Suppression.EthnicGroup => "I2",
            _ => code,
        };
}
