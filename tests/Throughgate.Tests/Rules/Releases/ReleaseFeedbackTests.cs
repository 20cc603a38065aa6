using Throughgate.Domain.Programmes;
using Throughgate.Domain.Releases;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Rules.Releases.Asked;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-9")]
public class ReleaseFeedbackTests
{
    private static ACase Out(string released = "2010-11-30") => new ACase().Started("2010-04-12").Released(released);

    private static Func<CaseFacts, CaseFacts> Given(params (string Stage, string On)[] forms) => f => f with { Feedback = [.. forms.Select(s => new Feedback(s.Stage, ACase.Day(s.On)))] };

    [Theory]
    [InlineData("2010-11-30", "2010-12-30 due; 2011-02-28 due")] // no 30 February
    [InlineData("2010-06-15", "2010-07-15 overdue; 2010-09-15 overdue")]
    public void Due_one_and_three_months_after_release(string released, string duties) => Of(ReleaseFeedback.Rule, Out(released), "2010-12-01").ShouldBe(duties);

    [Fact]
    public void Each_form_meets_its_own()
    {
        Of(ReleaseFeedback.Rule, Out(), "2011-03-10", Given(("month_1", "2010-12-20"))).ShouldBe("2010-12-30 met 2010-12-20; 2011-02-28 overdue");
        Of(ReleaseFeedback.Rule, Out(), "2011-03-10", Given(("month_3", "2011-03-02"))).ShouldBe("2010-12-30 overdue; 2011-02-28 met_late 2011-03-02");
    }

    [Fact]
    public void Not_asked_before_release_or_of_who_never_started()
    {
        Of(ReleaseFeedback.Rule, Out(), "2010-11-29").ShouldBeEmpty();
        Of(ReleaseFeedback.Rule, new ACase().Released("2010-06-15"), "2010-09-01").ShouldBeEmpty();
    }
}
