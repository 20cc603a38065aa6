using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Plans;

/// <summary>One step of a plan: what, who does it, by when, and whether it was done.</summary>
/// <param name="Line">The same from version to version, so that a change can be told from a new action.</param>
/// <param name="Who">Code of the list <c>who</c>; <c>gap</c> where nobody can do it yet.</param>
/// <param name="Partner">Which agency, where a partner does it.</param>
/// <param name="Parents">Code of the list <c>parents</c>: whether parents or carers have to agree, and did (PLN-6).</param>
public sealed record PlanAction(Guid Line, string What, string Who, string? Partner, DateOnly? ByOn, DateOnly? DoneOn, string Parents)
{
    /// <summary>Key of the row it was read from.</summary>
    public Guid Id { get; init; }

    /// <summary>The agency of the directory that does it; null where only a name was typed.</summary>
    public Guid? PartnerId { get; init; }
}

/// <summary>What a plan says of one of the seven pathways.</summary>
/// <param name="Pathway">Code of the list <c>pathway</c>.</param>
/// <param name="NoNeed">Looked at, and nothing is needed now.</param>
/// <param name="Goal">In the young person's words.</param>
/// <param name="ResourceKind">Code of the list <c>resource</c>: a named service, a named worker, or a gap (PLN-8).</param>
/// <param name="Lasting">What can go on after the programme (PLN-10).</param>
public sealed record PlanPathway(string Pathway, bool NoNeed, string? Need, string? Goal, string? ResourceKind, string? Resource, string? Lasting)
{
    public IReadOnlyList<PlanAction> Actions { get; init; } = [];

    /// <summary>Anything was written about it, or it was looked at and nothing is needed.</summary>
    public bool IsBegun => NoNeed || Need is not null || Goal is not null || Actions.Count > 0;

    /// <summary>A service or a worker is named, or the gap is (PLN-8).</summary>
    [Rule("PLN-8")]
    public bool HasResource => ResourceKind == PlanResources.Gap || (ResourceKind is not null && Resource is not null);

    /// <summary>Names the need, the goal, the actions with who and by when, and the resource; or says that nothing is needed (PLN-2).</summary>
    public bool IsWritten => NoNeed || (Need is not null && Goal is not null && HasResource && Actions.Count > 0 && Actions.All(a => a.ByOn is not null));
}

/// <summary>One version of the plan of a programme.</summary>
public sealed record Plan
{
    /// <summary>Key of the row it was read from.</summary>
    public Guid Id { get; init; }

    /// <summary>1 is the first.</summary>
    public required int Number { get; init; }

    public required DateOnly BegunOn { get; init; }

    /// <summary>The day on which every pathway was written; null before.</summary>
    public DateOnly? DrawnUpOn { get; init; }

    public required string Author { get; init; }

    public Guid? AuthorId { get; init; }

    /// <summary>The young person's own words or wishes.</summary>
    public string? OwnWords { get; init; }

    /// <summary>How this young person is motivated and engaged.</summary>
    public string? Approach { get; init; }

    /// <summary>Contact a week, in minutes.</summary>
    public int? ContactMinutes { get; init; }

    /// <summary>The level chosen instead of the one worked out (a code of the list <c>level</c>), and why; null where it is as worked out.</summary>
    public string? ChosenLevel { get; init; }

    public string? LevelReason { get; init; }

    /// <summary>Code of the list <c>plan_answer</c>; null where the young person was not asked yet.</summary>
    public string? PersonAnswer { get; init; }

    public string? PersonReason { get; init; }

    public DateOnly? PersonOn { get; init; }

    public DateOnly? YotOn { get; init; }

    /// <summary>All seven, in the order of <see cref="Pathways.All"/>.</summary>
    public required IReadOnlyList<PlanPathway> Pathways { get; init; }

    public bool IsWritten => Pathways.All(p => p.IsWritten);

    public bool AgreedByPerson => PersonAnswer == PlanAnswers.Agrees;

    public bool IsAgreed => AgreedByPerson && YotOn is not null;
}

/// <summary>The seven pathways of resettlement, in their order.</summary>
[Rule("PLN-5")]
public static class Pathways
{
    public static IReadOnlyList<string> All { get; } = ["case_management", "accommodation", "ete", "health", "substance_misuse", "families", "finance"];
}
