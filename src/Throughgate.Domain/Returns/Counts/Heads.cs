using static Throughgate.Domain.Returns.Counts.Suppression;

namespace Throughgate.Domain.Returns.Counts;

/// <summary>The figures at the head of a return, and which of them may be shown to somebody who may not open the people (INF-6).</summary>
internal sealed record Heads(
    bool ShowReleased,
    bool ShowStarted,
    bool ShowCommunity,
    bool ShowCompleting,
    int Completing,
    SafeTable Table
)
{
    public static Heads Of(QuarterlyReturn figures)
    {
        var released = figures.I1.Total(Tables.Released).Value;
        var started = figures.I1.Total(Tables.ReleasedStarted).Value;
        var before = figures.StartedBefore.Value;
        var community = figures.I1.Total(Tables.CommunityStarted).Value;
        var completing = figures.Find("I4", "", Tables.Completing)!.Value;
        var fullTime = figures.Find("I4", "", Tables.InFullTimeEte)!.Value;
        var notCounted = figures.ClosedNotCounted.Value;

        // Released falls into started, started before and neither: one small part hides the other two as well.
        var showReleased = !IsSmall(released);
        var showStarted = showReleased && !IsSmall(started) && !IsSmall(before) && !IsSmall(released - started - before) && !IsSmall(released - started);
        var showCompleting = !IsSmall(completing);
        var showFullTime = showCompleting && !IsSmall(fullTime) && !IsSmall(completing - fullTime);
        var table = new SafeTable(
            Totals,
            [
                Tables.Released,
                Tables.ReleasedStarted,
                Tables.StartedBefore,
                Tables.CommunityStarted,
                Tables.Completing,
                Tables.InFullTimeEte,
                Tables.ClosedNotCounted,
            ],
            [
                new(
                    "",
                    [
                        Shown(showReleased, released),
                        Shown(showStarted, started),
                        Shown(showStarted, before),
                        Shown(!IsSmall(community), community),
                        Shown(showCompleting, completing),
                        Shown(showFullTime, fullTime),
                        Shown(!IsSmall(notCounted), notCounted),
                    ]
                ),
            ]
        );
        return new(showReleased, showStarted, !IsSmall(community), showCompleting, completing, table);
    }
}
