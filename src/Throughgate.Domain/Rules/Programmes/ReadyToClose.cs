using Throughgate.Domain.Assessments;
using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Rules.Programmes;

/// <summary>What was gathered for closing a programme. Texts are null or empty where nothing was written.</summary>
/// <param name="NotToBeHad">Why the young person's view cannot be had: <c>no_contact</c>, <c>moved_away</c>, <c>died</c>; null where it can.</param>
public readonly record struct ClosingEvidence(string? YotView, string? OwnView, string? NotToBeHad, string? Attempts, string? ServicesThatGoOn, bool TookPart);

/// <summary>A piece that closing lacks.</summary>
public enum ClosingLacks
{
    Start,
    YotView,
    OwnView,
    Attempts,
    ServicesThatGoOn,
    TakingPart,
    EndAsset,
}

/// <summary>OPN-5: a programme closes when both sides see that more contact would not help, with a plan of what goes on and an end Asset.</summary>
public static class ReadyToClose
{
    /// <summary>
    /// What is missing for closing with a reason (list <c>closing</c>) on a day; empty where nothing is. A case recorded in error only has to have
    /// started (spec/data.md); of somebody who died neither a plan nor an Asset is asked.
    /// </summary>
    [Rule("OPN-5")]
    public static IReadOnlyList<ClosingLacks> Lacks(CaseFacts facts, ClosingEvidence evidence, string? reason, DateOnly on)
    {
        var lacks = new List<ClosingLacks>();
        void Ask(bool has, ClosingLacks lack)
        {
            if (!has)
            {
                lacks.Add(lack);
            }
        }

        Ask(facts.Start <= on, ClosingLacks.Start);
        if (reason == ClosingReasons.RecordedInError)
        {
            return lacks;
        }

        Ask(Said(evidence.YotView), ClosingLacks.YotView);
        if (evidence.NotToBeHad is null)
        {
            Ask(Said(evidence.OwnView), ClosingLacks.OwnView);
        }
        else if (evidence.NotToBeHad != "died")
        {
            Ask(Said(evidence.Attempts), ClosingLacks.Attempts);
        }

        if (reason != ClosingReasons.Died)
        {
            Ask(Said(evidence.ServicesThatGoOn), ClosingLacks.ServicesThatGoOn);
            Ask(evidence.TookPart || evidence.NotToBeHad is not null, ClosingLacks.TakingPart);
            Ask(facts.Assessments.Any(a => a.Purpose == AssessmentPurposes.ProgrammeEnd && a.CompletedOn <= on), ClosingLacks.EndAsset);
        }

        return lacks;
    }

    private static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);
}
