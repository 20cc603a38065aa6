using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Offers;

[Trait("rule", "OFR-1")]
public class FirstOfferTests
{
    [Theory] // sentenced on Monday 1 March 2010: due on Monday 15 March
    [InlineData("2010-03-15", "2010-03-15 due")]
    [InlineData("2010-03-16", "2010-03-15 overdue")]
    public void Due_ten_working_days_after_sentence(string on, string duty) => new ACase().Duties("OFR-1", on).ShouldBe([duty]);

    [Theory]
    [InlineData(OfferAnswers.Accepted)]
    [InlineData(OfferAnswers.Refused)]
    [InlineData(OfferAnswers.Undecided)]
    public void Any_answer_meets_it(string answer) =>
        new ACase().Offered("2010-03-12", answer).Duties("OFR-1", "2010-06-01").ShouldBe(["2010-03-15 met 2010-03-12"]);

    [Fact]
    public void The_earliest_of_the_offers_and_the_start_counts()
    {
        new ACase().Refused("2010-03-17").Refused("2010-03-16").Duties("OFR-1", "2010-06-01").ShouldBe(["2010-03-15 met_late 2010-03-16"]);
        new ACase().Started("2010-03-11").Accepted("2010-03-12").Duties("OFR-1", "2010-06-01").ShouldBe(["2010-03-15 met 2010-03-11"]);
        new ACase().Started("2010-03-18").Duties("OFR-1", "2010-06-01").ShouldBe(["2010-03-15 met_late 2010-03-18"]);
        new ACase().Accepted("2010-02-20").Duties("OFR-1", "2010-06-01").ShouldBe(["2010-03-15 met 2010-02-20"]);
    }

    [Fact]
    public void An_offer_made_otherwise_than_in_custody_is_shown_as_such()
    {
        static string Evidence(ACase given) => given.DutiesOn("2010-06-01").Single(d => d.RuleId == "OFR-1").Evidence!.Value.What;
        Evidence(new ACase().Offered("2010-03-12", OfferAnswers.Accepted, OfferSettings.Community)).ShouldBe("Offered in the community");
        Evidence(new ACase().Offered("2010-03-12", OfferAnswers.Accepted)).ShouldBe("Offered in custody");
        Evidence(new ACase().Started("2010-03-12")).ShouldBe("Programme started");
        Evidence(new ACase().Accepted("2010-03-12").Started("2010-03-12")).ShouldBe("Programme started");
    }

    [Theory]
    [InlineData("2010-03-25", "2010-04-12")] // Good Friday and Easter Monday do not count
    [InlineData("2010-12-20", "2011-01-06")] // nor Christmas, the days that stand in for it, and New Year's
    public void Weekends_and_bank_holidays_do_not_count(string sentenced, string due) =>
        new ACase().Sentenced(sentenced).Duties("OFR-1", sentenced).ShouldBe([$"{due} due"]);

    [Theory]
    [InlineData("2010-02-22")]
    [InlineData("2010-03-08")]
    public void Reckoned_from_sentence_whenever_the_case_was_referred(string referred) =>
        new ACase().Referred(referred).Duties("OFR-1", "2010-03-10").ShouldBe(["2010-03-15 due"]);

    [Theory]
    [InlineData(SentenceKind.Community)]
    [InlineData(SentenceKind.Remand)]
    [InlineData(SentenceKind.Other)]
    public void Asked_of_custodial_sentences_alone(SentenceKind kind) =>
        new ACase().Sentenced("2010-03-01", kind).Accepted("2010-03-05").Duties("OFR-1", "2010-06-01").ShouldBeEmpty();

    [Fact]
    public void Cannot_be_missed() => new ACase().Released("2010-04-01").Duties("OFR-1", "2010-06-01").ShouldBe(["2010-03-15 overdue"]);

    [Fact]
    public void An_offer_to_come_does_not_meet_it() =>
        new ACase().Accepted("2010-03-17").Duties("OFR-1", "2010-03-16").ShouldBe(["2010-03-15 overdue"]);
}
