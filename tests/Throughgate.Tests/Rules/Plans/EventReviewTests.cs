using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Plans;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

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
    public void A_plan_that_both_agreed_is_what_the_planning_meeting_is_for()
    {
        new ACase().Started("2010-03-17").Duties("PLN-4E", "2010-03-20").ShouldBe(["2010-03-15 met_late 2010-03-17"]);
        new ACase().Started("2010-03-17").Review("2010-03-11").Duties("PLN-4E", "2010-03-20").ShouldBe(["2010-03-15 met 2010-03-11"]);
    }

    [Fact]
    public void Each_event_of_a_whole_sentence_is_met_by_the_review_held_for_it() =>
        new ACase()
            .Sentenced("2010-03-01")
            .Started("2010-03-12")
            .ExpectedRelease("2010-08-13")
            .Transferred("2010-05-04")
            .Released("2010-08-13")
            .Ends("2011-02-28")
            .Review("2010-03-10", "initial_planning")
            .Review("2010-05-20", "transfer")
            .Review("2010-07-02", "pre_release")
            .Review("2010-08-20", "release")
            .Duties("PLN-4E", "2010-09-01")
            .ShouldBe(["2010-03-15 met 2010-03-10", "2010-05-18 met_late 2010-05-20", "2010-07-02 met 2010-07-02", "2010-08-27 met 2010-08-20"]);

    [Fact]
    public void A_quarterly_review_held_at_the_time_of_the_event_meets_it_and_one_before_it_does_not()
    {
        // The May bank holiday is Monday 3 May: ten working days from Thursday 29 April end on 14 May.
        var moved = new ACase().Started("2010-03-12").Review("2010-04-28").Transferred("2010-04-29");
        moved.Duties("PLN-4E", "2010-05-01").ShouldContain("2010-05-14 due");
        moved.Review("2010-05-05").Duties("PLN-4E", "2010-05-05").ShouldContain("2010-05-14 met 2010-05-05");
    }

    [Fact]
    public void Six_weeks_before_release_counts_from_ten_working_days_earlier_unless_it_is_the_review_before_release_itself()
    {
        // 42 days before 13 August is 2 July; ten working days before that is 18 June.
        Leaving().Review("2010-06-17").Duties("PLN-4E", "2010-06-30").ShouldContain("2010-07-02 due");
        Leaving().Review("2010-06-18").Duties("PLN-4E", "2010-06-30").ShouldContain("2010-07-02 met 2010-06-18");
        Leaving().Review("2010-05-20", "pre_release").Duties("PLN-4E", "2010-06-30").ShouldContain("2010-07-02 met 2010-05-20");
    }

    [Fact]
    public void Out_without_a_review_before_it_is_missed_and_a_later_one_does_not_make_up() =>
        Leaving().Released("2010-08-13").Review("2010-08-16", "pre_release").Duties("PLN-4E", "2010-08-17").ShouldContain("2010-07-02 missed");

    [Fact]
    public void The_quarterly_review_that_is_due_at_that_time_is_demand_enough()
    {
        // Started on 12 March: the quarterly review is due on 12 June, the one for the transfer on 18 June.
        var moved = new ACase().Started("2010-03-12").Transferred("2010-06-04");
        moved.Duties("PLN-4E", "2010-06-07").ShouldBe(["2010-03-15 met 2010-03-12"]);
        moved.Duties("PLN-4", "2010-06-07").ShouldBe(["2010-06-12 due"]);
        moved.Review("2010-06-21");
        moved.Duties("PLN-4E", "2010-06-21").ShouldContain("2010-06-18 met_late 2010-06-21");
        moved.Duties("PLN-4", "2010-06-21").ShouldBe(["2010-06-12 met_late 2010-06-21", "2010-09-21 due"]);
    }

    [Fact]
    public void A_quarterly_review_that_is_due_too_early_for_the_release_leaves_the_demand() =>
        // Due on 12 June, and the review before release counts from 18 June.
        Leaving().Duties("PLN-4E", "2010-06-10").ShouldContain("2010-07-02 due");

    [Fact]
    public void The_end_of_the_order_is_the_last_one_of_all_and_at_the_end_of_a_month() =>
        new ACase().Started("2010-03-12").Ends("2011-02-28").Review("2010-12-20").Review("2011-02-14").Duties("PLN-4E", "2011-02-20").ShouldContain("2011-02-28 met 2011-02-14");

    [Fact]
    public void Events_before_the_programme_started_ask_for_no_review_of_a_plan() =>
        new ACase().ExpectedRelease("2010-08-13").Transferred("2010-05-04").Started("2010-07-05").Review("2010-03-10", "initial_planning")
            .Duties("PLN-4E", "2010-07-06").ShouldBe(["2010-03-15 met 2010-03-10"]);

    [Fact]
    public void Asked_only_from_the_first_day_of_recording_on()
    {
        var figures = new DutyFigures([new(FirstDayOfRecording.Key, new(FirstDayOfRecording.Write(Day("2010-05-18")), Day("2010-05-18"), "import", "Import"))]);
        var moved = new ACase().Started("2010-03-12").Transferred("2010-04-29").Transferred("2010-05-04");
        moved.Duties("PLN-4E", "2010-05-18", figures).ShouldBe(["2010-05-18 due"]);
    }

    [Fact]
    public void A_move_is_seen_from_its_own_day_and_not_after_release()
    {
        var moved = new ACase().Started("2010-03-12").Transferred("2010-05-04").Transferred("2010-09-01").Released("2010-08-13");
        moved.Duties("PLN-4E", "2010-05-03").ShouldBe(["2010-03-15 met 2010-03-12"]);
        // The quarterly review, due since 12 June, is demand enough for the release, and was not for the move of May.
        moved.Duties("PLN-4E", "2010-09-01").ShouldBe(["2010-03-15 met 2010-03-12", "2010-05-18 overdue"]);
    }

    [Fact]
    public void Each_rule_knows_the_kind_of_review_that_it_asks_for() =>
        EventReview.Rules.Select(EventReview.KindFor).ShouldBe(["initial_planning", "transfer", "pre_release", "release", "order_end"]);

    private static ACase Leaving() => new ACase().Started("2010-03-12").ExpectedRelease("2010-08-13");
}
