namespace Throughgate.Tests.Time;

public class FinancialQuarterTests
{
    [Theory]
    [InlineData("2010-11", "1", "2010-04-01", "2010-06-30")]
    [InlineData("2010-11", "2", "2010-07-01", "2010-09-30")]
    [InlineData("2010-11", "3", "2010-10-01", "2010-12-31")]
    [InlineData("2009-10", "4", "2010-01-01", "2010-03-31")]
    [InlineData("1999-00", "4", "2000-01-01", "2000-03-31")]
    public void Runs_from_its_first_to_its_last_day(string year, string number, string from, string to)
    {
        FinancialQuarter.TryParse(year, number, out var quarter, out _).ShouldBeTrue();
        quarter.From.ShouldBe(DateOnly.Parse(from));
        quarter.To.ShouldBe(DateOnly.Parse(to));
        quarter.Year.ShouldBe(year);
        quarter.Contains(quarter.From.AddDays(-1)).ShouldBeFalse();
        quarter.Contains(quarter.To).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2010", "1", "a financial year such as 2010-11")]
    [InlineData("2010-12", "1", "a financial year such as 2010-11")]
    [InlineData("2010/11", "1", "a financial year such as 2010-11")]
    [InlineData("２０１０-11", "1", "a financial year such as 2010-11")]
    [InlineData("0010-11", "1", "a financial year such as 2010-11")]
    [InlineData(null, "1", "a financial year such as 2010-11")]
    [InlineData("2010-11", "5", "a quarter from 1 (April to June) to 4 (January to March)")]
    [InlineData("2010-11", null, "a quarter from 1 (April to June) to 4 (January to March)")]
    public void Says_what_was_expected_of_anything_else(string? year, string? number, string expected)
    {
        FinancialQuarter.TryParse(year, number, out _, out var said).ShouldBeFalse();
        said.ShouldBe(expected);
    }

    [Fact]
    public void Every_day_is_in_the_quarter_of_that_day_and_the_quarters_follow_each_other()
    {
        for (var day = new DateOnly(2007, 1, 1); day.Year < 2013; day = day.AddDays(1))
        {
            var quarter = FinancialQuarter.OfDay(day);
            quarter.Contains(day).ShouldBeTrue();
            quarter.Next.From.ShouldBe(quarter.To.AddDays(1));
            quarter.Next.Previous.ShouldBe(quarter);
        }
    }
}
