using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Offers;

[Trait("rule", "OFR-2")]
public class OfferBeforeReleaseTests
{
    private static ACase Refused(string on = "2010-03-10") => new ACase().Refused(on);

    [Theory]
    [InlineData("2010-07-01", "2010-06-03 due")] // 28 days before the expected release
    [InlineData("2010-04-14", "2010-03-17 due")] // as many days as five working days give
    [InlineData("2010-04-13", "2010-03-17 due")] // never less than five working days after the refusal
    [InlineData("2010-03-11", "2010-03-17 due")]
    [InlineData(null, "2010-03-17 due")] // expected release not known
    public void Due_28_days_before_release_but_never_within_five_working_days(string? expected, string duty) =>
        Refused().ExpectedRelease(expected).Duties("OFR-2", "2010-03-10").ShouldBe([duty]);

    [Fact]
    public void Each_refusal_raises_one_and_the_next_offer_meets_it() =>
        Refused()
            .Refused("2010-04-01")
            .Undecided("2010-06-04")
            .ExpectedRelease("2010-07-01")
            .Duties("OFR-2", "2010-06-10")
            .ShouldBe(["2010-06-03 met 2010-04-01", "2010-06-03 met_late 2010-06-04"]);

    [Fact]
    public void The_start_meets_it_too_and_nothing_is_raised_on_or_after_it()
    {
        Refused().Started("2010-04-01").Accepted("2010-04-02").Duties("OFR-2", "2010-06-10").ShouldBe(["2010-03-17 met_late 2010-04-01"]);
        Refused().Started("2010-03-10").Duties("OFR-2", "2010-06-10").ShouldBeEmpty();
        Refused("2010-03-12").Started("2010-03-10").Duties("OFR-2", "2010-06-10").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2010-03-20", "2010-06-03 due")]
    [InlineData("2010-04-30", "2010-06-03 due")] // on the day of release the due date decides
    [InlineData("2010-05-01", "2010-06-03 missed")] // whether or not the due date has passed
    public void Missed_once_released_without_another_offer(string on, string duty) =>
        Refused().ExpectedRelease("2010-07-01").Released("2010-04-30").Duties("OFR-2", on).ShouldBe([duty]);

    [Fact]
    public void Overdue_on_the_day_of_release() =>
        Refused().ExpectedRelease("2010-04-30").Released("2010-04-30").Duties("OFR-2", "2010-04-30").ShouldBe(["2010-04-02 overdue"]);

    [Fact]
    public void An_offer_or_start_after_release_does_not_meet_it()
    {
        Refused().Released("2010-04-30").Accepted("2010-05-01").Duties("OFR-2", "2010-06-10").ShouldBe(["2010-03-17 missed"]);
        Refused().Released("2010-04-30").Started("2010-05-01").Duties("OFR-2", "2010-06-10").ShouldBe(["2010-03-17 missed"]);
        Refused().Released("2010-04-30").Accepted("2010-04-30").Duties("OFR-2", "2010-06-10").ShouldBe(["2010-03-17 met_late 2010-04-30"]);
    }

    [Fact]
    public void A_refusal_on_the_day_of_release_raises_one_and_a_later_refusal_none()
    {
        Refused("2010-04-30").Released("2010-04-30").Duties("OFR-2", "2010-05-01").ShouldBe(["2010-05-10 missed"]);
        Refused("2010-05-01").Released("2010-04-30").Duties("OFR-2", "2010-05-01").ShouldBeEmpty();
    }

    [Fact]
    public void The_expected_release_known_on_the_day_counts()
    {
        var moved = Refused().ExpectedRelease("2010-07-01").ExpectedRelease("2010-08-01", knownFrom: "2010-05-20");
        moved.Duties("OFR-2", "2010-05-19").ShouldBe(["2010-06-03 due"]);
        moved.Duties("OFR-2", "2010-05-20").ShouldBe(["2010-07-04 due"]);
    }

    [Fact]
    public void Undecided_and_accepted_offers_raise_none() =>
        new ACase().Undecided("2010-03-10").Accepted("2010-03-20").Duties("OFR-2", "2010-06-10").ShouldBeEmpty();
}
