using Throughgate.Domain.People;
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

    public static DutyRule? Find(string id) => Bundle.FirstOrDefault(r => r.Citation.Rule == id);

    /// <summary>The duties of the scheme's cases in view on the day, in the order of every list of duties.</summary>
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
                    var seen = new CaseOnDay(person, facts, on, calendar, figures);
                    duties.AddRange(Bundle.SelectMany(rule => rule.Of(seen)));
                }
            }
        }

        duties.Sort(Duty.InOrder);
        return duties;
    }
}
