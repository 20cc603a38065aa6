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

    private static CaseFacts Ended(string purpose, string on = "2010-09-01") =>
        new ACase().Started("2010-03-15").Facts() with { Assessments = [new Assessment(Day(on), purpose, new int?[12])] };

    private static IReadOnlyList<ClosingLacks> Lacks(CaseFacts facts, ClosingEvidence evidence, string reason) =>
        ReadyToClose.Lacks(facts, evidence, reason, Day("2010-09-15"));
}
