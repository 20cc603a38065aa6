using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Plans;

[Trait("rule", "PLN-2")]
public class PlanDrawnUpTests
{
    [Theory] // sentenced on Monday 1 March 2010: due on Monday 15 March
    [InlineData(null, "2010-03-15", "2010-03-15 due")]
    [InlineData(null, "2010-03-16", "2010-03-15 overdue")]
    [InlineData("2010-03-15", "2010-03-16", "2010-03-15 met 2010-03-15")]
    [InlineData("2010-03-16", "2010-03-16", "2010-03-15 met_late 2010-03-16")]
    [InlineData("2010-03-17", "2010-03-16", "2010-03-15 overdue")]
    public void Due_ten_working_days_after_sentence(string? drawnUp, string on, string duty) =>
        DrawnUp(drawnUp).Duties("PLN-2", on).ShouldBe([duty]);

    [Fact]
    public void A_plan_that_was_agreed_but_never_drawn_up_leaves_it_open() =>
        DrawnUp(null).Started("2010-03-10").Duties("PLN-2", "2010-03-16").ShouldBe(["2010-03-15 overdue"]);

    [Fact]
    public void Asked_of_custodial_sentences_alone() =>
        DrawnUp(null).Sentenced("2010-03-01", SentenceKind.Community).Duties("PLN-2", "2010-06-01").ShouldBeEmpty();

    private static ACase DrawnUp(string? on) => new() { PlanDrawnUp = on is null ? null : ACase.Day(on) };
}
