using Throughgate.Tests.Build;

namespace Throughgate.Tests.Time;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = SampleBundle.Calendar;

    [Fact]
    public void The_list_shipped_is_what_the_rules_and_proclamations_give()
    {
        var shipped = CsvRows.Read(Repository.PathOf("data", "bank-holidays-england-wales.csv")).Select(r => r.Day("date")).ToList();
        shipped.ShouldBe(BankHolidays.From(2008, Calendar.LastListedYear));
    }

    [Fact]
    [Trait("requirement", "R28")]
    public void Ten_thousand_random_dates_equal_an_independent_reckoning()
    {
        var holidays = BankHolidays.From(2008, 2035);
        var working = new List<DateOnly>();
        for (var day = new DateOnly(2008, 1, 1); day.Year < 2036; day = day.AddDays(1))
        {
            if ((int)day.DayOfWeek % 6 != 0 && !holidays.Contains(day))
            {
                working.Add(day);
            }
        }

        var random = new Random(20100915);
        for (var i = 0; i < 10_000; i++)
        {
            var from = new DateOnly(2008, 1, 1).AddDays(random.Next(27 * 365));
            var count = random.Next(1, 60);
            var found = working.BinarySearch(from);
            var next = found >= 0 ? found + 1 : ~found;
            var expected = working[next + count - 1];
            Calendar.WorkingDaysAfter(from, count).ShouldBe(expected, $"{count} working days after {from}");
            Calendar.WorkingDaysBetween(from, expected).ShouldBe(count);
            Calendar.WorkingDaysBetween(expected, from).ShouldBe(-count);
        }
    }

    [Theory]
    [InlineData("2010-04-01", 1, "2010-04-06")] // Easter: from Maundy Thursday to Tuesday
    [InlineData("2012-02-28", 1, "2012-02-29")] // a leap day is a working day
    [InlineData("2010-12-24", 1, "2010-12-29")] // Christmas on a Saturday: Monday and Tuesday are the substitutes
    [InlineData("2011-12-23", 1, "2011-12-28")] // on a Sunday: Boxing Day on Monday, the substitute on Tuesday
    [InlineData("2021-12-24", 1, "2021-12-29")]
    [InlineData("2022-12-23", 1, "2022-12-28")]
    [InlineData("2020-05-01", 1, "2020-05-04")] // the early May holiday of 2020 was moved ...
    [InlineData("2020-05-07", 1, "2020-05-11")] // ... to Friday 8 May, for VE Day
    [InlineData("2022-05-27", 1, "2022-05-30")] // the spring holiday of 2022 was moved ...
    [InlineData("2022-06-01", 1, "2022-06-06")] // ... to Thursday 2 June, with the jubilee on Friday
    [InlineData("2022-09-16", 1, "2022-09-20")]
    [InlineData("2010-03-05", 0, "2010-03-05")]
    [InlineData("2010-03-06", 5, "2010-03-12")] // from a Saturday
    public void Weekends_and_bank_holidays_do_not_count(string from, int count, string then) =>
        Calendar.WorkingDaysAfter(DateOnly.Parse(from), count).ShouldBe(DateOnly.Parse(then));

    [Fact]
    public void Says_when_a_reckoning_went_past_the_years_listed()
    {
        Calendar.LastListedYear.ShouldBe(2035);
        Calendar.Passes(Calendar.WorkingDaysAfter(new(2035, 12, 20), 2)).ShouldBeFalse();
        Calendar.Passes(Calendar.WorkingDaysAfter(new(2035, 12, 20), 10)).ShouldBeTrue();
    }

    [Fact]
    public void Counts_forward_only() => Should.Throw<ArgumentOutOfRangeException>(() => Calendar.WorkingDaysAfter(new(2010, 1, 1), -1));
}
