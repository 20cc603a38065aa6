using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Programmes;

[Trait("rule", "OPN-3")]
public class PositionReviewTests
{
    private static ACase Started() => new ACase().Started("2010-03-15").Contact("2010-03-20");

    [Theory] // three months after the last contact is Sunday 20 June 2010; ten working days later is Friday 2 July
    [InlineData("2010-06-19", null)]
    [InlineData("2010-06-20", "2010-07-02 due")]
    [InlineData("2010-07-02", "2010-07-02 due")]
    [InlineData("2010-07-03", "2010-07-02 overdue")]
    public void Due_ten_working_days_after_three_months_of_silence(string on, string? duty) =>
        Started().Duties("OPN-3", on).ShouldBe(duty is null ? [] : [duty]);

    [Fact]
    public void Reckoned_from_the_start_where_there_is_no_later_contact()
    {
        new ACase().Started("2010-03-15").Duties("OPN-3", "2010-06-15").ShouldBe(["2010-06-29 due"]);
        new ACase().Contact("2010-03-10").Started("2010-03-15").Duties("OPN-3", "2010-06-15").ShouldBe(["2010-06-29 due"]);
        new ACase().Contact("2010-03-10").Duties("OPN-3", "2010-09-15").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("family", CountsAs.Irs, ContactOutcomes.Attended)]
    [InlineData("social_worker", CountsAs.Irs, ContactOutcomes.Attended)]
    [InlineData("appointment", CountsAs.Statutory, ContactOutcomes.Attended)]
    [InlineData("appointment", CountsAs.Iss, ContactOutcomes.Attended)]
    [InlineData("appointment", CountsAs.Irs, ContactOutcomes.Missed)]
    [InlineData("appointment", CountsAs.Irs, ContactOutcomes.Planned)]
    public void Only_attended_resettlement_contacts_with_the_young_person_count(string kind, string countsAs, string outcome) =>
        Started().Contact("2010-05-01", kind, countsAs, outcome).Duties("OPN-3", "2010-06-20").ShouldBe(["2010-07-02 due"]);

    [Fact]
    public void A_later_attended_contact_ends_it_without_a_review()
    {
        var back = Started().Contact("2010-07-10", "phone");
        back.Duties("OPN-3", "2010-07-09").ShouldBe(["2010-07-02 overdue"]);
        back.Duties("OPN-3", "2010-07-10").ShouldBeEmpty();
        back.Duties("OPN-3", "2010-10-10").ShouldBe(["2010-10-22 due"]);
    }

    [Fact]
    public void Met_by_the_first_position_review_on_or_after_the_day_the_silence_was_three_months_long()
    {
        Started().Review("2010-06-19", "position").Duties("OPN-3", "2010-07-10").ShouldBe(["2010-07-02 overdue"]);
        Started().Review("2010-06-20", "position").Duties("OPN-3", "2010-07-10").ShouldBe(["2010-07-02 met 2010-06-20"]);
        Started().Review("2010-07-09", "position").Review("2010-07-05", "position").Duties("OPN-3", "2010-07-10").ShouldBe(["2010-07-02 met_late 2010-07-05"]);
        Started().Review("2010-06-25").Duties("OPN-3", "2010-07-10").ShouldBe(["2010-07-02 overdue"]);
    }

    [Fact]
    public void Raised_for_every_kind_of_sentence() =>
        Started().Sentenced("2010-03-01", SentenceKind.Community).Duties("OPN-3", "2010-06-20").ShouldBe(["2010-07-02 due"]);
}
