using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Safe;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Figures.Safe;

/// <summary>
/// INF-6 over everything published together: an attacker who has what every board, every consortium and the nation are shown, and who knows the
/// definitions, solves the linear system.
/// </summary>
[Trait("rule", "INF-6")]
[Trait("requirement", "R24")]
public sealed class EverythingTogetherTests
{
    private const int Caseloads = 200;
    private const int Ordinary = 12;
    private const int LargeCaseloads = 60;
    private const int LargeOrdinary = 3;

    private static IEnumerable<int> Seeds => Enumerable.Range(0, Caseloads).Where(s => Slice.Has($"together {s}", Caseloads / Ordinary));

    private static IEnumerable<int> LargeSeeds =>
        Enumerable.Range(0, LargeCaseloads).Where(s => Slice.Has($"large {s}", LargeCaseloads / LargeOrdinary)).DefaultIfEmpty(0).Take(Long.Or(LargeOrdinary, LargeCaseloads));

    [Fact]
    public void Over_everything_published_nothing_of_1_to_4_people_is_solved_and_nothing_hidden_that_its_own_board_does_not_know()
    {
        var (looked, ofSums) = (0, 0);
        foreach (var seed in Seeds)
        {
            var (people, schemes) = ManySchemes.From(seed);
            var published = new Publication(people, schemes, seed % 2);
            FindsNobody(published, $"caseload {seed}");
            (looked, ofSums) = (looked + 1, ofSums + published.Views.Sum(v => v.Measures.Count(m => v.Of(m, 0).IsCounted)));
        }

        looked.ShouldBeGreaterThan(0);
        ofSums.ShouldBeGreaterThan(10 * looked);
    }

    [Fact]
    public void Nor_where_the_quarters_of_the_return_are_shown_beside_the_year()
    {
        var (looked, columns) = (0, 0);
        foreach (var seed in LargeSeeds)
        {
            var (people, schemes) = ManySchemes.Large(seed, Publication.Years[seed % 2]);
            var published = new Publication(people, schemes, seed % 2, sums: seed % 3 == 0);
            FindsNobody(published, $"large caseload {seed}");
            (looked, columns) = (looked + 1, columns + published.ColumnsShown);
        }

        looked.ShouldBeGreaterThan(0);
        columns.ShouldBeGreaterThan(0);
    }

    private static void FindsNobody(Publication published, string caseload)
    {
        bool IsSolved(params IEnumerable<Cell> cells) => published.Together.Settles(cells.Select(c => c.At));
        published.Cells.Where(c => c.People is > 0 and < 5 && IsSolved(c)).Select(c => c.Name).ShouldBeEmpty($"{caseload}: few people");
        published.Cells.Where(c => c.People > 0 && IsSolved(c) && !published.Alone.Settles([c.At])).Where(c => !c.Name.StartsWith(' ') && !c.Name.StartsWith(':')).Select(c => $"{c.Name}: {c.People}").ShouldBeEmpty($"{caseload}: known of a scheme by sums alone");
        published.CellsOfSums.Where(c => c.Cells.Sum(x => x.People) is > 0 and < 5 && IsSolved(c.Cells)).Select(c => c.Name).ShouldBeEmpty($"{caseload}: few people of a sum");
    }

    [Fact]
    public void A_scheme_among_others_is_shown_as_its_own_board_sees_it()
    {
        foreach (var seed in Seeds.Take(4))
        {
            var (people, schemes) = ManySchemes.From(seed);
            var published = new Publication(people, schemes);
            foreach (var (measure, scheme) in from m in MeasureRegister.All from s in published.Views[^1].Schemes select (m, s))
            {
                Text(published.Views[^1].OfScheme(scheme, measure)).ShouldBe(Text(published.Boards[scheme].Of(measure, 0)), $"caseload {seed} {scheme} {measure}");
            }
        }
    }

    [Fact]
    public void A_sum_is_what_its_schemes_count()
    {
        var (people, schemes) = ManySchemes.From(4);
        var published = new Publication(people, schemes);
        var (nation, each) = (published.Reckoned(null, []), schemes.Select(s => published.Reckoned(s, [])).ToList());
        foreach (var measure in MeasureRegister.All)
        {
            nation.Of(measure, 0, s => s.Length > 0).ByPart.ShouldBe(measure.Parts.Select((_, i) => each.Sum(f => f.Of(measure).ByPart[i])), measure.Code);
        }
    }

    private static string Text(Shown shown) => $"{shown.As} {shown.Whole} {shown.Met} {shown.NotMet} {shown.Untold} {shown.Middle} {(shown.Parts is null ? "" : string.Join(',', shown.Parts))}";
}
