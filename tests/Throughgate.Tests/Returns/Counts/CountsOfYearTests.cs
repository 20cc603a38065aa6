using FsCheck;
using FsCheck.Fluent;
using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Counts;
using static Throughgate.Tests.Returns.Quarter1;

namespace Throughgate.Tests.Returns.Counts;

/// <summary>INF-6: the four quarters of a year beside the year's figures.</summary>
[Trait("rule", "INF-6")]
[Trait("requirement", "R24")]
public class CountsOfYearTests
{
    private static readonly Dictionary<string, string> Groups = new() { ["W1"] = "White", ["B1"] = "Black" };

    private static readonly string[] Months = ["2010-05-01", "2010-08-01", "2010-11-01", "2011-02-01"];

    /// <summary>So many released in each quarter, all alike.</summary>
    private static List<PersonFacts> Released(params int[] counts) =>
        [.. counts.SelectMany((count, q) => Enumerable.Range(0, count).Select(i => Person($"q{q}p{i}").With(Custodial($"S{q}{i}", released: Months[q]))))];

    private static IReadOnlyList<SafeReturn> Of(IReadOnlyCollection<PersonFacts> people, params IReadOnlySet<Guid>[] published) =>
        CountsOfYear.Of([.. Enumerable.Range(1, 4).Select(q => QuarterlyReturn.Reckon(people, InPeriod with { Quarter = new(2010, q) }))], Groups, published);

    private static int?[] Heads(IReadOnlyList<SafeReturn> year) => [.. year.Select(s => s.Heads.Rows[0].Counts[0])];

    private static HashSet<Guid> Ids(IEnumerable<PersonFacts> people) => [.. people.Select(p => p.Id)];

    [Fact]
    public void A_small_quarter_hides_the_column_in_all_four_for_the_year_would_give_it_away()
    {
        Heads(Of(Released(6, 7, 8, 9))).ShouldBe([6, 7, 8, 9]);
        Heads(Of(Released(6, 7, 8, 3))).ShouldBe([null, null, null, null]);
        Heads(Of(Released(6, 7, 8, 0))).ShouldBe([6, 7, 8, 0]);
        Of(Released(6, 7, 8, 3)).ShouldAllBe(s => s.Breakdowns.Where(b => b.Code != "I5").All(b => b.Rows.All(r => r.Counts[0] == null)));
    }

    [Theory]
    [InlineData(30, true)] // the same people
    [InlineData(29, false)] // one more was released than the figure of the year counts
    [InlineData(26, false)]
    [InlineData(25, true)]
    public void A_figure_of_the_year_that_counts_nearly_all_of_them_hides_them(int counted, bool shown)
    {
        var people = Released(10, 10, 10, 0);
        Heads(Of(people, Ids(people.Take(counted)))).All(h => h is not null).ShouldBe(shown);
        Heads(Of([.. people.Take(counted)], Ids(people))).All(h => h is not null).ShouldBe(shown);
    }

    [Fact]
    public void Quarters_put_together_are_weighed_too()
    {
        var people = Released(10, 10, 10, 10);
        // Everybody of the first and the third quarter but two.
        Heads(Of(people, Ids(people.Take(10).Concat(people.Skip(20).Take(8))))).ShouldAllBe(h => h == null);
        Heads(Of(people, Ids(people.Take(10).Concat(people.Skip(20).Take(5))))).ShouldAllBe(h => h != null, "five are left over");
    }

    [Fact]
    public void Whatever_is_shown_no_quarter_and_no_figure_of_the_year_differ_by_a_few()
    {
        var counts = Gen.Choose(0, 14).ArrayOf(4);
        Prop.ForAll(
                Arb.From(counts.SelectMany(c => Gen.Choose(0, c.Sum()).Select(n => (Counts: c, Figure: n)))),
                given =>
                {
                    var people = Released(given.Counts);
                    var year = Of(people, Ids(people.Take(given.Figure)));
                    var heads = Heads(year);
                    heads.Count(h => h is null).ShouldBeOneOf(0, 4);
                    if (heads[0] is null)
                    {
                        return;
                    }

                    given.Counts.ShouldAllBe(c => c == 0 || c > 4);
                    var left = given.Counts.Sum() - given.Figure;
                    (given.Figure == 0 || left is 0 or > 4).ShouldBeTrue();
                    foreach (var table in year.Select(s => s.Breakdowns.Single(b => b.Code == Suppression.Gender)))
                    {
                        table.Rows.ShouldAllBe(r => r.Counts[0] == null || r.Counts[0] == 0 || r.Counts[0] > 4);
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
