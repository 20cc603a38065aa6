using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Plans;
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

    [Theory]
    [InlineData("2010-03-25", "2010-04-12")] // Good Friday and Easter Monday do not count
    [InlineData("2010-12-20", "2011-01-06")] // nor Christmas, the days that stand in for it, and New Year's
    public void Weekends_and_bank_holidays_do_not_count(string sentenced, string due) =>
        DrawnUp(null).Sentenced(sentenced).Duties("PLN-2", sentenced).ShouldBe([$"{due} due"]);

    [Fact]
    public void Reckoned_from_sentence_and_with_the_figure_of_that_day()
    {
        DrawnUp(null).Referred("2010-03-08").Duties("PLN-2", "2010-03-10").ShouldBe(["2010-03-15 due"]);
        var shorter = new DutyFigures([new(PlanDrawnUp.Within.Key, new(5, ACase.Day("2010-03-02"), "The manager", "agreed by the board"))]);
        DrawnUp(null).Duties("PLN-2", "2010-03-10", shorter).ShouldBe(["2010-03-15 due"]);
        DrawnUp(null).Sentenced("2010-03-02").Duties("PLN-2", "2010-03-10", shorter).ShouldBe(["2010-03-09 overdue"]);
    }

    [Fact]
    public void Stays_overdue_after_release() => DrawnUp(null).Released("2010-04-01").Duties("PLN-2", "2010-06-01").ShouldBe(["2010-03-15 overdue"]);

    [Fact]
    public void A_plan_that_was_agreed_but_never_drawn_up_leaves_it_open() =>
        DrawnUp(null).Started("2010-03-10").Duties("PLN-2", "2010-03-16").ShouldBe(["2010-03-15 overdue"]);

    [Fact]
    public void Asked_of_custodial_sentences_alone() =>
        DrawnUp(null).Sentenced("2010-03-01", SentenceKind.Community).Duties("PLN-2", "2010-06-01").ShouldBeEmpty();

    private static ACase DrawnUp(string? on) => new() { PlanDrawnUp = on is null ? null : ACase.Day(on) };
}
