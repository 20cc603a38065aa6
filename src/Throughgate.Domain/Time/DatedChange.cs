namespace Throughgate.Domain.Time;

/// <summary>One value of something that changes, and the day from which the value was known.</summary>
/// <param name="Value">The value; null where it became unknown again.</param>
/// <param name="KnownFrom">First day on which somebody looking would have seen this value.</param>
public readonly record struct DatedChange(DateOnly? Value, DateOnly KnownFrom);

public static class DatedChanges
{
    /// <summary>
    /// The value known on <paramref name="day"/>: the last change known from that day or before. Before the first change was known the
    /// first value is given, since these dates are always visible (spec/duties.md). Changes stand in the order in which they were made.
    /// </summary>
    public static DateOnly? KnownOn(this IReadOnlyList<DatedChange> changes, DateOnly day)
    {
        DateOnly? known = null;
        var best = DateOnly.MinValue;
        var any = false;
        foreach (var change in changes)
        {
            if (change.KnownFrom <= day && (!any || change.KnownFrom >= best))
            {
                (known, best, any) = (change.Value, change.KnownFrom, true);
            }
        }

        return any ? known
            : changes.Count == 0 ? null
            : changes.MinBy(c => c.KnownFrom).Value;
    }

    /// <summary>The newest value: what an export writes.</summary>
    public static DateOnly? Newest(this IReadOnlyList<DatedChange> changes) => changes.KnownOn(DateOnly.MaxValue);
}
