using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Plans;

[Trait("rule", "PLN-4E")]
public class EventReviewTests
{
    [Fact]
    public void A_planning_meeting_follows_every_custodial_sentence_within_ten_working_days()
    {
        // Good Friday and Easter Monday 2010 are 2 and 5 April.
        new ACase().Sentenced("2010-03-29").Duties("PLN-4E", "2010-03-29").ShouldBe(["2010-04-14 due"]);
        new ACase().Sentenced("2010-03-29").Review("2010-04-15", "initial_planning").Duties("PLN-4E", "2010-04-15").ShouldBe(["2010-04-14 met_late 2010-04-15"]);
        new ACase().Sentenced("2010-03-29", SentenceKind.Community).Duties("PLN-4E", "2010-03-29").ShouldBeEmpty();
    }

    [Fact]
    public void Each_event_is_met_by_the_review_of_its_own_kind() =>
        new ACase()
            .Sentenced("2010-03-01")
            .Started("2010-03-12")
            .ExpectedRelease("2010-08-13")
            .Transferred("2010-05-04")
            .Released("2010-08-13")
            .Ends("2010-12-31")
            .Review("2010-03-10", "initial_planning")
            .Review("2010-05-06", "quarterly")
            .Review("2010-05-20", "transfer")
            .Review("2010-07-02", "pre_release")
            .Review("2010-08-20", "release")
            .Duties("PLN-4E", "2010-09-01")
            .ShouldBe(["2010-03-15 met 2010-03-10", "2010-05-18 met_late 2010-05-20", "2010-07-02 met 2010-07-02", "2010-08-27 met 2010-08-20", "2010-12-31 due"]);

    [Fact]
    public void Out_without_a_review_before_it_is_missed_and_a_later_one_does_not_make_up() =>
        new ACase().Sentenced("2010-03-01").Started("2010-03-12").ExpectedRelease("2010-08-13").Released("2010-08-13").Review("2010-08-16", "pre_release")
            .Duties("PLN-4E", "2010-08-17").ShouldContain("2010-07-02 missed");

    [Fact]
    public void Events_before_the_programme_started_ask_for_no_review_of_a_plan() =>
        new ACase().Sentenced("2010-03-01").ExpectedRelease("2010-08-13").Transferred("2010-05-04").Started("2010-07-05").Review("2010-03-10", "initial_planning")
            .Duties("PLN-4E", "2010-07-06").ShouldBe(["2010-03-15 met 2010-03-10"]);
}
