using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Rules.Releases.Asked;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-1")]
public class WhoMeetsDecidedTests
{
    private static ACase Leaving(string on = "2010-06-15") => new ACase().ExpectedRelease(on).Offered("2010-03-08", "accepted");

    [Theory]
    [InlineData("2010-06-15", "2010-06-01")]
    [InlineData("2010-06-14", "2010-05-28")] // Monday 31 May is a bank holiday
    public void Due_ten_working_days_before_the_expected_release(string leaves, string due)
    {
        Of(WhoMeetsDecided.Rule, Leaving(leaves), due).ShouldBe($"{due} due");
        Of(WhoMeetsDecided.Rule, Leaving(leaves), "2010-06-02").ShouldBe($"{due} overdue");
    }

    [Theory]
    [InlineData("done", "2010-06-01", "2010-06-01 met 2010-06-01")]
    [InlineData("done", "2010-06-03", "2010-06-01 met_late 2010-06-03")]
    [InlineData("booked", "2010-05-20", "2010-06-01 overdue")]
    public void Met_by_the_day_it_was_decided(string state, string on, string duty) =>
        Of(WhoMeetsDecided.Rule, Leaving(), "2010-06-10", Items(("who_meets", state, on))).ShouldBe(duty);

    [Fact]
    public void Asked_for_everybody_who_accepted_plan_agreed_or_not_and_of_nobody_else()
    {
        Of(WhoMeetsDecided.Rule, new ACase().ExpectedRelease("2010-06-15"), "2010-05-01").ShouldBeEmpty();
        Of(WhoMeetsDecided.Rule, new ACase().ExpectedRelease("2010-06-15").Offered("2010-03-08", "refused"), "2010-05-01").ShouldBeEmpty();
        Of(WhoMeetsDecided.Rule, new ACase().Offered("2010-03-08", "accepted"), "2010-05-01").ShouldBeEmpty();
        Of(WhoMeetsDecided.Rule, new ACase().ExpectedRelease("2010-06-15").Started("2010-04-12"), "2010-05-01").ShouldBe("2010-06-01 due");
    }

    [Fact]
    public void Missed_once_they_are_out()
    {
        Of(WhoMeetsDecided.Rule, Leaving().Released("2010-06-15"), "2010-06-16").ShouldBe("2010-06-01 missed");
        Of(WhoMeetsDecided.Rule, Leaving().Released("2010-06-15"), "2010-06-20", Items(("who_meets", "done", "2010-06-17"))).ShouldBe("2010-06-01 missed");
    }
}
