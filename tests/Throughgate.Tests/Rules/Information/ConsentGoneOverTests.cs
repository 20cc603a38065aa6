using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Information;

[Trait("rule", "INF-3")]
public sealed class ConsentGoneOverTests
{
    [Theory] // talked on Tuesday 31 August 2010: six months on is the last day of February
    [InlineData("2011-02-28", "2010-08-31", "", "2011-02-28 due")]
    [InlineData("2011-03-01", "2010-08-31", "", "2011-02-28 overdue")]
    [InlineData("2011-03-01", "2010-08-31 2011-02-28", "", "2011-02-28 met 2011-02-28|2011-08-28 due")]
    [InlineData("2010-12-01", "2010-08-31", "2010-11-30", "2010-11-30 overdue")]
    [InlineData("2010-12-01", "2010-08-31 2010-11-30", "2010-11-30", "2010-11-30 met 2010-11-30|2011-05-30 due")]
    [InlineData("2010-12-01", "2010-08-31 2010-12-01", "2010-08-31 2010-11-30", "2010-11-30 met_late 2010-12-01|2011-06-01 due")]
    [InlineData("2010-11-29", "2010-08-31 2010-11-30", "2010-11-30", "2011-02-28 due")]
    public void Consent_is_gone_over_at_each_review_and_within_six_months(string on, string talks, string reviews, string duties) =>
        Duties(talks, reviews, on).ShouldBe(duties.Split('|'));

    [Fact]
    public void Nothing_is_asked_before_the_first_talk() => Duties("", "2010-11-30", "2010-12-01").ShouldBeEmpty();

    private static string[] Duties(string talks, string reviews, string on)
    {
        var facts = new Build.ACase().Referred("2010-03-31").Facts() with
        {
            ConsentTalks = [.. talks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day)],
            Reviews = [.. reviews.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => new Review(Day(r), "quarterly"))],
        };
        return
        [
            .. DutyRules
                .DutiesOf([PersonOf(facts)], Scheme, Day(on), SampleBundle.Calendar, DutyFigures.Defaults)
                .Where(d => d.RuleId == "INF-3")
                .Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd()),
        ];
    }
}
