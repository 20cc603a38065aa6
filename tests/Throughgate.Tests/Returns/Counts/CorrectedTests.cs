using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Counts;
using static Throughgate.Tests.Returns.Quarter1;

namespace Throughgate.Tests.Returns.Counts;

/// <summary>INF-6 over versions: what moved by fewer than five since an earlier version is hidden, and what belongs to it.</summary>
[Trait("rule", "INF-6")]
public sealed class CorrectedTests
{
    private static readonly Dictionary<string, string> Groups = new() { ["W1"] = "White", ["B1"] = "Black" };

    private static QuarterlyReturn Of(int released) => QuarterlyReturn.Reckon(Enumerable.Range(0, released).Select(i => Person($"p{i}", "1994-01-01", "male").With(Custodial())), InPeriod);

    private static SafeReturn Beside(QuarterlyReturn now, params QuarterlyReturn[] earlier) => Corrected.Beside(Suppression.Of(now, Groups), now, earlier);

    private static int? Head(SafeReturn safe, string column) => safe.Heads.Rows[0].Counts[safe.Heads.Columns.ToList().IndexOf(column)];

    [Fact]
    public void One_more_than_before_is_not_shown_and_five_more_are()
    {
        Head(Beside(Of(12)), Tables.Released).ShouldBe(12);
        Head(Beside(Of(12), Of(12)), Tables.Released).ShouldBe(12);
        Head(Beside(Of(12), Of(7)), Tables.Released).ShouldBe(12);
        foreach (var earlier in new[] { Of(11), Of(8), Of(16) })
        {
            var safe = Beside(Of(12), earlier);
            Head(safe, Tables.Released).ShouldBeNull();
            Head(safe, Tables.ReleasedStarted).ShouldBeNull("it stands beside what is hidden");
            safe.Breakdowns.Where(b => b.Columns.Contains(Tables.Released)).SelectMany(b => b.Rows).ShouldAllBe(r => r.Counts[0] == null);
            Head(safe, Tables.CommunityStarted).ShouldBe(0, "what did not move is shown");
        }

        Head(Beside(Of(12), Of(5), Of(11)), Tables.Released).ShouldBeNull("every earlier version counts");
    }

    [Fact]
    public void What_stands_beside_what_moved_is_hidden_with_it()
    {
        static QuarterlyReturn Started(int of) => QuarterlyReturn.Reckon(Enumerable.Range(0, 20).Select(i => i < of ? Person($"p{i}").With(Case(Custodial())) : Person($"p{i}").With(Custodial())), InPeriod);
        Head(Beside(Started(10), Started(10)), Tables.Released).ShouldBe(20);
        var safe = Beside(Started(10), Started(9));
        (Head(safe, Tables.Released), Head(safe, Tables.ReleasedStarted), Head(safe, Tables.StartedBefore)).ShouldBe((null, null, null));
    }
}
