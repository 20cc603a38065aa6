using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Statutory;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Statutory;

[Trait("rule", "ISS-3")]
public class GapCoveredTests
{
    private static string[] Days(string on, DateRange[] managed, DateRange[] arranged, string? ends = "2011-02-28") =>
        [
            .. GapCovered.Days(
                new ACase().Contact("2010-05-04").Contact("2010-05-18").Contact("2010-05-18").Contact("2010-05-20", countsAs: "statutory").Contact("2010-05-25", outcome: "missed").Contact("2010-05-31").Facts().Contacts,
                managed, arranged, ends is null ? null : Day(ends), Day(on), DutyFigures.Defaults).Select(d => $"{d:yyyy-MM-dd}"),
        ];

    [Fact]
    public void Each_day_of_resettlement_support_without_a_case_manager_in_the_last_four_weeks()
    {
        Days("2010-05-31", [], []).ShouldBe(["2010-05-31", "2010-05-18", "2010-05-04"]);
        Days("2010-06-01", [], []).ShouldBe(["2010-05-31", "2010-05-18"]); // 4 May is 28 days ago
        Days("2010-05-31", [new(Day("2010-03-01"), Day("2010-05-17"))], []).ShouldBe(["2010-05-31", "2010-05-18"]);
        Days("2010-05-31", [new(Day("2010-03-01"), Day("2010-05-17")), new(Day("2010-05-31"), null)], []).ShouldBe(["2010-05-18"]);
    }

    [Fact]
    public void An_arrangement_covers_its_days_and_after_the_order_the_team_may_manage_the_case()
    {
        Days("2010-05-31", [], [new(Day("2010-05-10"), Day("2010-05-20"))]).ShouldBe(["2010-05-31", "2010-05-04"]);
        Days("2010-05-31", [], [], ends: "2010-05-18").ShouldBe(["2010-05-18", "2010-05-04"]);
    }
}
