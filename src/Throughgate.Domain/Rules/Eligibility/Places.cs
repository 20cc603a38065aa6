using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Rules.Eligibility;

/// <summary>ELG-6: how many places a scheme has, and who holds one.</summary>
public static class Places
{
    public static readonly Figure Capacity = new("ELG-6.places", "Places of the scheme (0: no number is set)", FigureUnit.Places, 0, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "ELG-6",
        RuleKind.Calculation,
        "What priority is worked out from is recorded with the plan, so that priority works itself out. The scheme has {0} places (0: no number is set).",
        "S0 §Eligibility",
        true,
        Capacity
    );

    /// <summary>Eligible for the programme: everybody on a custodial sentence, from the day of sentence.</summary>
    [Rule("ELG-1")]
    public static bool IsEligible(SentenceFacts sentence, DateOnly on) => sentence.IsCustodial && sentence.SentencedOn <= on;

    /// <summary>In view, and on the programme, or accepted on a custodial sentence, or given a place by the day.</summary>
    public static bool Holds(CaseFacts facts, DateOnly? givenOn, DateOnly on) =>
        facts.InViewOn(on)
        && (facts.Start <= on || givenOn <= on || (IsEligible(facts.Sentence, on) && facts.StandingOn(on).Standing == Standing.Accepted));
}
