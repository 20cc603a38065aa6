using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Offers;

[Trait("rule", "OFR-3")]
public class OfferAfterReleaseTests
{
    private static ACase RefusedAtRelease() => new ACase().Refused("2010-03-10").Released("2010-05-03");

    [Fact]
    public void First_28_days_after_release_then_three_months_after_each_refusal() =>
        RefusedAtRelease()
            .Refused("2010-05-31")
            .Refused("2010-09-01")
            .Duties("OFR-3", "2010-12-02")
            .ShouldBe(["2010-05-31 met 2010-05-31", "2010-08-31 met_late 2010-09-01", "2010-12-01 overdue"]);

    [Fact]
    public void Not_before_release()
    {
        RefusedAtRelease().Duties("OFR-3", "2010-05-02").ShouldBeEmpty();
        RefusedAtRelease().Duties("OFR-3", "2010-05-03").ShouldBe(["2010-05-31 due"]);
    }

    [Fact]
    public void Only_where_the_last_offer_by_release_was_refused()
    {
        new ACase().Refused("2010-03-10").Undecided("2010-05-03").Released("2010-05-03").Duties("OFR-3", "2010-06-10").ShouldBeEmpty();
        new ACase().Undecided("2010-03-10").Refused("2010-05-03").Released("2010-05-03").Duties("OFR-3", "2010-05-10").Length.ShouldBe(1);
        new ACase().Released("2010-05-03").Refused("2010-05-04").Duties("OFR-3", "2010-06-10").ShouldBeEmpty();
    }

    [Fact]
    public void Not_where_the_programme_started_by_release()
    {
        RefusedAtRelease().Started("2010-05-03").Duties("OFR-3", "2010-06-10").ShouldBeEmpty();
        RefusedAtRelease().Started("2010-05-04").Duties("OFR-3", "2010-06-10").ShouldBe(["2010-05-31 met 2010-05-04"]);
    }

    [Fact]
    public void An_undecided_offer_meets_the_one_before_and_raises_none() =>
        RefusedAtRelease()
            .Undecided("2010-05-20")
            .Refused("2010-06-20")
            .Duties("OFR-3", "2010-07-01")
            .ShouldBe(["2010-05-31 met 2010-05-20", "2010-09-20 due"]);

    [Fact]
    public void After_an_acceptance_or_the_start_none_is_raised()
    {
        RefusedAtRelease().Accepted("2010-05-20").Refused("2010-06-20").Duties("OFR-3", "2010-07-01").ShouldBe(["2010-05-31 met 2010-05-20"]);
        RefusedAtRelease().Started("2010-05-20").Refused("2010-05-20").Duties("OFR-3", "2010-07-01").ShouldBe(["2010-05-31 met 2010-05-20"]);
        RefusedAtRelease().Refused("2010-05-19").Started("2010-05-20").Refused("2010-05-21").Duties("OFR-3", "2010-07-01")
            .ShouldBe(["2010-05-31 met 2010-05-19", "2010-08-19 met 2010-05-20"]);
    }

    [Fact]
    public void None_is_due_after_the_order_has_ended()
    {
        RefusedAtRelease().Ends("2010-05-31").Duties("OFR-3", "2010-06-10").ShouldBe(["2010-05-31 overdue"]);
        RefusedAtRelease().Ends("2010-05-30").Duties("OFR-3", "2010-06-10").ShouldBeEmpty();
        RefusedAtRelease().Ends("2010-08-18").Refused("2010-05-19").Duties("OFR-3", "2010-06-10").ShouldBe(["2010-05-31 met 2010-05-19"]);
    }

    [Fact]
    public void The_end_known_on_the_day_counts()
    {
        var extended = RefusedAtRelease().Ends("2010-05-20").Ends("2010-09-20", knownFrom: "2010-05-15");
        extended.Duties("OFR-3", "2010-05-14").ShouldBeEmpty();
        extended.Duties("OFR-3", "2010-05-15").ShouldBe(["2010-05-31 due"]);
    }

    [Fact]
    public void Asked_of_custodial_sentences_alone() =>
        RefusedAtRelease().Sentenced("2010-03-01", SentenceKind.Remand).Duties("OFR-3", "2010-06-10").ShouldBeEmpty();
}
