using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-2")]
public class ReleaseDayMeetingTests
{
    private static ACase StartedAndReleased() => new ACase().Started("2010-03-15").Released("2010-05-03");

    [Theory]
    [InlineData("2010-05-02", null)] // nothing before the day
    [InlineData("2010-05-03", "2010-05-03 due")] // due on the day itself
    [InlineData("2010-05-04", "2010-05-03 missed")]
    public void Due_on_the_day_of_release_and_missed_after_it(string on, string? duty) =>
        StartedAndReleased().Duties("REL-2", on).ShouldBe(duty is null ? [] : [duty]);

    [Fact]
    public void Met_by_a_meeting_on_the_day()
    {
        StartedAndReleased().MetAtGate("2010-05-03").Duties("REL-2", "2010-05-03").ShouldBe(["2010-05-03 met 2010-05-03"]);
        StartedAndReleased().MetAtGate("2010-05-03").Duties("REL-2", "2010-09-03").ShouldBe(["2010-05-03 met 2010-05-03"]);
    }

    [Fact]
    public void Met_late_is_missed() => StartedAndReleased().MetAtGate("2010-05-04").Duties("REL-2", "2010-05-05").ShouldBe(["2010-05-03 missed"]);

    [Fact]
    public void Only_an_attended_release_day_meeting_of_the_resettlement_worker_counts()
    {
        StartedAndReleased().MetAtGate("2010-05-03", CountsAs.Statutory).Duties("REL-2", "2010-05-04").ShouldBe(["2010-05-03 missed"]);
        StartedAndReleased().MetAtGate("2010-05-03", outcome: ContactOutcomes.Planned).Duties("REL-2", "2010-05-04").ShouldBe(["2010-05-03 missed"]);
        StartedAndReleased().Contact("2010-05-03").Duties("REL-2", "2010-05-04").ShouldBe(["2010-05-03 missed"]);
    }

    [Fact]
    public void Asked_where_the_programme_had_started_by_then()
    {
        new ACase().Started("2010-05-03").Released("2010-05-03").Duties("REL-2", "2010-05-03").ShouldBe(["2010-05-03 due"]);
        new ACase().Started("2010-05-04").Released("2010-05-03").Duties("REL-2", "2010-05-10").ShouldBeEmpty();
        new ACase().Released("2010-05-03").Duties("REL-2", "2010-05-10").ShouldBeEmpty();
        StartedAndReleased().Sentenced("2010-03-01", SentenceKind.Remand).Duties("REL-2", "2010-05-10").ShouldBeEmpty();
    }
}
