using Throughgate.Domain.Assessments;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Tests.Build;
using static Throughgate.Domain.Rules.Programmes.ClosingLacks;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Programmes;

[Trait("rule", "OPN-5")]
public class ReadyToCloseTests
{
    private static readonly ClosingEvidence Whole = new("We agree", "I am fine now", null, null, "Mentor on Tuesdays", true);

    [Fact]
    public void Nothing_gathered_lacks_everything() =>
        Lacks(new ACase().Facts(), default, "no_longer_helps").ShouldBe([Start, YotView, OwnView, ServicesThatGoOn, TakingPart, EndAsset]);

    [Fact]
    public void Both_views_a_plan_taken_part_in_and_an_end_Asset_are_enough() => Lacks(Ended("programme_end"), Whole, "no_longer_helps").ShouldBeEmpty();

    [Theory]
    [InlineData("order_end", "2010-09-01")]
    [InlineData("programme_end", "2010-09-16")]
    public void An_Asset_for_the_end_of_the_order_or_of_a_later_day_is_not_the_end_Asset(string purpose, string on) =>
        Lacks(Ended(purpose, on), Whole, "no_longer_helps").ShouldBe([EndAsset]);

    [Theory]
    [InlineData("no_contact", null, new[] { Attempts })]
    [InlineData("no_contact", "Three letters", new ClosingLacks[0])]
    [InlineData("moved_away", " ", new[] { Attempts })]
    [InlineData("died", null, new ClosingLacks[0])]
    public void Where_the_own_view_cannot_be_had_the_attempts_stand_for_it(string why, string? attempts, ClosingLacks[] lacks) =>
        Lacks(Ended("programme_end"), Whole with { OwnView = null, TookPart = false, NotToBeHad = why, Attempts = attempts }, "no_contact_after_review").ShouldBe(lacks);

    [Fact]
    public void Of_somebody_who_died_neither_plan_nor_Asset_is_asked_and_of_a_case_in_error_only_a_start()
    {
        Lacks(new ACase().Started("2010-03-15").Facts(), new("We are sorry", null, "died", null, null, false), "died").ShouldBeEmpty();
        Lacks(new ACase().Started("2010-03-15").Facts(), default, "recorded_in_error").ShouldBeEmpty();
        Lacks(new ACase().Facts(), default, "recorded_in_error").ShouldBe([Start]);
    }

    [Theory] // the order ends on 12 September 2010; support can last until 12 March 2011
    [Trait("rule", "OPN-7")]
    [InlineData("OPN-7", "2010-07-31", "")]
    [InlineData("OPN-7", "2010-08-01", "2010-09-12 due")]
    [InlineData("OPN-7", "2010-09-13", "2010-09-12 overdue")]
    [InlineData("OPN-11", "2011-01-28", "")]
    [InlineData("OPN-11", "2011-01-29", "2011-03-12 due")]
    [InlineData("OPN-11", "2011-03-13", "2011-03-12 overdue")]
    public void What_the_end_of_the_order_asks(string rule, string on, string duty) =>
        new ACase().Started("2010-03-15").Ends("2010-09-12").Duties(rule, on).ShouldBe(duty.Length == 0 ? [] : [duty]);

    [Theory] // ACase's person was born on 10 May 1994 and becomes 18 on 10 May 2012
    [Trait("rule", "OPN-13")]
    [InlineData("2011-11-09", "2012-11-10", "2011-11-09", "")]
    [InlineData("2011-11-10", "2011-11-10", "2011-11-10", "2012-02-10 due")]
    [InlineData("2012-02-11", "2011-11-10", "2011-11-10", "2012-02-10 overdue")]
    [InlineData("2012-02-11", "2011-11-09", "2011-11-10", "")]
    public void Who_carries_on_is_decided_three_months_before_18_where_support_lasts_that_long(string on, string ends, string known, string duty) =>
        new ACase().Started("2010-03-15").Ends(ends).Duties("OPN-13", on).ShouldBe(duty.Length == 0 ? [] : [duty], known);

    private static CaseFacts Ended(string purpose, string on = "2010-09-01") =>
        new ACase().Started("2010-03-15").Facts() with { Assessments = [new Assessment(Day(on), purpose, new int?[12])] };

    private static IReadOnlyList<ClosingLacks> Lacks(CaseFacts facts, ClosingEvidence evidence, string reason) =>
        ReadyToClose.Lacks(facts, evidence, reason, Day("2010-09-15"));
}
