using FsCheck;
using FsCheck.Fluent;
using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Counts;
using static Throughgate.Tests.Returns.Quarter1;

namespace Throughgate.Tests.Returns.Counts;

/// <summary>INF-6: counts of 1 to 4 are hidden, with what would give them away.</summary>
[Trait("rule", "INF-6")]
[Trait("requirement", "R24")]
public class SuppressionTests
{
    private static readonly Dictionary<string, string> Groups = new() { ["W1"] = "White", ["B1"] = "Black" };

    private static SafeReturn Safe(IEnumerable<PersonFacts> people) => Suppression.Of(QuarterlyReturn.Reckon(people, InPeriod), Groups);

    private static int? Head(SafeReturn safe, string column) => safe.Heads.Rows[0].Counts[safe.Heads.Columns.ToList().IndexOf(column)];

    private static SafeTable Breakdown(SafeReturn safe, string code) => safe.Breakdowns.Single(b => b.Code == code);

    private static IEnumerable<PersonFacts> Released(int count, string gender = "male", string born = "1994-01-01") =>
        Enumerable.Range(0, count).Select(i => Person($"{gender}{born}{i}", born, gender).With(Custodial()));

    private static IEnumerable<PersonFacts> Started(int count) =>
        Enumerable.Range(0, count).Select(i => Person($"s{i}").With(Case(Custodial())));

    [Fact]
    public void Four_are_hidden_and_five_are_shown()
    {
        Head(Safe(Released(4)), Tables.Released).ShouldBeNull();
        Head(Safe(Released(5)), Tables.Released).ShouldBe(5);
        Head(Safe([]), Tables.Released).ShouldBe(0);
    }

    [Fact]
    public void A_small_row_hides_its_column_of_the_breakdown_but_not_of_a_coarser_one()
    {
        var safe = Safe(Released(6, "female").Concat(Released(3, "male")).Concat(Released(9, "male", "1993-01-01")));
        Head(safe, Tables.Released).ShouldBe(18);
        Breakdown(safe, Suppression.Gender).Rows.Select(r => r.Counts[0]).ShouldBe([6, 12, 0]);
        Breakdown(safe, Suppression.Age).Rows.Single(r => r.Key == "16").Counts[0].ShouldBe(9);
        Breakdown(safe, "I1").Rows.ShouldAllBe(r => r.Counts[0] == null);
    }

    [Fact]
    public void What_is_left_when_started_is_taken_from_released_is_held_to_the_same_limit()
    {
        var one = Safe(Started(8).Concat(Released(1)));
        Head(one, Tables.Released).ShouldBe(9);
        Head(one, Tables.ReleasedStarted).ShouldBeNull();
        Head(one, Tables.StartedBefore).ShouldBeNull();
        Head(Safe(Started(8).Concat(Released(5))), Tables.ReleasedStarted).ShouldBe(8);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(5, 8)]
    [InlineData(0, 8)]
    public void Who_neither_started_nor_had_started_before_is_what_remains_of_both(int neither, int? shown)
    {
        var before = Enumerable.Range(0, 10).Select(i => Person($"b{i}").With(Case(Custodial(), start: "2010-03-01")));
        var safe = Safe(Started(8).Concat(before).Concat(Released(neither)));
        (Head(safe, Tables.ReleasedStarted), Head(safe, Tables.StartedBefore)).ShouldBe((shown, shown is null ? null : 10));
    }

    [Fact]
    public void A_row_in_which_few_are_left_hides_who_started_in_every_row()
    {
        static IEnumerable<PersonFacts> Girls(IEnumerable<PersonFacts> people) => people.Select(p => p with { Reference = $"f{p.Reference}", Gender = "female" });
        var safe = Safe(Started(10).Concat(Released(10)).Concat(Girls(Started(8))).Concat(Girls(Released(2))));
        Head(safe, Tables.ReleasedStarted).ShouldBe(18);
        Breakdown(safe, Suppression.Gender).Rows.Select(r => (r.Counts[0], r.Counts[1])).ShouldBe([(10, null), (20, null), (0, null)]);
    }

    [Theory]
    [InlineData(2, 0, 5)] // two are not in full-time education
    [InlineData(10, 2, 5)] // two have no section scored at the end
    [InlineData(10, 0, 2)] // two are as they were
    [InlineData(10, 0, 5)]
    public void What_one_number_of_the_closings_leaves_of_another_is_held_to_the_same_limit(int notFullTime, int unscored, int same)
    {
        var people = Enumerable.Range(0, 20).Select(i =>
            Person($"c{i}").With(
                Case(Custodial(), closed: "2010-06-10") with
                {
                    Ete = i < notFullTime ? [] : [Ete("2010-05-31", 30)],
                    Assessments = [Asset("2010-04-11", "start", i < unscored + same ? 2 : i % 2 == 0 ? 1 : 3), .. i < unscored ? [] : new[] { Asset("2010-06-09", "programme_end", 2) }],
                }
            )
        );
        var safe = Safe(people);
        var section = Breakdown(safe, "I5").Rows[0].Counts;
        Head(safe, Tables.Completing).ShouldBe(20);
        (Head(safe, Tables.InFullTimeEte) is null).ShouldBe(notFullTime == 2);
        (section[0] is null).ShouldBe(unscored == 2);
        (section[1] is null, section[2] is null).ShouldBe((unscored == 2 || same == 2, unscored == 2 || same == 2));
    }

    [Fact]
    public void The_other_reading_is_refused() =>
        Should.Throw<ArgumentException>(() => Suppression.Of(QuarterlyReturn.Reckon([], ByPeriodEnd), Groups));

    [Fact]
    public void Nothing_small_is_shown_or_can_be_had_by_subtraction() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var figures = QuarterlyReturn.Reckon(RandomPeople.From(seeds.Concat(seeds.Select(s => s / 3))), InPeriod);
                    var safe = Suppression.Of(figures, Groups);
                    NothingSmall(safe);
                    WholeOrNothing(safe);
                    NoDifferenceIsSmall(safe);
                    WhatIsShownIsTrue(safe, figures);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(150));

    private static bool IsSmall(int? count) => count is > 0 and < 5;

    private static void NothingSmall(SafeReturn safe) =>
        safe.Breakdowns.Append(safe.Heads).SelectMany(b => b.Rows).SelectMany(r => r.Counts).ShouldAllBe(c => !IsSmall(c));

    private static void WholeOrNothing(SafeReturn safe)
    {
        foreach (var breakdown in safe.Breakdowns.Where(b => b.Code != "I5"))
        {
            for (var column = 0; column < 3; column++)
            {
                breakdown.Rows.Select(r => r.Counts[column] is null).Distinct().Count().ShouldBe(1);
            }
        }
    }

    private static void NoDifferenceIsSmall(SafeReturn safe)
    {
        var head = safe.Heads.Rows[0].Counts;
        IsSmall(head[0] - head[1]).ShouldBeFalse();
        IsSmall(head[0] - head[1] - head[2]).ShouldBeFalse();
        IsSmall(head[4] - head[5]).ShouldBeFalse();
        foreach (var row in safe.Breakdowns.Where(b => b.Code != "I5").SelectMany(b => b.Rows))
        {
            IsSmall(row.Counts[0] - row.Counts[1]).ShouldBeFalse();
        }

        foreach (var row in Breakdown(safe, "I5").Rows)
        {
            IsSmall(head[4] - row.Counts[0]).ShouldBeFalse();
            IsSmall(row.Counts[0] - row.Counts[1] - row.Counts[2]).ShouldBeFalse();
        }
    }

    private static void WhatIsShownIsTrue(SafeReturn safe, QuarterlyReturn figures)
    {
        foreach (var code in new[] { "I1", "I2", "I3", "I5" })
        {
            foreach (var row in Breakdown(safe, code).Rows)
            {
                for (var column = 0; column < 3; column++)
                {
                    (row.Counts[column] ?? figures.Find(code, row.Key, Breakdown(safe, code).Columns[column])!.Value).ShouldBe(
                        figures.Find(code, row.Key, Breakdown(safe, code).Columns[column])!.Value
                    );
                }
            }
        }
    }
}
