namespace Throughgate.Domain.Rules;

/// <summary>A rule that raises duties.</summary>
/// <param name="Asks">What is asked, as an imperative; English, the key of its Welsh.</param>
/// <param name="Of">The duties that the rule raises for a case, given what was known of it on a day.</param>
public sealed record DutyRule(Citation Citation, string Asks, Func<CaseOnDay, IEnumerable<Duty>> Of)
{
    public override string ToString() => Citation.Rule;
}
