using Throughgate.Domain.Returns;
using static Throughgate.Tests.Returns.Quarter1;

namespace Throughgate.Tests.Returns;

/// <summary>RET-1: "why is this person not counted?" answers for each of the three events.</summary>
public class WhyNotTests
{
    [Fact]
    public void Nothing_on_record()
    {
        var answer = WhyNot.Of(Person(), InPeriod);
        answer.All.Select(v => v.Outcome).ShouldBe([Outcome.NothingOnRecord, Outcome.NothingOnRecord, Outcome.NothingOnRecord]);
        answer.IsCounted.ShouldBeFalse();
    }

    [Fact]
    public void Each_event_of_a_case_in_custody()
    {
        var answer = WhyNot.Of(Person().With(Case(Custodial(released: null))), InPeriod);
        answer.Releases.Single().Outcome.ShouldBe(Outcome.NotYet);
        answer.CommunityStarts.Single().Outcome.ShouldBe(Outcome.NotCommunity);
        answer.Closings.Single().Outcome.ShouldBe(Outcome.NotYet);
    }

    [Fact]
    public void Another_quarter_another_scheme_a_closing_not_counted()
    {
        var theirs = Case(Community(), "C2") with { Scheme = "cardiff" };
        var died = Case(Custodial(released: "2010-07-01"), closed: "2010-05-05", reason: ClosingReasons.Died);
        var answer = WhyNot.Of(Person().With(theirs, died), InPeriod);
        answer.Releases.Single().Outcome.ShouldBe(Outcome.AnotherQuarter);
        answer.CommunityStarts.Select(v => v.Outcome).ShouldBe([Outcome.AnotherScheme, Outcome.NotCommunity]);
        answer.Closings.Select(v => v.Outcome).ShouldBe([Outcome.AnotherScheme, Outcome.ClosingNotCounted]);
    }

    [Theory]
    [InlineData(null, null, StartOutcome.NoPlanAgreed)]
    [InlineData("2010-03-31", null, StartOutcome.StartedBefore)]
    [InlineData("2010-03-01", "2010-04-01", StartOutcome.ClosedBeforeRelease)]
    [InlineData("2010-07-01", null, StartOutcome.StartedAfterQuarter)]
    [InlineData("2010-04-01", null, StartOutcome.Started)]
    public void A_counted_release_says_why_it_is_not_started(string? start, string? closed, StartOutcome outcome)
    {
        var person = Person().With(Case(Custodial(), start: start, closed: closed));
        WhyNot.Of(person, InPeriod).Start!.Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void A_counted_release_without_a_case() => WhyNot.Of(Person().With(Custodial()), InPeriod).Start!.Outcome.ShouldBe(StartOutcome.NoCase);

    [Fact]
    public void Left_out_are_events_of_the_quarter_that_concern_the_scheme()
    {
        var moved = Person().LivingIn(("bradford", "2000-01-01", null));
        WhyNot.LeftOut(moved.With(Custodial()), InPeriod).ShouldBeEmpty();
        WhyNot.LeftOut(moved.With(Case(Custodial())), InPeriod).Single().Outcome.ShouldBe(Outcome.LivesElsewhere);
        WhyNot.LeftOut(Person(born: "1980-01-01").With(Custodial()), InPeriod).Single().Outcome.ShouldBe(Outcome.OutsideAges);
    }
}
