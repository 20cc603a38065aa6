namespace Throughgate.Domain.Rules;

/// <summary>A rule that raises duties.</summary>
/// <param name="Asks">What is asked, as an imperative; English, the key of its Welsh.</param>
/// <param name="Of">The duties that the rule raises for a case, given what was known of it on a day.</param>
public sealed record DutyRule(Citation Citation, string Asks, Func<CaseOnDay, IEnumerable<Duty>> Of)
{
    /// <summary>Asked again on a return to custody (OPN-4): what custody and release ask, and nothing that belongs to the programme as a whole.</summary>
    public bool AgainInCustody { get; init; }

    public override string ToString() => Citation.Rule;
}
