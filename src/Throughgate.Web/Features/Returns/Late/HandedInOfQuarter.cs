using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Handing;

namespace Throughgate.Web.Features.Returns.Late;

/// <summary>One scheme's return of a quarter: where it stands and whether it is in time. No figure.</summary>
public sealed record SchemeStanding(string Scheme, string Name, ReturnState State, Lateness Late, DateOnly? HandedInOn, int Versions);

/// <summary>Of the schemes whose counts the reader sees: who handed in a quarter's return, and who is late (RET-5).</summary>
public sealed class HandedInOfQuarter(CountsFor counts, ReturnBook book, London london)
{
    /// <summary>
    /// Of whom the return is asked here: the latest first, then those that wait, then those that are in. Apart, the names of those that did not record here yet
    /// when the quarter ended, or never did: nobody asks them here.
    /// </summary>
    public async Task<(IReadOnlyList<SchemeStanding> Asked, IReadOnlyList<string> Elsewhere)> RunAsync(FinancialQuarter quarter, CancellationToken cancel)
    {
        var schemes = await counts.SchemesAsync(cancel);
        var standings = await book.StandingsAsync([.. schemes], [quarter], cancel);
        var since = await book.RecordsSinceAsync([.. schemes], cancel);
        var all = schemes.Select(s => Of(s, quarter, standings.GetValueOrDefault((s, quarter)), since.TryGetValue(s, out var on) ? on : null)).OrderBy(s => s.Name, StringComparer.Ordinal).ToLookup(s => s.Late.Is == Timeliness.BeforeRecording && s.State == ReturnState.Draft);
        return ([.. all[false].OrderByDescending(s => s.Late.Is == Timeliness.Overdue).ThenBy(s => s.HandedInOn is not null)], [.. all[true].Select(s => s.Name)]);
    }

    private SchemeStanding Of(string scheme, FinancialQuarter quarter, Standing? standing, DateOnly? recordsSince)
    {
        DateOnly? on = standing?.FirstHandedIn is { } at ? DateOnly.FromDateTime(London.Civil(at)) : null;
        return new(scheme, Reference.Instance.Schemes[scheme].Name, standing?.State("") ?? ReturnState.Draft, Lateness.Of(quarter, on, london.Today, recordsSince), on, standing?.Versions.Count ?? 0);
    }
}
