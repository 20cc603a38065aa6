using Throughgate.Domain.Contacts;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Offers;

namespace Throughgate.Domain.Rules;

/// <summary>
/// A case as somebody looking at it on a day would have seen it, without hindsight: a fact shows from its own date, a dated change from the
/// day it was known, and the expected release, the order's end and the first day at an address always (spec/duties.md).
/// </summary>
public sealed class CaseOnDay(PersonFacts person, CaseFacts facts, DateOnly on, WorkingCalendar calendar, DutyFigures figures)
{
    public CaseFacts Facts => facts;

    public PersonFacts Person => person;

    public DateOnly ReferredOn => facts.ReferredOn;

    /// <summary>The day looked at.</summary>
    public DateOnly On => on;

    public DateOnly SentencedOn => facts.Sentence.SentencedOn;

    /// <summary>Linked to a custodial sentence that had been passed.</summary>
    public bool Custodial => facts.Sentence.IsCustodial && SentencedOn <= on;

    public DateOnly? ReleasedOn { get; } = Seen(facts.Sentence.ReleasedOn, on);

    /// <summary>Day of the return to custody that came after this sentence (OPN-4), once it has; null where there was none.</summary>
    public DateOnly? BackOn => facts.Returns.Where(s => s.SentencedOn > SentencedOn && s.SentencedOn <= on).Select(s => (DateOnly?)s.SentencedOn).Min();

    public DateOnly? ExpectedReleaseOn => facts.Sentence.ExpectedRelease.KnownOn(on);

    /// <summary>Last day of the order or licence.</summary>
    public DateOnly? EndsOn => facts.Sentence.Ends.KnownOn(on);

    /// <summary>Last day of all: of the order or licence, or of a return since then that ends later.</summary>
    public DateOnly? LastEndsOn => facts.Returns.Where(s => s.SentencedOn <= on).Select(s => s.Ends.KnownOn(on)).Append(EndsOn).Max();

    /// <summary>First day of the programme (OPN-1).</summary>
    public DateOnly? Start { get; } = Seen(facts.Start, on);

    /// <summary>Offers made, earliest first.</summary>
    public IReadOnlyList<Offer> Offers { get; } = [.. facts.Offers.Where(o => o.On <= on).OrderBy(o => o.On)];

    /// <summary>Reviews held, earliest first.</summary>
    public IReadOnlyList<Review> Reviews { get; } = [.. facts.Reviews.Where(r => r.On <= on).OrderBy(r => r.On)];

    /// <summary>Days of moves to another establishment while held under the sentence, earliest first.</summary>
    public IEnumerable<DateOnly> Transfers => facts.Sentence.Transfers.Where(t => t <= on && !(t > ReleasedOn));

    /// <summary>Contacts whose day has come, in no order.</summary>
    public IEnumerable<Contact> Contacts => facts.Contacts.Where(c => c.On <= on);

    /// <summary>The first decision of that kind, as evidence; null while none was made.</summary>
    public DayOf? Decided(string kind) =>
        facts.Decisions.Where(d => d.Kind == kind && d.On <= on).Select(d => (DayOf?)new DayOf(d.On, "Decided")).FirstOrDefault();

    /// <summary>Discussions with children's services (FAM-3), earliest first.</summary>
    public IReadOnlyList<DateOnly> CareDiscussions => [.. facts.CareDiscussions.Where(d => d <= on)];

    /// <summary>Day of the last contact with the social worker that took place (FAM-4).</summary>
    public DateOnly? LastWithSocialWorker =>
        Contacts.Where(c => c.Attended && c.Kind == ContactKinds.SocialWorker).Select(c => (DateOnly?)c.On).Max();

    /// <summary>Released before this day: what had to happen in custody or at the gate no longer can.</summary>
    public bool ReleaseIsPast => ReleasedOn < on;

    /// <summary>The fact's day where it had come, otherwise null.</summary>
    public DateOnly? Seen(DateOnly? day) => Seen(day, on);

    /// <summary>The figure in force on the day reckoned from, or on the day looked at where that comes first.</summary>
    public FigureInForce Figure(Figure figure, DateOnly reckonedFrom) => figures.InForce(figure, reckonedFrom < on ? reckonedFrom : on);

    /// <summary>The first day on which the scheme recorded here; null where there is no imported past.</summary>
    public DateOnly? RecordedFrom => figures.RecordedHere?.Value;

    /// <summary>Due before the scheme began to record here.</summary>
    public bool IsBeforeRecording(DateOnly due) => figures.IsBeforeRecording(due);

    public DateOnly WorkingDaysAfter(DateOnly day, FigureInForce count) => calendar.WorkingDaysAfter(day, count.Value);

    public DateOnly WorkingDaysBefore(DateOnly day, FigureInForce count) => calendar.WorkingDaysBefore(day, count.Value);

    /// <summary>The earlier of the first offer after <paramref name="day"/>, whatever the answer, and the start.</summary>
    public DayOf? OfferOrStartAfter(DateOnly day)
    {
        foreach (var offer in Offers)
        {
            if (offer.On > day)
            {
                return Start <= offer.On ? ProgrammeStarted(Start) : offer.AsEvidence();
            }
        }

        return ProgrammeStarted(Start);
    }

    /// <summary>A duty of this case, with its state worked out.</summary>
    /// <param name="lost">It can no longer be met, when there is no evidence.</param>
    public Duty Raise(DutyRule rule, DayOf from, DateOnly due, DayOf? evidence, bool lost, params IReadOnlyList<FigureInForce> inForce) =>
        new()
        {
            Rule = rule,
            PersonId = facts.PersonId,
            Person = person.Reference,
            CaseId = facts.Id,
            Case = facts.Reference,
            Due = due,
            State = StateOf(due, evidence?.On, lost),
            ReckonedFrom = from,
            Evidence = evidence,
            Figures = inForce,
            PassesCalendar = calendar.Passes(due) && inForce.Any(f => f.Figure.Unit == FigureUnit.WorkingDays),
        };

    private DutyState StateOf(DateOnly due, DateOnly? metOn, bool lost) =>
        metOn is { } met ? (met <= due ? DutyState.Met : DutyState.MetLate)
        : lost ? DutyState.Missed
        : on <= due ? DutyState.Due
        : DutyState.Overdue;

    private static DayOf? ProgrammeStarted(DateOnly? start) => start is { } day ? new DayOf(day, "Programme started") : null;

    private static DateOnly? Seen(DateOnly? day, DateOnly on) => day <= on ? day : null;
}
