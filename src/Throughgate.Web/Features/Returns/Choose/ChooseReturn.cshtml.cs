using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.Choose;

/// <summary>The figures' first page: which quarter's return, and for somebody who sees counts only, of which scheme.</summary>
[Needs(Permission.SeeReturn, Or = [Permission.SeeCounts])]
public sealed class ChooseReturnPage(Actor actor, CountsFor counts, ReturnBook book, London london, Words words) : PageModel
{
    private const int Recent = 6;

    public DateOnly Today { get; } = london.Today;

    /// <summary>The scheme of whoever asks; null for somebody who has to choose one.</summary>
    public string? Own => actor.May(Permission.SeeReturn) ? actor.Scheme : null;

    /// <summary>This quarter and those before it, newest first.</summary>
    public IReadOnlyList<FinancialQuarter> Quarters { get; private set; } = [];

    /// <summary>Where each of them stands; nothing for one that nobody submitted.</summary>
    public IReadOnlyDictionary<FinancialQuarter, Standing> Standings { get; private set; } = new Dictionary<FinancialQuarter, Standing>();

    /// <summary>The return that is to be handed in now, for those who do.</summary>
    public ReturnToDo? ToDo { get; private set; }

    /// <summary>The account belongs to nothing that has figures, yet.</summary>
    public bool SeesNothing => Own is null && Schemes.Count == 0;

    public bool SeesBriefing => actor.May(Permission.SeeBriefing);

    public bool SeesReviews => actor.May(Permission.SeeReturn) || SeesNation;

    public bool MakesExtracts => actor.May(Permission.MakeExtract);

    public bool SeesNation => actor.May(Permission.SeeNation);

    public bool SeesSeveral => Schemes.Count > 1;

    public ReturnState StateOf(FinancialQuarter quarter) => Standings.TryGetValue(quarter, out var standing) ? standing.State("") : ReturnState.Draft;

    public Lateness LateOf(FinancialQuarter quarter) =>
        Lateness.Of(quarter, Standings.GetValueOrDefault(quarter)?.FirstHandedIn is { } at ? DateOnly.FromDateTime(London.Civil(at)) : null, Today, _recordsSince);

    private DateOnly? _recordsSince;

    /// <summary>Those whose counts the reader may see, by name.</summary>
    public IReadOnlyList<SchemeEntry> Schemes { get; private set; } = [];

    public string? Scheme { get; private set; }

    public string? Year { get; private set; }

    public string? Quarter { get; private set; }

    public string? Problem { get; private set; }

    public IEnumerable<string> Years => Enumerable.Range(2008, Today.Year - 2007).Select(y => new FinancialQuarter(y, 1).Year).Reverse();

    /// <summary>Without a choice the page itself; with one, on to that return.</summary>
    public async Task<IActionResult> OnGetAsync(string? scheme, string? year, string? quarter, string? choose, CancellationToken cancel)
    {
        var theirs = await counts.SchemesAsync(cancel);
        if (Own is null && year is null && quarter is null && choose is null && theirs.Count > 0)
        {
            // Whoever sees counts alone comes for what they say, not for a form.
            return LocalRedirect("/figures/performance");
        }

        Schemes = [.. Reference.Instance.Schemes.Values.Where(s => theirs.Contains(s.Value)).OrderBy(s => s.Name, StringComparer.Ordinal)];
        var now = FinancialQuarter.OfDay(Today);
        var quarters = new List<FinancialQuarter> { now };
        while (quarters.Count < Recent)
        {
            quarters.Add(quarters[^1].Previous);
        }

        if (Own is null)
        {
            // Counts are shown of years that are over.
            now = new(now.StartYear - 1, 4);
        }

        (Quarters, Scheme, Year, Quarter) = (quarters, Own ?? scheme, year ?? now.Year, quarter ?? now.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (year is null && quarter is null)
        {
            if (Own is { } own)
            {
                Standings = (await book.StandingsAsync([own], quarters, cancel)).ToDictionary(s => s.Key.Quarter, s => s.Value);
                _recordsSince = (await book.RecordsSinceAsync([own], cancel)).TryGetValue(own, out var since) ? since : null;
                ToDo = actor.May(Permission.HandInReturn) ? ReturnToDo.Of(own, now.Previous, Standings.GetValueOrDefault(now.Previous), Today, _recordsSince) : null;
            }

            return Page();
        }

        if (ReturnAddress.Read(Scheme ?? "", Year, Quarter) is { } address)
        {
            return LocalRedirect(Own is null ? address.Counts : address.Page);
        }

        Problem = Own is null && !theirs.Contains(Scheme ?? "")
            ? words["Choose a scheme from the list"]
            : words["Choose a year such as 2010-11 and a quarter from 1 to 4"];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
