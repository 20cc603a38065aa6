namespace Throughgate.Domain.Plans;

/// <summary>One thing that differs between two versions of a plan.</summary>
/// <param name="Pathway">Code of the pathway; null where it is about the plan as a whole.</param>
/// <param name="What">English, the key of its Welsh.</param>
public sealed record PlanChange(string? Pathway, string What, string? Was, string? Is);

/// <summary>What changed from one version of a plan to the next.</summary>
public static class PlanChanges
{
    /// <summary>What can change; English, the keys of their Welsh.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Own words or wishes", "How to motivate and engage", "Contact minutes a week", "Level of support chosen", "Need", "Goal", "Resource", "What goes on afterwards", "Action"];

    public static IReadOnlyList<PlanChange> Between(Plan was, Plan now)
    {
        var changes = new List<PlanChange>
        {
            new(null, "Own words or wishes", was.OwnWords, now.OwnWords),
            new(null, "How to motivate and engage", was.Approach, now.Approach),
            new(null, "Contact minutes a week", Number(was.ContactMinutes), Number(now.ContactMinutes)),
            new(null, "Level of support chosen", was.ChosenLevel, now.ChosenLevel),
        };
        foreach (var pathway in now.Pathways)
        {
            var before = was.Pathways.FirstOrDefault(p => p.Pathway == pathway.Pathway) ?? new PlanPathway(pathway.Pathway, false, null, null, null, null, null);
            changes.AddRange(Of(before, pathway));
        }

        return [.. changes.Where(c => c.Was != c.Is)];
    }

    private static IEnumerable<PlanChange> Of(PlanPathway was, PlanPathway now)
    {
        var code = now.Pathway;
        yield return new(code, "Need", was.Need, now.Need);
        yield return new(code, "Goal", was.Goal, now.Goal);
        yield return new(code, "Resource", was.Resource, now.Resource);
        yield return new(code, "What goes on afterwards", was.Lasting, now.Lasting);
        var before = was.Actions.ToDictionary(a => a.Line);
        foreach (var action in now.Actions)
        {
            yield return before.Remove(action.Line, out var old) ? new(code, "Action", Said(old), Said(action)) : new(code, "Action", null, Said(action));
        }

        foreach (var gone in was.Actions.Where(a => before.ContainsKey(a.Line)))
        {
            yield return new(code, "Action", Said(gone), null);
        }
    }

    private static string Said(PlanAction action) => action.Partner is null ? action.What : $"{action.What} ({action.Partner})";

    private static string? Number(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
