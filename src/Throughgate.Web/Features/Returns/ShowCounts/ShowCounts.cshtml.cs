using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Counts;
using Throughgate.Web.Access;
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
public sealed class ShowCountsPage(ReckonReturn reckon, CountsFor counts, Seen seen, Words words) : PageModel
{
    public ReturnAddress Address { get; private set; } = null!;

    public SafeReturn Safe { get; private set; } = null!;

    public IReadOnlyList<FormTable> Forms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, CancellationToken cancel)
    {
        if (ReturnAddress.Read(scheme, year, quarter) is not { } address || !(await counts.SchemesAsync(cancel)).Contains(scheme))
        {
            return NotFound();
        }

        Address = address;
        Safe = Suppression.Of(await reckon.RunAsync(Questions.Of(scheme, address.Quarter, Reading.InPeriod), cancel), Sums.GroupOf);
        Forms = [.. Safe.Breakdowns.Select(Form).Prepend(Heads())];
        return Page();
    }

    [Needs(Permission.SeeCounts)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string scheme, string year, string quarter, string? file, CancellationToken cancel) =>
        await OnGetAsync(scheme, year, quarter, cancel) is PageResult
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
