using Throughgate.Domain.Sentences;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Sentences;

/// <summary>The dates of a detention and training order, by the worked examples of the guidance's arithmetic.</summary>
public class DtoDatesTests
{
    [Theory]
    [InlineData("2026-06-29", 11, 0, "2027-05-28", "2026-12-12", "2026-11-12", "2027-01-12")]
    [InlineData("2026-06-29", 11, 15, "2027-05-13", "2026-11-27", "2026-10-27", "2026-12-27")]
    [InlineData("2026-06-01", 4, 0, "2026-09-30", "2026-07-31", null, null)]
    [InlineData("2026-06-01", 4, 70, "2026-07-22", "2026-06-01", null, null)] // more credit than half: never before the sentence
    [InlineData("2010-01-04", 4, 0, "2010-05-03", "2010-03-04", null, null)]
    [InlineData("2010-01-04", 8, 0, "2010-09-03", "2010-05-05", "2010-04-05", "2010-06-05")]
    [InlineData("2010-01-04", 12, 0, "2011-01-03", "2010-07-05", "2010-06-05", "2010-08-05")]
    [InlineData("2010-01-04", 18, 0, "2011-07-03", "2010-10-03", "2010-08-03", "2010-12-03")]
    [InlineData("2010-01-04", 24, 0, "2012-01-03", "2011-01-03", "2010-11-03", "2011-03-03")]
    [InlineData("2010-08-31", 6, 0, "2011-02-27", "2010-11-29", null, null)] // the last of a month: the month's last day where there is no 31st
    public void As_the_law_has_it(string sentencedOn, int months, int credit, string lastDay, string halfWay, string? earliest, string? latest)
    {
        var dates = DtoDates.Of(ACase.Day(sentencedOn), months, credit);
        (Written(dates.LastDay), Written(dates.HalfWay), Written(dates.Earliest), Written(dates.Latest)).ShouldBe((lastDay, halfWay, earliest, latest));
    }

    [Theory]
    [InlineData("2010-01-04", 12, "2010-07-05")] // a Monday
    [InlineData("2010-01-04", 18, "2010-10-01")] // Sunday 3 October: the Friday before
    [InlineData("2009-06-25", 12, "2009-12-24")] // Thursday 24 December
    [InlineData("2009-06-26", 12, "2009-12-24")] // Friday 25 December, a bank holiday
    public void No_working_day_gives_the_working_day_before(string sentencedOn, int months, string released) =>
        Written(DtoDates.Of(ACase.Day(sentencedOn), months).HalfWayRelease(ACase.Day(sentencedOn), SampleBundle.Calendar)).ShouldBe(released);

    [Fact]
    public void The_lengths_are_those_of_the_day_of_sentence()
    {
        DtoDates.LengthsOn(new(2022, 6, 27)).ShouldBe([4, 6, 8, 10, 12, 18, 24]);
        DtoDates.LengthsOn(new(2022, 6, 28)).ShouldBe(Enumerable.Range(4, 21));
        Should.Throw<ArgumentOutOfRangeException>(() => DtoDates.Of(new(2010, 1, 4), 11));
        Should.Throw<ArgumentOutOfRangeException>(() => DtoDates.Of(new(2026, 1, 5), 25));
        Should.Throw<ArgumentOutOfRangeException>(() => DtoDates.Of(new(2010, 1, 4), 12, 3)).ParamName.ShouldBe("credit");
    }

    private static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
