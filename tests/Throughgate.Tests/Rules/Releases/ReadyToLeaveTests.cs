using Throughgate.Domain.Releases;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Domain.Time;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Rules.Releases.Asked;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-6")]
public class ReadyToLeaveTests
{
    private static ACase Leaving() => new ACase().ExpectedRelease("2010-06-15");

    private static (string, string, string)[] All(string on, string? but = null, string state = "done") =>
        [.. ReleaseItems.List.Select(i => (i, i == but ? state : "done", on))];

    [Fact]
    public void Due_fourteen_days_before_the_expected_release()
    {
        Of(ReadyToLeave.Rule, Leaving(), "2010-06-01").ShouldBe("2010-06-01 due");
        Of(ReadyToLeave.Rule, Leaving(), "2010-06-02").ShouldBe("2010-06-01 overdue");
    }

    [Fact]
    public void Met_when_the_last_item_is_done_or_not_needed()
    {
        Of(ReadyToLeave.Rule, Leaving(), "2010-06-10", Items(All("2010-05-20"))).ShouldBe("2010-06-01 met 2010-05-20");
        Of(ReadyToLeave.Rule, Leaving(), "2010-06-10", Items(All("2010-05-20", "clothes", "not_needed"))).ShouldBe("2010-06-01 met 2010-05-20");
        Of(ReadyToLeave.Rule, Leaving(), "2010-06-10", Items(All("2010-05-20", "bank_account", "booked"))).ShouldBe("2010-06-01 overdue");
        Of(ReadyToLeave.Rule, Leaving(), "2010-06-10", Items([.. All("2010-05-20")[1..], ("national_insurance", "done", "2010-06-04")])).ShouldBe("2010-06-01 met_late 2010-06-04");
        Of(ReadyToLeave.Rule, Leaving(), "2010-05-19", Items(All("2010-05-20"))).ShouldBe("2010-06-01 due");
    }

    [Fact]
    public void The_scheme_may_add_items_from_a_day_on()
    {
        var own = new OwnItem("a0", new DateRange(ACase.Day("2010-05-25"), null));
        Of(ReadyToLeave.Rule, Leaving(), "2010-05-24", f => Items(All("2010-05-20"))(f) with { OwnItems = [own] }).ShouldBe("2010-06-01 met 2010-05-20");
        Of(ReadyToLeave.Rule, Leaving(), "2010-05-26", f => Items(All("2010-05-20"))(f) with { OwnItems = [own] }).ShouldBe("2010-06-01 due");
        Of(ReadyToLeave.Rule, Leaving(), "2010-05-26", f => Items([.. All("2010-05-20"), ("a0", "done", "2010-05-26")])(f) with { OwnItems = [own] }).ShouldBe("2010-06-01 met 2010-05-26");
    }

    [Fact]
    public void Missed_once_they_are_out_and_not_asked_of_who_refused()
    {
        Of(ReadyToLeave.Rule, Leaving().Released("2010-06-15"), "2010-06-16", Items(All("2010-06-16"))).ShouldBe("2010-06-01 missed");
        Of(ReadyToLeave.Rule, Leaving().Offered("2010-03-08", "refused"), "2010-06-02").ShouldBeEmpty();
    }
}
