using FsCheck;
using FsCheck.Fluent;
using Throughgate.Domain.Figures.Safe;
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

    private static IReadOnlyList<SafeReturn> Of(IReadOnlyCollection<PersonFacts> people, params IReadOnlyDictionary<Guid, int>[] published) => Beside(people, new(published, []));

    private static IReadOnlyList<SafeReturn> Beside(IReadOnlyCollection<PersonFacts> people, PublishedPeople published) =>
        CountsOfYear.Of([.. Enumerable.Range(1, 4).Select(q => QuarterlyReturn.Reckon(people, InPeriod with { Quarter = new(2010, q) }))], Groups, published);

    private static int?[] Heads(IReadOnlyList<SafeReturn> year) => [.. year.Select(s => s.Heads.Rows[0].Counts[0])];

    private static Dictionary<Guid, int> Ids(IEnumerable<PersonFacts> people) => people.CountBy(p => p.Id).ToDictionary();

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

    [Theory]
    [InlineData(20, true)] // each as often as the quarters count them
    [InlineData(19, false)] // one more often: that somebody was released twice
    [InlineData(16, false)]
    [InlineData(15, true)]
    public void Who_is_counted_oftener_by_the_quarters_than_by_the_figure_are_not_few(int twice, bool shown)
    {
        // Ten in each quarter, the same ten twice; the figure counts some of them once only.
        var people = Released(10, 10, 0, 0);
        List<PersonFacts> ten = [.. people.Take(10).Zip(people.Skip(10), (a, b) => a with { Sentences = [.. a.Sentences, .. b.Sentences] })];
        Heads(Of(ten)).ShouldBe([10, 10, 0, 0]);
        Heads(Of(ten, Ids(ten.Concat(ten).Take(twice)))).All(h => h is not null).ShouldBe(shown);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(5, true)]
    public void As_people_they_are_not_few_either_however_often_some_are_counted(int more, bool shown)
    {
        // Ten were released in each of two quarters, six of them twice; the figure counts everybody once, and a few more.
        var people = Released(10, 10, 0, 0);
        List<PersonFacts> released = [.. people.Take(6).Zip(people.Skip(10), (a, b) => a with { Sentences = [.. a.Sentences, .. b.Sentences] }), .. people.Skip(6).Take(4), .. people.Skip(16)];
        Heads(Of(released)).ShouldBe([10, 10, 0, 0]);
        Heads(Of(released, Ids(released.Concat(Released(0, 0, more, 0))))).All(h => h is not null).ShouldBe(shown);
    }

    [Fact]
    public void What_one_column_leaves_of_another_is_weighed_as_well()
    {
        PersonFacts Closed(int i, bool better) =>
            Person($"p{i}").With(Case(Custodial($"S{i}"), $"C{i}", start: "2010-01-10", closed: "2010-05-20") with { Assessments = [Asset("2010-01-11", "start", better ? 3 : 1), Asset("2010-05-19", "programme_end", 1)] });
        List<PersonFacts> people = [];
        int? Improved(params IReadOnlyDictionary<Guid, int>[] published) => Of(people, published)[0].Breakdowns.Single(b => b.Code == "I5").Rows[0].Counts[1];

        // Seven more closed than the return counts, five of them better: beside the return's ten who are not, the figure's twelve say that two of the seven are not.
        people = [.. Enumerable.Range(0, 15).Select(i => Closed(i, better: i < 5))];
        List<PersonFacts> elsewhere = [.. Enumerable.Range(100, 7).Select(i => Closed(i, better: i < 105))];
        var (all, better, rest) = (Ids(people.Concat(elsewhere)), Ids(people.Take(5).Concat(elsewhere.Take(5))), Ids(people.Skip(5).Concat(elsewhere.Skip(5))));
        Improved(all, better).ShouldBe(5);
        Improved(all, better, rest).ShouldBeNull();
    }

    [Fact]
    public void Of_a_breakdown_all_rows_are_shown_or_none()
    {
        List<PersonFacts> people = [.. Released(20, 20, 20, 20).Select((p, i) => p with { Gender = i % 2 == 0 ? "female" : "male" })];
        int?[] Rows(params IReadOnlyDictionary<Guid, int>[] published) => [.. Of(people, published)[0].Breakdowns.Single(b => b.Code == Suppression.Gender).Rows.Select(r => r.Counts[0])];
        Rows().ShouldBe([10, 10, 0]);
        Rows(Ids(people.Where(p => p.Gender == "female").Skip(1))).ShouldBe([null, null, null], "the girls would be the total without the boys");
    }

    [Fact]
    public void A_small_row_of_one_quarter_hides_its_column_in_all_four()
    {
        List<PersonFacts> people = [.. Released(12, 12, 12, 12).Select((p, i) => p with { Gender = i < 36 ? i % 2 == 0 ? "female" : "male" : i < 38 ? "female" : "male" })];
        Of(people).ShouldAllBe(s => s.Breakdowns.Single(b => b.Code == Suppression.Gender).Rows.All(r => r.Counts[0] == null));
        Heads(Of(people)).ShouldBe([12, 12, 12, 12]);
    }

    [Fact]
    public void No_column_is_a_number_that_the_figures_hide()
    {
        var people = Released(10, 10, 10, 10);
        Heads(Beside(people, new([], [Ids(people)]))).ShouldAllBe(h => h == null, "a sum of schemes less this one would be the others");
        Heads(Beside(people, new([], [Ids(people.Take(20))]))).ShouldAllBe(h => h == null);
        Heads(Beside(people, new([], [Ids(people.Take(39))]))).ShouldAllBe(h => h != null, "it does not follow");
    }

    [Fact]
    public void What_was_handed_in_is_shown_in_all_four_quarters_as_far_as_it_is_what_is_counted_now()
    {
        static QuarterlyReturn Return(int quarter, int released) => QuarterlyReturn.Reckon(Released([.. Enumerable.Range(1, 4).Select(q => q == quarter ? released : 0)]), InPeriod with { Quarter = new(2010, quarter) });
        static HandedQuarter As(int quarter, int now, int? held, params int[] earlier) => new(Return(quarter, now), held is { } h ? Return(quarter, h) : null, [.. earlier.Select(e => Return(quarter, e))]);
        static int?[] Cells(HandedQuarter first, params IReadOnlyDictionary<Guid, int>[] published) =>
            [.. CountsOfYear.HandedIn([first, As(2, 10, 10), As(3, 10, 10), As(4, 10, null)], Groups, new(published, [])).Select(s => s?.Heads.Rows[0].Counts[0])];

        Cells(As(1, 10, 10)).ShouldBe([10, 10, 10, null]);
        Cells(As(1, 15, 10)).ShouldBe([10, 10, 10, null], "five have come since");
        Cells(As(1, 11, 10)).ShouldBe([null, null, null, null], "the page says eleven");
        Cells(As(1, 10, 10, 9)).ShouldBe([null, null, null, null], "nine were handed in before");
        Cells(As(1, 9, 4)).ShouldBe([null, null, null, null], "the year would give the four away");
        var now = As(1, 10, 10);
        Cells(now, now.Now.I1.Total(Tables.Released).Members.Skip(1).ToDictionary(m => m.PersonId, _ => 1)).ShouldBe([null, null, null, null], "a figure of the year counts all but one");
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
