using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Handing;

namespace Throughgate.Web.Features.Returns.Late;

/// <summary>One scheme's return of a quarter: where it stands and whether it is in time. No figure.</summary>
public sealed record SchemeStanding(string Scheme, string Name, ReturnState State, Lateness Late, DateOnly? HandedInOn, int Versions);

/// <summary>Who handed in a quarter's return, and who is late: states and days, never a figure (RET-5). For whoever sees counts of several schemes.</summary>
[Needs(Permission.SeeCounts)]
public sealed class WhoHandedInPage(CountsFor counts, ReturnBook book, London london) : PageModel
{
    private const int Recent = 8;

    public DateOnly Today { get; } = london.Today;

    public FinancialQuarter Quarter { get; private set; }

    /// <summary>Those that can be chosen, newest first.</summary>
    public IReadOnlyList<FinancialQuarter> Quarters { get; private set; } = [];

    /// <summary>Of whom the return is asked here: the latest first, then those that wait, then those that are in.</summary>
    public IReadOnlyList<SchemeStanding> Schemes { get; private set; } = [];

    /// <summary>Names of those that did not record here yet when the quarter ended, or never did: nobody asks them here.</summary>
    public IReadOnlyList<string> Elsewhere { get; private set; } = [];

    public static string Address(FinancialQuarter quarter) => $"/figures/handed-in?quarter={quarter.Year}-{quarter.Number}";

    public async Task<IActionResult> OnGetAsync(string? quarter, CancellationToken cancel)
    {
        var last = FinancialQuarter.OfDay(Today).Previous;
        Quarters = [.. Enumerable.Range(0, Recent).Aggregate(new List<FinancialQuarter>(), (all, _) => [.. all, all.Count == 0 ? last : all[^1].Previous])];
        Quarter = last;
        if (quarter is { Length: > 2 } && FinancialQuarter.TryParse(quarter[..^2], quarter[^1..], out var asked, out _))
        {
            Quarter = asked;
        }

        var schemes = await counts.SchemesAsync(cancel);
        var standings = await book.StandingsAsync([.. schemes], [Quarter], cancel);
        var since = await book.RecordsSinceAsync([.. schemes], cancel);
        var all = schemes.Select(s => Of(s, standings.GetValueOrDefault((s, Quarter)), since.TryGetValue(s, out var on) ? on : null)).OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
        Elsewhere = [.. all.Where(s => s.Late.Is == Timeliness.BeforeRecording && s.State == ReturnState.Draft).Select(s => s.Name)];
        Schemes =
        [
            .. all
                .Where(s => !Elsewhere.Contains(s.Name))
                .OrderByDescending(s => s.Late.Is == Timeliness.Overdue)
                .ThenBy(s => s.HandedInOn is not null),
        ];
        return Page();
    }

    private SchemeStanding Of(string scheme, Standing? standing, DateOnly? recordsSince)
    {
        DateOnly? on = standing?.FirstHandedIn is { } at ? DateOnly.FromDateTime(London.Civil(at)) : null;
        return new(scheme, Reference.Instance.Schemes[scheme].Name, standing?.State("") ?? ReturnState.Draft, Lateness.Of(Quarter, on, Today, recordsSince), on, standing?.Versions.Count ?? 0);
    }
}
