using Throughgate.Domain.Rules.Schemes;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Schemes;

[Trait("rule", "SCH-2")]
public class AccountableOnDayTests
{
    private static string[] Of(string on, params (string Name, string From, string? To)[] managers) =>
        [
            .. AccountableOnDay.Of([.. managers.Select(m => (m.Name, new DateRange(Day(m.From), m.To is null ? null : Day(m.To))))], Day(on))
                .Select(g => $"{g.Days.From:yyyy-MM-dd} {g.Days.To:yyyy-MM-dd} {string.Join('+', g.Names)}".TrimEnd()),
        ];

    [Fact]
    public void Nobody_at_all_is_a_gap_of_today() => Of("2010-05-04").ShouldBe(["2010-05-04 2010-05-04"]);

    [Fact]
    public void One_after_the_other_without_a_day_between_is_clear() => Of("2010-05-04", ("Ann", "2010-01-01", "2010-02-28"), ("Ben", "2010-03-01", null)).ShouldBeEmpty();

    [Fact]
    public void A_gap_and_an_overlap_show_with_their_days() =>
        Of("2010-06-30", ("Ann", "2010-01-01", "2010-02-27"), ("Ben", "2010-03-01", "2010-05-31"), ("Cat", "2010-05-20", "2010-06-15"))
            .ShouldBe(["2010-02-28 2010-02-28", "2010-05-20 2010-05-31 Ben+Cat", "2010-06-16 2010-06-30"]);

    [Fact]
    public void Who_begins_tomorrow_does_not_answer_for_today() => Of("2010-05-04", ("Ann", "2010-05-05", null)).ShouldBe(["2010-05-04 2010-05-04"]);
}
