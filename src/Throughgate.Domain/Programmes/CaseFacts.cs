using Throughgate.Domain.Accommodation;
using Throughgate.Domain.Assessments;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.Education;
using Throughgate.Domain.Releases;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Programmes;

/// <summary>A programme of support: one scheme, one sentence (cases.csv), with everything recorded under it.</summary>
public sealed record CaseFacts
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Code of the scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>The sentence the programme is linked to.</summary>
    public required SentenceFacts Sentence { get; init; }

    /// <summary>Returns to custody since then, with which the programme goes on (OPN-4), earliest first.</summary>
    public IReadOnlyList<SentenceFacts> Returns { get; init; } = [];

    public required DateOnly ReferredOn { get; init; }

    /// <summary>Day a lead professional was named.</summary>
    public DateOnly? LeadProfessionalOn { get; init; }

    /// <summary>Day of the first pathway plan.</summary>
    public DateOnly? PlanDrawnUpOn { get; init; }

    public DateOnly? PlanAgreedByPersonOn { get; init; }

    public DateOnly? PlanAgreedByYotOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>Code of the list <c>closing</c>.</summary>
    public string? ClosingReason { get; init; }

    /// <summary>Earliest first; at most one a day.</summary>
    public IReadOnlyList<Offer> Offers { get; init; } = [];

    /// <summary>Earliest first.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    public IReadOnlyList<Assessment> Assessments { get; init; } = [];

    /// <summary>Rows of weekly education, training and employment; several rows of a week add up.</summary>
    public IReadOnlyList<EteRow> Ete { get; init; } = [];

    public IReadOnlyList<AccommodationSpell> Accommodation { get; init; } = [];

    /// <summary>Earliest first.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>Days on which needs and safeguarding were discussed with children's services (FAM-3), earliest first.</summary>
    public IReadOnlyList<DateOnly> CareDiscussions { get; init; } = [];

    /// <summary>Days on which sharing was talked over with the young person (INF-3), earliest first.</summary>
    public IReadOnlyList<DateOnly> ConsentTalks { get; init; } = [];

    /// <summary>What went between custody and YOT at key stages (INF-8).</summary>
    public IReadOnlyList<Sharing.StageExchange> StageExchanges { get; init; } = [];

    /// <summary>Concerns raised about risk or safety, earliest first.</summary>
    public IReadOnlyList<Concern> Concerns { get; init; } = [];

    /// <summary>Decisions who carries on, earliest first.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>The day on which the programme is expected to close, where it was planned.</summary>
    public DateOnly? PlannedClosing { get; init; }

    /// <summary>Endings planned with the people who work with the young person (OPN-10).</summary>
    public IReadOnlyList<Ending> Endings { get; init; } = [];

    /// <summary>Wishes to stop (OPN-12), earliest first.</summary>
    public IReadOnlyList<WishToStop> WishesToStop { get; init; } = [];

    /// <summary>What was said of the items of a release (REL-1, REL-6, REL-8), one an item.</summary>
    public IReadOnlyList<ReleaseItem> ReleaseItems { get; init; } = [];

    /// <summary>Items that the scheme adds to everybody's ready-to-leave list.</summary>
    public IReadOnlyList<OwnItem> OwnItems { get; init; } = [];

    /// <summary>With the home YOT and the establishment.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];

    /// <summary>Feedback forms answered.</summary>
    public IReadOnlyList<Feedback> Feedback { get; init; } = [];

    /// <summary>Versions of the plan drawn up here, earliest first; an imported plan is a day only (<see cref="PlanDrawnUpOn"/>).</summary>
    public IReadOnlyList<Plans.PlanVersion> Plans { get; init; } = [];

    /// <summary>Who was lead worker, earliest first; read for figures alone.</summary>
    public IReadOnlyList<Lead> Leads { get; init; } = [];

    /// <summary>The lead worker on the day; null where none was.</summary>
    public Guid? LedBy(DateOnly day) => Leads.Where(l => l.Days.Contains(day)).Select(l => (Guid?)l.Worker).LastOrDefault();

    /// <summary>First day of the programme: the later of the two plan agreements (OPN-1); null while either is missing.</summary>
    [Rule("OPN-1")]
    public DateOnly? Start =>
        PlanAgreedByPersonOn is { } person && PlanAgreedByYotOn is { } yot ? (person > yot ? person : yot) : null;

    /// <summary>Referred on or before the day, and not closed on or before it.</summary>
    public bool InViewOn(DateOnly day) => ReferredOn <= day && !(ClosedOn <= day);
}

/// <summary>Lead worker for a run of days.</summary>
public readonly record struct Lead(Guid Worker, DateRange Days);

/// <summary>One offer of support and its answer (a code of the list <c>answer</c>).</summary>
public readonly record struct Offer(DateOnly On, string Setting, string Answer)
{
    /// <summary>Key of the row it was read from; empty where it stands in no database.</summary>
    public Guid Id { get; init; }
}

/// <summary>A concern: the day it was raised, whether it is about safeguarding, and the day it was acknowledged.</summary>
public readonly record struct Concern(DateOnly RaisedOn, bool Safeguarding, DateOnly? AcknowledgedOn);

/// <summary>A decision who carries on: <c>order_end</c> (OPN-7) or <c>turning_18</c> (OPN-13).</summary>
/// <param name="Until">How long support goes on, where that was decided.</param>
public readonly record struct Decision(DateOnly On, string Kind, DateOnly? Until = null);

/// <summary>An ending planned with one worker, mentor or volunteer, by name.</summary>
public readonly record struct Ending(string Who, DateOnly PlannedOn);

/// <summary>A young person asked to stop, is asked to come back by a day, and was; null while they were not.</summary>
public readonly record struct WishToStop(DateOnly AskedOn, DateOnly ComeBackOn, DateOnly? OfferedOn);

/// <summary>A review held (a code of the list <c>review</c>).</summary>
public readonly record struct Review(DateOnly On, string Kind)
{
    /// <summary>Key of the row it was read from; empty where it stands in no database.</summary>
    public Guid Id { get; init; }
}
