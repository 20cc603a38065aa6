using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Programmes;

[Trait("rule", "OPN-6")]
public class LastDayOfSupportTests
{
    [Theory]
    [InlineData("2010-09-12", "2011-03-12")]
    [InlineData("2010-08-31", "2011-02-28")]
    [InlineData("2011-08-31", "2012-02-29")]
    public void Six_months_after_the_order_ends(string ends, string last) =>
        LastDayOfSupport.Of(new ACase().Ends(ends).Facts().Sentence, ACase.Day("2010-03-01"), DutyFigures.Defaults).ShouldBe(ACase.Day(last));

    [Fact]
    public void Follows_the_end_as_it_was_known_and_is_open_while_that_is_not_known()
    {
        var sentence = new ACase().Ends("2010-09-12").Ends("2010-10-12", knownFrom: "2010-05-01").Facts().Sentence;
        LastDayOfSupport.Of(sentence, ACase.Day("2010-04-30"), DutyFigures.Defaults).ShouldBe(ACase.Day("2011-03-12"));
        LastDayOfSupport.Of(sentence, ACase.Day("2010-05-01"), DutyFigures.Defaults).ShouldBe(ACase.Day("2011-04-12"));
        LastDayOfSupport.Of(new ACase().Facts().Sentence, ACase.Day("2010-05-01"), DutyFigures.Defaults).ShouldBeNull();
    }

    [Theory] // the scheme goes down to three months from 1 June 2010
    [InlineData("2010-09-12", "2010-05-31", "2011-03-12")] // looked at before
    [InlineData("2010-09-12", "2010-06-01", "2010-12-12")]
    [InlineData("2010-05-20", "2010-07-01", "2010-11-20")] // the order had ended before: what was promised then
    public void With_the_figure_in_force_when_the_order_ends(string ends, string on, string last)
    {
        var figures = new DutyFigures([new(LastDayOfSupport.After.Key, new(3, ACase.Day("2010-06-01"), "The manager", "agreed by the board"))]);
        LastDayOfSupport.Of(new ACase().Ends(ends).Facts().Sentence, ACase.Day(on), figures).ShouldBe(ACase.Day(last));
    }
}
