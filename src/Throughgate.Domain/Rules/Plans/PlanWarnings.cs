using Throughgate.Domain.Plans;

namespace Throughgate.Domain.Rules.Plans;

/// <summary>PLN-10: before the order ends, each goal names what can go on.</summary>
public static class LastingGoals
{
    public static readonly Figure Ahead = new("PLN-10.days", "Days before the order ends from which each goal names what can go on", FigureUnit.Days, 42, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "PLN-10",
        RuleKind.Warning,
        "In the {0} days before the order ends, each goal of the plan names what can go on after the programme.",
        "S0 §Community element of IRS",
        true,
        Ahead
    );

    /// <summary>The pathways whose goal names nothing that lasts, once the end of the order is near; none before.</summary>
    public static IReadOnlyList<string> Without(Plan plan, DateOnly? endsOn, DateOnly on, DutyFigures figures) =>
        endsOn is { } ends && on >= ends.AddDays(-figures.InForce(Ahead, on).Value)
            ? [.. plan.Pathways.Where(p => p is { Goal: not null, Lasting: null }).Select(p => p.Pathway)]
            : [];
}

/// <summary>PLN-6: parents or carers agree to each activity that needs it.</summary>
public static class ParentsAgree
{
    public static readonly Citation Citation = new(
        "PLN-6",
        RuleKind.Warning,
        "Where an activity needs the agreement of parents or carers, it is recorded against that activity.",
        "S0 §Involvement of parents/carers",
        true
    );

    /// <summary>Actions not done yet for which their agreement is needed and not recorded.</summary>
    public static IReadOnlyList<PlanAction> Awaited(Plan plan) =>
        [.. plan.Pathways.SelectMany(p => p.Actions).Where(a => a.Parents == ParentsAnswers.Needed && a.DoneOn is null)];
}
