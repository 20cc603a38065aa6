using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Care;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Care;

[Trait("rule", "FAM-4")]
public class SocialWorkerContactedTests
{
    [Theory]
    [InlineData(true, "2010-04-12", "2010-04-12 due")]
    [InlineData(true, "2010-04-13", "2010-04-12 overdue")]
    [InlineData(true, "2010-04-20", "2010-06-01 due")]
    [InlineData(false, "2010-04-20", null)]
    public void Every_six_weeks_from_referral_or_the_last_contact_that_took_place(bool lookedAfter, string on, string? duty)
    {
        var life = new Build.ACase().Contact("2010-03-10", "social_worker", outcome: "missed").Contact("2010-03-15").Contact("2010-04-20", "social_worker");
        DutyRules
            .DutiesOf([life.Person() with { LookedAfter = lookedAfter }], Scheme, Day(on), SampleBundle.Calendar, DutyFigures.Defaults)
            .Where(d => d.Rule == SocialWorkerContacted.Rule)
            .Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode}")
            .ShouldBe(duty is null ? [] : [duty]);
    }

    [Theory]
    [InlineData("2010-04-12", "2010-04-12 due")] // referred on 1 March: 42 days
    [InlineData("2010-04-20", "2010-04-12 met_late 2010-04-20", "2010-04-20")]
    [InlineData("2010-06-30", "2010-04-12 met 2010-03-20", "2010-03-20")]
    [InlineData("2010-06-30", "2010-06-12 overdue", "2010-03-20", "2010-05-01")]
    [InlineData("2010-06-30", "2010-06-12 met 2010-05-10", "2010-03-20", "2010-05-01", "2010-05-10")]
    public void The_social_worker_is_named_and_named_again_where_one_leaves(string on, string duty, string? from = null, string? until = null, string? next = null)
    {
        var named = new[] { (from, until), (next, null) }.Where(s => s.Item1 is not null).Select(s => new NamedSpell(Day(s.Item1!), s.Item2 is null ? null : Day(s.Item2)));
        DutyRules
            .DutiesOf([new Build.ACase().Person() with { LookedAfter = true, SocialWorkers = [.. named] }], Scheme, Day(on), SampleBundle.Calendar, DutyFigures.Defaults)
            .Where(d => d.Rule == SocialWorkerContacted.Named)
            .Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd())
            .ShouldBe([duty]);
    }

    [Fact]
    public void Of_an_imported_past_the_name_is_asked_for_from_the_day_on_which_recording_began()
    {
        var began = Day("2010-06-01");
        var figures = new DutyFigures([new(FirstDayOfRecording.Key, new(FirstDayOfRecording.Write(began), began, "import", "Import"))]);
        DutyRules
            .DutiesOf([new Build.ACase().Person() with { LookedAfter = true }], Scheme, Day("2010-06-02"), SampleBundle.Calendar, figures)
            .Where(d => d.Rule == SocialWorkerContacted.Named)
            .Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode}")
            .ShouldBe(["2010-07-13 due"]);
        DutyRules.DutiesOf([new Build.ACase().Person() with { LookedAfter = true }], Scheme, Day("2010-05-31"), SampleBundle.Calendar, figures).ShouldNotContain(d => d.RuleId == "FAM-4");
    }
}
