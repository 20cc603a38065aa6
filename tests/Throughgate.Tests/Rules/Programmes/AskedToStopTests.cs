using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Programmes;

[Trait("rule", "OPN-12")]
public class AskedToStopTests
{
    [Theory]
    [InlineData("2010-04-30")]
    [InlineData("2010-05-01", "2010-06-01 due")]
    [InlineData("2010-06-02", "2010-06-01 overdue")]
    [InlineData("2010-06-04", "2010-06-01 met_late 2010-06-04")]
    public void The_promised_day_is_a_demand_until_they_were_asked(string on, params string[] duties)
    {
        var person = new ACase().Started("2010-03-20").Person();
        var stopped = person with { Cases = [person.Cases[0] with { WishesToStop = [new(Day("2010-05-01"), Day("2010-06-01"), Day("2010-06-04"))] }] };
        DutyRules.DutiesOf([stopped], Scheme, Day(on), SampleBundle.Calendar, DutyFigures.Defaults)
            .Where(d => d.RuleId == "OPN-12").Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd()).ShouldBe(duties);
    }

    [Fact]
    [Trait("rule", "OPN-8")]
    public void Drop_in_stays_open_to_the_last_day_of_support_and_not_beyond_it()
    {
        var refused = new ACase().Refused("2010-03-10").Ends("2010-08-31").Facts();
        DropIn.OpenUntil(refused, Day("2010-05-01"), DutyFigures.Defaults).ShouldBe(Day("2011-02-28"));
        DropIn.OpenUntil(refused with { ClosedOn = Day("2010-09-01") }, Day("2011-02-28"), DutyFigures.Defaults).ShouldBe(Day("2011-02-28"));
        DropIn.OpenUntil(refused, Day("2011-03-01"), DutyFigures.Defaults).ShouldBeNull();
        DropIn.OpenUntil(new ACase().Facts(), Day("2010-05-01"), DutyFigures.Defaults).ShouldBeNull();
    }
}
