using System.Globalization;
using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Keeping;
using Throughgate.Domain.Time;

namespace Throughgate.Tests.Rules.Keeping;

[Trait("rule", "KEP-1")]
public sealed class KeptUntilTests
{
    [Theory]
    // Closed at 17: the 25th birthday comes after the seven years.
    [InlineData("1994-03-03", "2011-06-30", false, false, "2019-03-03", "birthday")]
    // Closed at 19: the seven years do.
    [InlineData("1994-03-03", "2013-06-30", false, false, "2020-06-30", "closed")]
    [InlineData("1994-03-03", "2013-06-30", true, false, "2069-03-03", "long")]
    [InlineData("1994-03-03", "2013-06-30", false, true, "2069-03-03", "long")]
    // Closed on, and born on, a 29 February.
    [InlineData("1996-02-29", "2016-02-29", false, false, "2023-02-28", "closed")]
    [InlineData("1996-02-29", "2010-01-01", false, false, "2021-02-28", "birthday")]
    public void The_longest_period_holds(string born, string closed, bool lookedAfter, bool safeguarding, string until, string basis)
    {
        var kept = KeptUntil.Of(new(Day(born), lookedAfter, safeguarding, Day(closed)), DutyFigures.Defaults, Day("2026-01-01")).ShouldNotBeNull();
        (kept.Until, kept.Basis).ShouldBe((Day(until), basis));
        KeptUntil.InTheWay(kept, false, kept.Until.AddDays(-1)).ShouldBe("not_due");
        KeptUntil.InTheWay(kept, false, kept.Until).ShouldBeNull();
        KeptUntil.InTheWay(kept, true, kept.Until).ShouldBe("held");
    }

    [Fact]
    public void While_a_programme_is_open_nothing_is_due()
    {
        KeptUntil.Of(new(Day("1994-03-03"), false, false, null), DutyFigures.Defaults, Day("2099-01-01")).ShouldBeNull();
        KeptUntil.InTheWay(null, false, Day("2099-01-01")).ShouldBe("open");
    }

    [Fact]
    public void A_scheme_may_keep_longer_than_two_years()
    {
        var own = new DutyFigures([new("KEP-1.closed-years", new DatedValue<int>(10, Day("2010-01-01"), "Sam", "The council's schedule"))]);
        KeptUntil.Of(new(Day("1990-03-03"), false, false, Day("2013-06-30")), own, Day("2026-01-01"))!.Until.ShouldBe(Day("2023-06-30"));
    }

    [Theory]
    [InlineData("1994-03-17", "2010-05-04", "1994-03-01")]
    [InlineData("1994-03-17", "2010-03-10", "1994-03-31")]
    [InlineData("1994-03-17", "2010-03-10 2010-03-20", "1994-03-17")]
    public void A_birth_date_is_made_coarse_where_nobody_s_age_changes(string born, string days, string coarse)
    {
        var all = days.Split(' ').Select(Day).ToList();
        var found = CoarseBirth.Of(Day(born), all);
        found.ShouldBe(Day(coarse));
        all.ShouldAllBe(d => Age.On(found, d) == Age.On(Day(born), d));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
