using Throughgate.Domain.Accommodation;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.People;

/// <summary>
/// A person's facts as somebody looking on a day could have known them: each fact shows from its own date, a dated change from the day it
/// was known. The rules see the same of it (spec/duties.md): duties worked out from these facts are the duties of the whole.
/// </summary>
public static class Hindsight
{
    /// <param name="on">The day looked at.</param>
    /// <param name="today">The real day: what is planned after it is known today, and was not necessarily known earlier.</param>
    public static PersonFacts AsKnownOn(this PersonFacts person, DateOnly on, DateOnly today) =>
        person with
        {
            Residences = [.. person.Residences.Where(r => r.Days.From <= on).Select(r => r with { Days = Open(r.Days, on) })],
            SocialWorkers = [.. person.SocialWorkers.Where(s => s.From <= on).Select(s => s with { Until = Seen(s.Until, on) })],
            Sentences = [.. person.Sentences.Where(s => s.SentencedOn <= on).Select(s => s.AsKnownOn(on))],
            Cases = [.. person.Cases.Where(c => c.ReferredOn <= on).Select(c => c.AsKnownOn(on, today))],
        };

    private static SentenceFacts AsKnownOn(this SentenceFacts sentence, DateOnly on) =>
        sentence with
        {
            ReleasedOn = Seen(sentence.ReleasedOn, on),
            ExpectedRelease = KnownChanges(sentence.ExpectedRelease, on),
            Ends = KnownChanges(sentence.Ends, on),
            Transfers = [.. sentence.Transfers.Where(t => t <= on)],
        };

    private static CaseFacts AsKnownOn(this CaseFacts facts, DateOnly on, DateOnly today) =>
        facts with
        {
            Sentence = facts.Sentence.AsKnownOn(on),
            Returns = [.. facts.Returns.Where(s => s.SentencedOn <= on).Select(s => s.AsKnownOn(on))],
            LeadProfessionalOn = Seen(facts.LeadProfessionalOn, on),
            PlanDrawnUpOn = Seen(facts.PlanDrawnUpOn, on),
            PlanAgreedByPersonOn = Seen(facts.PlanAgreedByPersonOn, on),
            PlanAgreedByYotOn = Seen(facts.PlanAgreedByYotOn, on),
            ClosedOn = Seen(facts.ClosedOn, on),
            ClosingReason = facts.ClosedOn <= on ? facts.ClosingReason : null,
            Offers = [.. facts.Offers.Where(o => o.On <= on)],
            Contacts = [.. facts.Contacts.Where(c => c.On <= on || (on >= today && c.Outcome == ContactOutcomes.Planned))],
            Assessments = [.. facts.Assessments.Where(a => a.CompletedOn <= on)],
            Ete = [.. facts.Ete.Where(e => e.Week <= on)],
            Accommodation = [.. facts.Accommodation.Where(a => IsKnown(a, on, today)).Select(a => AsKnownOn(a, on))],
            Reviews = [.. facts.Reviews.Where(r => r.On <= on)],
            Concerns = [.. facts.Concerns.Where(c => c.RaisedOn <= on).Select(c => c with { AcknowledgedOn = Seen(c.AcknowledgedOn, on) })],
            Decisions = [.. facts.Decisions.Where(d => d.On <= on)],
            Endings = [.. facts.Endings.Where(e => e.PlannedOn <= on)],
            WishesToStop = [.. facts.WishesToStop.Where(w => w.AskedOn <= on).Select(w => w with { OfferedOn = Seen(w.OfferedOn, on) })],
            CareDiscussions = [.. facts.CareDiscussions.Where(d => d <= on)],
            ConsentTalks = [.. facts.ConsentTalks.Where(d => d <= on)],
            StageExchanges = [.. facts.StageExchanges.Where(e => e.On <= on)],
            ReleaseItems = [.. facts.ReleaseItems.Where(i => i.On <= on)],
            Exchanges = [.. facts.Exchanges.Where(e => e.On <= on)],
            Feedback = [.. facts.Feedback.Where(f => f.On <= on)],
            Plans = [.. facts.Plans.Where(p => p.DrawnUpOn <= on).Select(p => p with { CheckedOn = Seen(p.CheckedOn, on) })],
        };

    /// <summary>An address ahead is known once it was confirmed or told; one that is only planned is known today.</summary>
    private static bool IsKnown(AccommodationSpell spell, DateOnly on, DateOnly today) =>
        spell.Days.From <= on
        || spell.ConfirmedOn <= on
        || spell.ToldOn <= on
        || (on >= today && spell.ConfirmedOn is null && spell.ToldOn is null);

    private static AccommodationSpell AsKnownOn(AccommodationSpell spell, DateOnly on) =>
        spell with
        {
            Days = Open(spell.Days, on),
            ConfirmedOn = Seen(spell.ConfirmedOn, on),
            ToldOn = Seen(spell.ToldOn, on),
        };

    /// <summary>The changes known by the day; before the first was known, that one, since these dates are always visible.</summary>
    private static List<DatedChange> KnownChanges(IReadOnlyList<DatedChange> changes, DateOnly on)
    {
        var known = changes.Where(c => c.KnownFrom <= on).ToList();
        return known.Count == 0 && changes.Count > 0 ? [changes.MinBy(c => c.KnownFrom)] : known;
    }

    private static DateRange Open(DateRange days, DateOnly on) => new(days.From, Seen(days.To, on));

    private static DateOnly? Seen(DateOnly? day, DateOnly on) => day <= on ? day : null;
}
