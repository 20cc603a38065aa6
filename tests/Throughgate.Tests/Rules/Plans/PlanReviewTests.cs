using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Plans;

[Trait("rule", "PLN-4")]
public class PlanReviewTests
{
    [Fact]
    public void Every_base_raises_one_and_the_last_is_always_listed() =>
        new ACase()
            .Started("2010-03-15")
            .Review("2010-06-15")
            .Review("2010-09-20", "transfer")
            .Duties("PLN-4", "2010-10-01")
            .ShouldBe(["2010-06-15 met 2010-06-15", "2010-09-15 met_late 2010-09-20", "2010-12-20 due"]);

    [Fact]
    public void Months_keep_the_day_of_the_month_or_take_its_last_day()
    {
        new ACase().Started("2010-11-30").Duties("PLN-4", "2011-03-01").ShouldBe(["2011-02-28 overdue"]);
        new ACase().Started("2011-11-30").Duties("PLN-4", "2012-02-29").ShouldBe(["2012-02-29 due"]);
        new ACase().Started("2010-05-31").Duties("PLN-4", "2010-06-01").ShouldBe(["2010-08-31 due"]);
    }

    [Fact]
    public void A_review_on_the_base_day_is_not_the_next_one() =>
        new ACase()
            .Started("2010-03-15")
            .Review("2010-03-15", "initial_planning")
            .Review("2010-05-01")
            .Review("2010-05-01", "position")
            .Duties("PLN-4", "2010-06-01")
            .ShouldBe(["2010-06-15 met 2010-05-01", "2010-08-01 due"]);

    [Fact]
    public void Reviews_before_the_start_are_ignored() =>
        new ACase().Review("2010-03-10", "initial_planning").Started("2010-03-15").Duties("PLN-4", "2010-03-15").ShouldBe(["2010-06-15 due"]);

    [Fact]
    public void Not_raised_until_both_have_agreed_the_plan()
    {
        var agreed = new ACase().AgreedByPerson("2010-03-15").AgreedByYot("2010-03-20");
        agreed.Duties("PLN-4", "2010-03-19").ShouldBeEmpty();
        agreed.Duties("PLN-4", "2010-03-20").ShouldBe(["2010-06-20 due"]);
        new ACase().AgreedByPerson("2010-03-15").Duties("PLN-4", "2010-09-01").ShouldBeEmpty();
    }

    [Fact]
    public void Without_hindsight_a_later_review_is_not_seen() =>
        new ACase().Started("2010-03-15").Review("2010-06-20").Duties("PLN-4", "2010-06-19").ShouldBe(["2010-06-15 overdue"]);

    [Theory]
    [InlineData(SentenceKind.Custodial)]
    [InlineData(SentenceKind.Community)]
    [InlineData(SentenceKind.Remand)]
    [InlineData(SentenceKind.Other)]
    public void Asked_of_every_kind_of_sentence(SentenceKind kind) =>
        new ACase().Sentenced("2010-03-01", kind).Started("2010-03-15").Duties("PLN-4", "2010-03-15").ShouldBe(["2010-06-15 due"]);

    [Fact]
    public void Goes_on_after_the_order_has_ended_and_ends_with_the_programme()
    {
        var ended = new ACase().Started("2010-03-15").Released("2010-04-01").Ends("2010-05-01").Closed("2010-08-01");
        ended.Duties("PLN-4", "2010-07-31").ShouldBe(["2010-06-15 overdue"]);
        ended.Duties("PLN-4", "2010-08-01").ShouldBeEmpty();
    }
}
