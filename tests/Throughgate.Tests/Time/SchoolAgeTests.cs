namespace Throughgate.Tests.Time;

public class SchoolAgeTests
{
    [Theory]
    [InlineData("1994-08-31", "2010-06-25")] // turns 16 on the last day of the school year 2009-10
    [InlineData("1994-09-01", "2011-06-24")] // and on the first of 2010-11
    [InlineData("1995-06-30", "2011-06-24")]
    [InlineData("1996-02-29", "2012-06-29")] // the last Friday may be as late as the 30th
    [InlineData("2001-01-15", "2017-06-30")]
    public void Lasts_to_the_last_Friday_in_June_of_the_school_year_of_turning_16(string born, string last)
    {
        var lastDay = DateOnly.Parse(last);
        SchoolAge.LastDay(DateOnly.Parse(born)).ShouldBe(lastDay);
        lastDay.DayOfWeek.ShouldBe(DayOfWeek.Friday);
        SchoolAge.Covers(DateOnly.Parse(born), lastDay).ShouldBeTrue();
        SchoolAge.Covers(DateOnly.Parse(born), lastDay.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void Always_a_Friday_of_June_with_no_Friday_of_June_after_it()
    {
        for (var born = new DateOnly(1990, 1, 1); born.Year < 2010; born = born.AddDays(1))
        {
            var last = SchoolAge.LastDay(born);
            (last.DayOfWeek, last.Month, last.AddDays(7).Month).ShouldBe((DayOfWeek.Friday, 6, 7));
        }
    }
}
