using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Sharing;

/// <summary>Why a partner may not have something.</summary>
public enum WhyNotShared
{
    PartnerEnded,
    ProgrammeEnded,
    OneDecisionEach,
    NoAgreement,
    NoProtocol,
    NotInAgreement,
    DoNotDisclose,
    NeverAsked,
    Refused,
    Withdrawn,
    Expired,
    WaitsForSecondPerson,
    DecisionEnded,
}

/// <summary>Whether a partner may have one category now, on which basis and until when; or why not.</summary>
/// <param name="Basis">A code of <see cref="SharingBases"/>; null where it may not.</param>
/// <param name="Decision">The decision that it stands on; null for consent.</param>
public sealed record CategoryShared(string Category, string? Basis, WhyNotShared? WhyNot, DateOnly? Until = null, Guid? Decision = null)
{
    public bool IsShared => WhyNot is null;
}

/// <summary>
/// What one partner may have about one programme at an instant (INF-1). Its query twin is <c>Data/Sharing/SharedQueries</c>; a test holds them together.
/// Only what was recorded by the instant counts, so that the answer for a past instant never changes.
/// </summary>
[Rule("INF-1")]
public static class SharedInformation
{
    /// <summary>Every category, for a page or a pack: what stands until it ends.</summary>
    public static IReadOnlyList<CategoryShared> With(SharingFacts facts, DateTimeOffset now, DateOnly today) =>
        [.. Categories.All.Select(category => Of(facts, category, now, today))];

    /// <summary>What one decision lets out in a single disclosure: of those categories that it names, those that nothing stands against now.</summary>
    public static IReadOnlyList<CategoryShared> Once(SharingFacts facts, SharingDecision decision, DateTimeOffset now, DateOnly today) =>
        [.. decision.Categories.Select(category => Once(facts, decision, category, now, today))];

    private static CategoryShared Of(SharingFacts facts, string category, DateTimeOffset now, DateOnly today)
    {
        if (Closed(facts, category, today) is { } closed)
        {
            return new(category, null, closed);
        }

        if (PartnerKinds.OneByOne(facts.Kind))
        {
            return new(category, null, WhyNotShared.OneDecisionEach);
        }

        var live = facts.Agreements.Where(a => a.Days.Contains(today)).ToList();
        if (live.Find(a => a.HasProtocol && a.Categories.Contains(category)) is null)
        {
            return new(category, null, live.Count == 0 ? WhyNotShared.NoAgreement : live.Exists(a => a.HasProtocol) ? WhyNotShared.NotInAgreement : WhyNotShared.NoProtocol);
        }

        var (given, whyNot) = Consented(facts, category, now, today);
        if (given is not null)
        {
            return new(category, SharingBases.Consent, null, given.Until);
        }

        var decisions = facts.Decisions.Where(d => !d.Once && d.Categories.Contains(category) && d.Basis != SharingBases.Consent && d.DecidedAt <= now).ToList();
        if (decisions.Where(d => Holds(facts, d, category, now, today) is null).MaxBy(d => d.Until) is { } decision)
        {
            return new(category, decision.Basis, null, decision.Until, decision.Id);
        }

        return new(category, null, decisions.Exists(d => Holds(facts, d, category, now, today) == WhyNotShared.WaitsForSecondPerson) ? WhyNotShared.WaitsForSecondPerson : whyNot);
    }

    private static CategoryShared Once(SharingFacts facts, SharingDecision decision, string category, DateTimeOffset now, DateOnly today)
    {
        var whyNot = Closed(facts, category, today)
            ?? (decision.DecidedAt > now || !decision.Once || decision.UsedAt <= now ? WhyNotShared.DecisionEnded
                : decision.Basis != SharingBases.Consent ? Holds(facts, decision, category, now, today)
                : decision.EndedAt <= now || decision.Until < today ? WhyNotShared.DecisionEnded
                : Consented(facts, category, now, today).WhyNot);
        return whyNot is null ? new(category, decision.Basis, null, decision.Until, decision.Id) : new(category, null, whyNot);
    }

    private static WhyNotShared? Closed(SharingFacts facts, string category, DateOnly today) =>
        !facts.Partner.Contains(today) ? WhyNotShared.PartnerEnded
        : !facts.Programme.Contains(today) ? WhyNotShared.ProgrammeEnded
        : facts.DoNotDisclose && category == Categories.Whereabouts ? WhyNotShared.DoNotDisclose
        : null;

    /// <summary>The consent that holds, or why none does. A no that was said last, or recorded in the same instant as a yes, stands.</summary>
    private static (ConsentAnswer? Given, WhyNotShared? WhyNot) Consented(SharingFacts facts, string category, DateTimeOffset now, DateOnly today)
    {
        var known = Known(facts, category, now, today).ToList();
        var last = known.Where(a => !known.Exists(other => other.IsAfter(a))).ToList();
        return last.Count == 0 ? (null, WhyNotShared.NeverAsked)
            : last.Find(a => !a.IsGiven) is { } no ? (null, no.Answer == ConsentAnswers.Withdrawn ? WhyNotShared.Withdrawn : WhyNotShared.Refused)
            : last.MinBy(a => a.Until) is { } given && given.Until >= today ? (given, null)
            : (null, WhyNotShared.Expired);
    }

    /// <summary>Why a decision without consent does not hold; null where it does. A no that stands needs an override that was decided after it and confirmed by another.</summary>
    private static WhyNotShared? Holds(SharingFacts facts, SharingDecision decision, string category, DateTimeOffset now, DateOnly today)
    {
        if (decision.DecidedAt > now || decision.Until < today || decision.EndedAt <= now)
        {
            return WhyNotShared.DecisionEnded;
        }

        var known = Known(facts, category, now, today).ToList();
        var standing = known.Where(a => !a.IsGiven && !known.Exists(other => other.IsGiven && other.IsAfter(a))).ToList();
        if (standing.Count == 0)
        {
            return null;
        }

        if (!decision.OverridesRefusal || standing.Exists(no => no.At > decision.DecidedAt))
        {
            return standing[0].Answer == ConsentAnswers.Withdrawn ? WhyNotShared.Withdrawn : WhyNotShared.Refused;
        }

        return decision.Confirmed is { } second && second.By != decision.DecidedBy && second.At <= now ? null : WhyNotShared.WaitsForSecondPerson;
    }

    private static IEnumerable<ConsentAnswer> Known(SharingFacts facts, string category, DateTimeOffset now, DateOnly today) =>
        facts.Answers.Where(a => a.Category == category && a.At <= now && a.On <= today);
}
