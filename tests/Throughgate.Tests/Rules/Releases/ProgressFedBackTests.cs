using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Rules.Releases.Asked;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-10")]
public class ProgressFedBackTests
{
    private static ACase Out() => new ACase().Started("2010-04-12").Released("2010-08-31");

    [Theory]
    [InlineData("2010-09-30", "2010-09-30 due")] // no 31 September
    [InlineData("2010-10-01", "2010-09-30 overdue")]
    public void Due_a_month_after_release(string on, string duty) => Of(ProgressFedBack.Rule, Out(), on).ShouldBe(duty);

    [Fact]
    public void Met_by_what_was_told_after_release()
    {
        Of(ProgressFedBack.Rule, Out(), "2010-10-10", Told(("progress_fed_back", "2010-09-20"))).ShouldBe("2010-09-30 met 2010-09-20");
        Of(ProgressFedBack.Rule, Out(), "2010-10-10", Told(("progress_fed_back", "2010-08-01"), ("education_answered", "2010-09-20"))).ShouldBe("2010-09-30 overdue");
    }

    [Fact]
    public void Not_asked_of_who_never_started() => Of(ProgressFedBack.Rule, new ACase().Released("2010-06-15"), "2010-09-01").ShouldBeEmpty();
}
