using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Features.Returns.Hand;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Returns.Late;

/// <summary>Who handed in a quarter's return, and who is late: states and days, never a figure (RET-5). For whoever sees counts of several schemes.</summary>
[Needs(Permission.SeeCounts)]
public sealed class WhoHandedInPage(HandedInOfQuarter handedIn, London london, Seen seen, Words words) : PageModel
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

        (Schemes, Elsewhere) = await handedIn.RunAsync(Quarter, cancel);
        return Page();
    }

    [Needs(Permission.SeeCounts)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string? quarter, string? file, CancellationToken cancel)
    {
        await OnGetAsync(quarter, cancel);
        var say = new HandingWords(words);
        var table = new Sheet(
            words["Who has handed in"],
            [new(words["Scheme"], Kind.Text), new(words["Where it stands"], Kind.Text), new(words["In time?"], Kind.Text), new(words["Handed in on"], Kind.Date, words["The day of the first signature"]), new(words["Versions"], Kind.Whole)],
            [.. Schemes.Select(s => (IReadOnlyList<object?>)[s.Name, say.State(s.State), say.Late(s.Late), s.HandedInOn, s.Versions])]
        );
        return this.Take(new($"handed-in-{Quarter.Year}-q{Quarter.Number}", $"{words["Who has handed in"]}: {new Said(words).Quarter(Quarter)}", [table]), file, seen, words);
    }
}
