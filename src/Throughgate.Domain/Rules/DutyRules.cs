using Throughgate.Domain.People;
using Throughgate.Domain.Rules.Care;
using Throughgate.Domain.Rules.Information;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Offers;
using Throughgate.Domain.Rules.Plans;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Domain.Rules.Releases;

namespace Throughgate.Domain.Rules;

/// <summary>The rules that raise duties, and the duties of people: one reckoning for the command line, every page and every figure.</summary>
public static class DutyRules
{
    /// <summary>The nine rules of the bundle (spec/duties.md), by id (ordinal).</summary>
    public static IReadOnlyList<DutyRule> Bundle { get; } =
    [
        FirstOffer.Rule,
        OfferBeforeRelease.Rule,
        OfferAfterRelease.Rule,
        PositionReview.Rule,
        LeadProfessionalNamed.Rule,
        PlanDrawnUp.Rule,
        PlanReview.Rule,
        ReleaseDayMeeting.Rule,
        AddressConfirmed.Rule,
    ];

    /// <summary>
    /// Rules beyond the bundle, by id (ordinal), whose evidence is recorded in the product: raised only for due dates on or after the
    /// scheme's <see cref="FirstDayOfRecording"/>. A rule added here needs nothing else to stand on every page.
    /// </summary>
    public static IReadOnlyList<DutyRule> Recorded { get; } =
    [
        ParentDiscussed.Rule,
        SocialWorkerContacted.Rule,
        SocialWorkerContacted.Named,
        ConsentGoneOver.Rule,
        KeyStageExchange.Rule,
        AskAgain.Rule,
        LastDayReached.Rule,
        AskedToStop.Rule,
        DecisionBefore18.Rule,
        DecisionAtOrderEnd.Rule,
        .. EventReview.Rules,
        PlanChecked.Rule,
        PlanAgreedInTime.Rule,
        WhoMeetsDecided.Rule,
        ProgressFedBack.Rule,
        ReleaseRecorded.Rule,
        AddressTold.Rule,
        ReadyToLeave.Rule,
        EducationBackground.Asked,
        EducationBackground.Answered,
        ReleaseFeedback.Rule,
        ConcernAcknowledged.Rule,
    ];

    public static IReadOnlyList<DutyRule> All { get; } = [.. Bundle, .. Recorded];

    public static bool IsOfBundle(Duty duty) => Bundle.Contains(duty.Rule);

    public static DutyRule? Find(string id) => All.FirstOrDefault(r => r.Citation.Rule == id);

    /// <summary>The duties of one case.</summary>
    public static IEnumerable<Duty> Of(CaseOnDay seen) =>
        Bundle.SelectMany(rule => rule.Of(seen)).Concat(Recorded.SelectMany(rule => rule.Of(seen)).Where(d => !seen.IsBeforeRecording(d.Due)));

    /// <summary>What rules beyond the bundle would have asked of the case before the scheme began to record here: "not recorded then".</summary>
    public static IEnumerable<Duty> NotRecordedThen(CaseOnDay seen) =>
        Recorded.SelectMany(rule => rule.Of(seen)).Where(d => seen.IsBeforeRecording(d.Due));

    /// <summary>
    /// The duties of the scheme's cases in view on the day, the bundle's and those beyond it, in the order of every list of duties.
    /// </summary>
    public static IReadOnlyList<Duty> DutiesOf(
        IEnumerable<PersonFacts> people,
        string scheme,
        DateOnly on,
        WorkingCalendar calendar,
        DutyFigures figures
    )
    {
        var duties = new List<Duty>();
        foreach (var person in people)
        {
            foreach (var facts in person.Cases)
            {
                if (facts.Scheme == scheme && facts.InViewOn(on))
                {
                    duties.AddRange(Of(new CaseOnDay(person, facts, on, calendar, figures)));
                    foreach (var custody in facts.Returns.Where(s => s.SentencedOn <= on))
                    {
                        var again = new CaseOnDay(person, facts.Under(custody), on, calendar, figures);
                        duties.AddRange(Of(again).Where(d => d.Rule.AgainInCustody));
                    }
                }
            }
        }

        duties.Sort(Duty.InOrder);
        return duties;
    }
}
