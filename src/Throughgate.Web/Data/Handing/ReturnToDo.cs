using Throughgate.Domain.Returns.Handing;
using Throughgate.Domain.Time;

namespace Throughgate.Web.Data.Handing;

/// <summary>The return of the quarter that ended last, while it is not handed in: Today and the digest remind of it (RET-5).</summary>
/// <param name="State">Without checks: draft, submitted, sent back, or handed in with a correction that waits.</param>
public sealed record ReturnToDo(FinancialQuarter Quarter, ReturnState State, Lateness Late, string Path)
{
    /// <summary>Null where it is handed in and nothing waits.</summary>
    /// <param name="recordsSince">The scheme's first day of recording here.</param>
    public static ReturnToDo? Of(string scheme, FinancialQuarter quarter, Standing? standing, DateOnly today, DateOnly? recordsSince)
    {
        var state = standing?.State("") ?? ReturnState.Draft;
        DateOnly? on = standing?.FirstHandedIn is { } at ? DateOnly.FromDateTime(London.Civil(at)) : null;
        return state == ReturnState.HandedIn
            ? null
            : new(quarter, state, Lateness.Of(quarter, on, today, recordsSince), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/figures/return/{scheme}/{quarter.Year}/{quarter.Number}"));
    }
}
