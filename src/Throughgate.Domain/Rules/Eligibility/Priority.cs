using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Rules.Eligibility;

/// <summary>In the order of a line for places: who is not known yet comes before who is known to have none.</summary>
public enum PriorityFor
{
    Nothing,

    /// <summary>Nobody has recorded the needs yet.</summary>
    NotKnown,
    Priority,
}

/// <summary>ELG-2: who comes first for a place, worked out from the needs recorded.</summary>
/// <param name="Why">What it stands on; English, the keys of their Welsh.</param>
public sealed record Priority(PriorityFor For, IReadOnlyList<string> Why)
{
    public static readonly Citation Citation = new(
        "ELG-2",
        RuleKind.Calculation,
        "Priority for a place: the young person receives, or is assessed as needing, a specialist substance misuse intervention; or needs one and is at high "
            + "risk by any of dual diagnosis; education, training or employment; parenting, family, carers or peers; a learning difficulty; speech, language "
            + "or communication; a drug testing requirement; being eligible for an intoxicating substance treatment requirement; accommodation; a long sentence.",
        "S0 §Eligibility",
        true
    );

    /// <param name="needs">Null where none are recorded.</param>
    public static Priority Of(Needs? needs, SentenceFacts sentence)
    {
        if (needs is null)
        {
            return new(PriorityFor.NotKnown, []);
        }

        string[] risks = [.. Risks(needs, sentence).Where(r => r.Holds).Select(r => r.What)];
        return needs.SubstanceMisuse switch
        {
            SubstanceNeeds.Receives => new(PriorityFor.Priority, ["Receives a specialist substance misuse intervention"]),
            SubstanceNeeds.Assessed => new(PriorityFor.Priority, ["Assessed as needing a specialist substance misuse intervention"]),
            SubstanceNeeds.Need when risks.Length > 0 => new(PriorityFor.Priority, ["Needs a specialist substance misuse intervention", .. risks]),
            _ => new(PriorityFor.Nothing, risks),
        };
    }

    private static (bool Holds, string What)[] Risks(Needs needs, SentenceFacts sentence) =>
        [
            (needs.DualDiagnosis, "Dual diagnosis"),
            (needs.Education, "Education, training or employment need"),
            (needs.Family, "Parenting, family, carer or peer need"),
            (needs.LearningDifficulty, "Learning difficulty"),
            (needs.SpeechAndLanguage, "Speech, language or communication difficulty"),
            (needs.DrugTesting, "Drug testing requirement"),
            (needs.SubstanceTreatment, "Eligible for an intoxicating substance treatment requirement"),
            (needs.Accommodation, "Accommodation need"),
            (sentence.IsCustodial && sentence.Type != SentenceTypes.Dto, "Long sentence"),
        ];
}
