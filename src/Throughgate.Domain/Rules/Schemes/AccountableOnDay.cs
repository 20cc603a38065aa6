namespace Throughgate.Domain.Rules.Schemes;

/// <summary>A run of days on which nobody, or more than one, answers for a scheme.</summary>
/// <param name="Names">Empty where nobody does.</param>
public sealed record AccountableGap(DateRange Days, IReadOnlyList<string> Names);

/// <summary>SCH-2: one manager answers for the scheme, on every day.</summary>
public static class AccountableOnDay
{
    public static readonly Citation Citation = new(
        "SCH-2",
        RuleKind.Warning,
        "On every day a scheme has exactly one accountable manager; a gap or an overlap is shown.",
        "S0 §Structure; S0 §Management of the IRS programme",
        true
    );

    /// <summary>Gaps and overlaps from the first day recorded, or from <paramref name="on"/> where nobody ever was, to that day; earliest first.</summary>
    public static IReadOnlyList<AccountableGap> Of(IReadOnlyList<(string Name, DateRange Days)> managers, DateOnly on)
    {
        var first = managers.Select(m => m.Days.From).Append(on).Min();
        // The names change only where somebody begins, or on the day after somebody ends.
        var changes = managers.SelectMany(m => new[] { m.Days.From, m.Days.To is { } to ? to.AddDays(1) : on.AddDays(1) }).Append(first).Where(d => d <= on).Distinct().Order().ToList();
        return
        [
            .. changes.Select((from, i) => (From: from, To: i + 1 < changes.Count ? changes[i + 1].AddDays(-1) : on))
                .Select(run => new AccountableGap(new(run.From, run.To), [.. managers.Where(m => m.Days.Contains(run.From)).Select(m => m.Name)]))
                .Where(run => run.Names.Count != 1),
        ];
    }
}
