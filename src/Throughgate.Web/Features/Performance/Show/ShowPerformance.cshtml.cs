using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Figures;
using Throughgate.Web.Access;
using Throughgate.Web.Features.Performance.Write;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Pictures;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Performance.Show;

/// <summary>Figures of performance (PER-1): five questions in plain words, then every measure, each with its definition and its people.</summary>
[Needs(Permission.SeeReturn, Or = [Permission.SeeCounts])]
public sealed class ShowPerformancePage(Actor actor, AskFigures ask, Seen seen, London london, Words words) : PageModel
{
    private static readonly Theme[] Tables = [Theme.TakeUp, Theme.Homes, Theme.Gate, Theme.Learning, Theme.Lasting, Theme.Change, Theme.Planning, Theme.Caseload, Theme.Now, Theme.Then];

    public Answered? Answered { get; private set; }

    public IReadOnlyList<Level> Levels { get; private set; } = [];

    /// <summary>What was asked for as it was written, to be put right.</summary>
    public (string? Of, string? By, string? On, string? To) Asked { get; private set; }

    public string? Problem { get; private set; }

    public DateOnly Today { get; } = london.Today;

    public FigureInWords Said { get; } = new(words);

    public bool MayExport => actor.May(Permission.Export);

    public bool SeesBriefing => actor.May(Permission.SeeBriefing);

    public bool SeesNation => actor.May(Permission.SeeNation);

    public bool SeesReturn => actor.May(Permission.SeeReturn);

    /// <summary>Whole financial years that are over, newest first: what somebody may choose who may not open the people.</summary>
    public IEnumerable<PeriodAsked> Years
    {
        get
        {
            var year = FinancialQuarter.OfDay(Today).StartYear;
            return Enumerable.Range(1, 10).Select(back => PeriodAsked.Year(new FinancialQuarter(year - back, 1)));
        }
    }

    /// <summary>The measures of a table, in the register's order.</summary>
    public IEnumerable<(Theme Theme, IReadOnlyList<Measure> Measures)> Themes =>
        Tables.Select(t => (t, (IReadOnlyList<Measure>)[.. Answered!.Measures.Where(m => m.Theme == t && (m.Shape is Shape.Share or Shape.Amount))])).Where(t => t.Item2.Count > 0);

    public async Task<IActionResult> OnGetAsync(string? of, string? by, string? on, string? to, CancellationToken cancel)
    {
        Asked = (of, by, on, to);
        Answered = await ask.RunAsync(of, by, on, to, null, cancel);
        if (Answered is not null)
        {
            Levels = Answered.Levels;
            return Page();
        }

        Levels = await ask.LevelsAsync(cancel);
        if (Levels.Count == 0 || (!string.IsNullOrEmpty(of) && Levels.All(l => l.Code != of)))
        {
            return NotFound();
        }

        Problem = SeesReturn
            ? words["Choose a kind of period, and days such as 2010-04-01; the last day is not before the first"]
            : words["Choose a whole financial year that is over"];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    [Needs(Permission.Export, Or = [Permission.SeeCounts])]
    [Fresh("What leaves the program is out of its hands")]
    public Task<IActionResult> OnGetCsvAsync(string? of, string? by, string? on, string? to, CancellationToken cancel) =>
        DownloadAsync(of, by, on, to, "csv", "text/csv; charset=utf-8", FiguresCsv.Text, cancel);

    [Needs(Permission.Export, Or = [Permission.SeeCounts])]
    [Fresh("What leaves the program is out of its hands")]
    public Task<IActionResult> OnGetJsonAsync(string? of, string? by, string? on, string? to, CancellationToken cancel) =>
        DownloadAsync(of, by, on, to, "json", "application/json", a => FiguresJson.Text(a), cancel);

    [Needs(Permission.Export, Or = [Permission.SeeCounts])]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string? of, string? by, string? on, string? to, string? file, CancellationToken cancel) =>
        await ask.RunAsync(of, by, on, to, null, cancel) is { } answered ? this.Take(new FiguresBook(words).Of(answered), file, seen, words) : NotFound();

    public IReadOnlyList<TrendPoint> Points(Measure measure) =>
        [.. Answered!.TrendOf(measure).Zip(Answered.Trend, (shown, days) => new TrendPoint(When(days), shown.Share, Said.Value(shown), shown.Told))];

    /// <summary>Apr–Jun 10, or 2010-11 for a year.</summary>
    public string When(DateRange days) => TrendWords.When(days, words);

    /// <summary>The parts of a spread or a funnel as bars.</summary>
    public IReadOnlyList<Bar> Bars(Shown figure) => TrendWords.Bars(figure, words, null);

    private async Task<IActionResult> DownloadAsync(string? of, string? by, string? on, string? to, string kind, string type, Func<Answered, string> text, CancellationToken cancel)
    {
        if (await ask.RunAsync(of, by, on, to, null, cancel) is not { } answered)
        {
            return NotFound();
        }

        var name = $"figures-{answered.Level.Code.Replace(':', '-')}-{PeriodAsked.Text(answered.Period.Days.From)}-{PeriodAsked.Text(answered.Period.Days.To!.Value)}.{kind}";
        seen.Exported(name);
        return File(Encoding.UTF8.GetBytes(text(answered)), type, name);
    }
}
