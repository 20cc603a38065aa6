using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-14")]
public class ReleaseDateKnownTests
{
    private static DateOnly? Missing(ACase of, string on) =>
        ReleaseDateKnown.MissingSince(of.Facts().Sentence, ACase.Day(on), SampleBundle.Calendar, DutyFigures.Defaults);

    [Theory]
    [InlineData("2010-03-01", "2010-03-07", null)]
    [InlineData("2010-03-01", "2010-03-08", "2010-03-08")] // Monday 1 March and five working days
    [InlineData("2010-03-31", "2010-04-09", "2010-04-09")] // Good Friday and Easter Monday between
    [InlineData("2010-03-31", "2010-04-08", null)]
    public void Warned_of_from_five_working_days_after_the_sentence(string sentenced, string on, string? since) =>
        Missing(new ACase().Sentenced(sentenced), on).ShouldBe(since is null ? null : ACase.Day(since));

    [Fact]
    public void Not_where_a_date_is_known_or_nobody_is_held()
    {
        Missing(new ACase().ExpectedRelease("2010-06-01"), "2010-04-01").ShouldBeNull();
        Missing(new ACase().Released("2010-03-20"), "2010-04-01").ShouldBeNull();
        Missing(new ACase().ExpectedRelease("2010-06-01").ExpectedRelease(null, knownFrom: "2010-03-20"), "2010-04-01").ShouldBe(ACase.Day("2010-03-08"));
    }
}
