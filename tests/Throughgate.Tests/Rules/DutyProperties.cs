using FsCheck;
using FsCheck.Fluent;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules;

/// <summary>What holds of the duties of any caseload on any day.</summary>
public class DutyProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(40);

    private static void ForAll(Action<List<PersonFacts>, DateOnly> holds) =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                ArbMap.Default.ArbFor<int>(),
                (int[] seeds, int day) => holds(RandomCases.From(seeds), RandomCases.LookedAt(day))
            )
            .Check(Many);

    private static List<Duty> Of(IEnumerable<PersonFacts> people, DateOnly on) =>
        DutyRules.DutiesOf(people, ACase.Scheme, on, SampleBundle.Calendar, DutyFigures.Defaults).Where(DutyRules.IsOfBundle).ToList();

    private static string[] Lines(IEnumerable<Duty> duties) => [.. duties.Select(d => $"{d.Due:O} {d.Case} {d.RuleId} {d.StateCode} {d.MetOn:O} {d.Evidence?.What}")];

    [Fact]
    public void Facts_dated_after_the_day_change_nothing_on_it() =>
        ForAll((people, on) => Lines(Of(people.Select(p => Until(p, on)), on)).ShouldBe(Lines(Of(people, on))));

    [Fact]
    public void The_order_of_rows_changes_nothing() =>
        ForAll((people, on) => Lines(Of(people.Select(Turned).Reverse(), on)).ShouldBe(Lines(Of(people, on))));

    [Fact]
    public void The_duties_of_many_are_those_of_each() =>
        ForAll((people, on) => Lines(Of(people, on)).Order().ShouldBe(Lines(people.SelectMany(p => Of([p], on))).Order()));

    [Fact]
    public void The_state_follows_from_the_due_date_the_evidence_and_the_day() =>
        ForAll(
            (people, on) =>
            {
                foreach (var duty in Of(people, on))
                {
                    var released = people.SelectMany(p => p.Cases).Single(c => c.Id == duty.CaseId).Sentence.ReleasedOn;
                    var canBeMissed = duty.RuleId is "OFR-2" or "REL-2" or "REL-3";
                    (duty.MetOn <= on || duty.MetOn is null).ShouldBeTrue();
                    duty.State.ShouldBe(
                        duty.MetOn <= duty.Due ? DutyState.Met
                        : duty.MetOn is not null ? DutyState.MetLate
                        : canBeMissed && released < on ? DutyState.Missed
                        : duty.Due < on ? DutyState.Overdue
                        : DutyState.Due
                    );
                }
            }
        );

    [Fact]
    public void Review_dates_never_drift_from_their_base() =>
        ForAll(
            (people, on) =>
            {
                foreach (var reviews in Of(people, on).Where(d => d.RuleId == "PLN-4").GroupBy(d => d.CaseId))
                {
                    var facts = people.SelectMany(p => p.Cases).Single(c => c.Id == reviews.Key);
                    var bases = facts.Reviews.Select(r => r.On).Where(day => day > facts.Start && day <= on).Append(facts.Start!.Value).ToHashSet();
                    reviews.Select(d => d.ReckonedFrom.On).ShouldBe(bases, ignoreOrder: true);
                    reviews.ShouldAllBe(d => d.Due == d.ReckonedFrom.On.AddMonths(3));
                    reviews.Count(d => d.MetOn is null).ShouldBe(1);
                }
            }
        );

    [Fact]
    public void What_was_done_stays_done_when_looked_at_later() =>
        ForAll(
            (people, on) =>
            {
                // Left out are the rules whose duties a later fact can end: a contact OPN-3, a date that moves OFR-2, OFR-3 and REL-3.
                string[] lasting = ["PLN-1", "PLN-2", "PLN-4", "OFR-1", "REL-2"];
                var open = people.ConvertAll(p => p with { Cases = [.. p.Cases.Select(c => c with { ClosedOn = null })] });
                var done = Of(open, on).Where(d => d.MetOn is not null && lasting.Contains(d.RuleId));
                Lines(done).ShouldBeSubsetOf(Lines(Of(open, on.AddDays(45))));
            }
        );

    /// <summary>The person with everything dated after the day taken away.</summary>
    private static PersonFacts Until(PersonFacts person, DateOnly day)
    {
        DateOnly? Seen(DateOnly? on) => on <= day ? on : null;
        CaseFacts Cut(CaseFacts c) =>
            c with
            {
                LeadProfessionalOn = Seen(c.LeadProfessionalOn),
                PlanDrawnUpOn = Seen(c.PlanDrawnUpOn),
                PlanAgreedByPersonOn = Seen(c.PlanAgreedByPersonOn),
                PlanAgreedByYotOn = Seen(c.PlanAgreedByYotOn),
                ClosedOn = Seen(c.ClosedOn),
                Offers = [.. c.Offers.Where(o => o.On <= day)],
                Contacts = [.. c.Contacts.Where(x => x.On <= day)],
                Reviews = [.. c.Reviews.Where(r => r.On <= day)],
                Accommodation = [.. c.Accommodation.Select(a => a with { ConfirmedOn = Seen(a.ConfirmedOn) })],
                Sentence = c.Sentence with
                {
                    ReleasedOn = Seen(c.Sentence.ReleasedOn),
                    ExpectedRelease = KnownBy(c.Sentence.ExpectedRelease, day),
                    Ends = KnownBy(c.Sentence.Ends, day),
                },
            };
        return person with { Cases = [.. person.Cases.Select(Cut)] };
    }

    /// <summary>The first value is always visible; later ones from the day they were known.</summary>
    private static List<DatedChange> KnownBy(IReadOnlyList<DatedChange> changes, DateOnly day) => [.. changes.Where((c, i) => i == 0 || c.KnownFrom <= day)];

    private static PersonFacts Turned(PersonFacts person) =>
        person with
        {
            Cases =
            [
                .. person.Cases.Select(c =>
                    c with
                    {
                        Offers = [.. c.Offers.Reverse()],
                        Contacts = [.. c.Contacts.Reverse()],
                        Reviews = [.. c.Reviews.Reverse()],
                        Accommodation = [.. c.Accommodation.Reverse()],
                    }
                ),
            ],
        };
}
