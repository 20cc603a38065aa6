using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns.Handing;

public enum ObstacleKind
{
    /// <summary>Somebody stands in no row of a table, so the totals are not equal.</summary>
    Totals,

    /// <summary>An end Asset that is missing or lacks scores: the sections of I5 are not equal.</summary>
    EndAsset,

    /// <summary>A start Asset that is missing or lacks scores.</summary>
    StartAsset,

    /// <summary>A residence or a counting date that is missing (<see cref="Problem"/>).</summary>
    Missing,
}

/// <summary>One thing that stands between a return and its being handed in.</summary>
/// <param name="Person">The person's reference.</param>
/// <param name="Case">Reference of the case; empty for a release.</param>
/// <param name="Text">Of something missing what it is, as files say it; else empty.</param>
public sealed record Obstacle(ObstacleKind Kind, Guid PersonId, string Person, string Case, string Text = "")
{
    /// <summary>RET-6: unequal totals and sections never; what is missing and cannot be mended may be, with a reason.</summary>
    public bool MayBeAccepted => Kind is ObstacleKind.StartAsset or ObstacleKind.Missing;

    /// <summary>The same thing of the same person, however often the return is counted.</summary>
    public string Item => Kind == ObstacleKind.Missing ? $"missing|{Case}|{Text}" : $"{Kind}|{Case}";
}

/// <summary>
/// What stops a return (RET-2), thing by thing, and which of it the accountable manager may accept with a reason that travels with the return
/// (RET-6).
/// </summary>
[Rule("RET-6")]
public static class Obstacles
{
    /// <summary>Sorted by person, case and kind; none exactly where the return is submittable.</summary>
    public static IReadOnlyList<Obstacle> Of(QuarterlyReturn figures)
    {
        var found = new List<Obstacle>();
        foreach (var check in figures.Checks)
        {
            foreach (var member in check.ToMend)
            {
                var at = member.Why.Case?.Reference ?? "";
                if (check.Code == Checks.RowTotals)
                {
                    found.Add(new(ObstacleKind.Totals, member.PersonId, member.Person, at));
                    continue;
                }

                if (member.Asset!.LacksEnd)
                {
                    found.Add(new(ObstacleKind.EndAsset, member.PersonId, member.Person, at));
                }

                if (member.Asset.LacksStart)
                {
                    found.Add(new(ObstacleKind.StartAsset, member.PersonId, member.Person, at));
                }
            }
        }

        found.AddRange(figures.Problems.Select(p => new Obstacle(ObstacleKind.Missing, p.PersonId, p.Person, p.Case, p.Text)));
        return [.. found.Distinct().OrderBy(o => o.Person, StringComparer.Ordinal).ThenBy(o => o.Case, StringComparer.Ordinal).ThenBy(o => o.Kind)];
    }

    /// <summary>Those that are neither mended nor accepted.</summary>
    /// <param name="accepted">Whose, and which <see cref="Obstacle.Item"/>.</param>
    public static IReadOnlyList<Obstacle> Left(IReadOnlyList<Obstacle> all, IReadOnlySet<(Guid Person, string Item)> accepted) =>
        [.. all.Where(o => !(o.MayBeAccepted && accepted.Contains((o.PersonId, o.Item))))];
}
