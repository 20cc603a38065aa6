using Throughgate.Web.Ui.Pictures;

namespace Throughgate.Tests.Ui.Pictures;

public sealed class JourneyLayoutTests
{
    private static readonly DateOnly Start = new(2010, 1, 4);

    public static IEnumerable<TheoryDataRow<int, int>> Lines() =>
        from seed in Enumerable.Range(1, 40) from count in new[] { 1, 2, 7, 12, 25, 60 } select new TheoryDataRow<int, int>(seed, count);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Marks_keep_their_order_and_their_distance_and_words_do_not_touch(int seed, int count)
    {
        var random = new Random(seed);
        var marks = Enumerable.Range(0, count).Select(i => new Mark(Start.AddDays(random.Next(0, 500)), $"Mark {i}", MarkState.Done)).ToList();
        var journey = new Journey(Start.AddDays(random.Next(-50, 600)), marks) { Ticks = [Start.AddDays(random.Next(0, 500))] };
        var layout = new JourneyLayout(journey, _ => 14);

        layout.Marks.Select(m => m.Mark.On).ShouldBeInOrder();
        var gap = Math.Min(JourneyLayout.Gap, (JourneyLayout.Right - JourneyLayout.Left) / Math.Max(1, count - 1));
        foreach (var (left, right) in layout.Marks.Zip(layout.Marks.Skip(1)))
        {
            (right.X - left.X).ShouldBeGreaterThanOrEqualTo(gap - 0.001);
        }

        layout.Marks.ShouldAllBe(m => m.X >= JourneyLayout.Left - 0.001 && m.X <= JourneyLayout.Right + 0.001 && m.LabelX >= 0 && m.LabelX + 112 <= JourneyLayout.Width);
        foreach (var lane in layout.Marks.GroupBy(m => (m.Above, m.Lane)))
        {
            foreach (var (left, right) in lane.OrderBy(m => m.LabelX).Zip(lane.OrderBy(m => m.LabelX).Skip(1)))
            {
                (left.LabelX + 112).ShouldBeLessThan(right.LabelX);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_later_day_is_never_further_left(int seed, int count)
    {
        var random = new Random(seed);
        var marks = Enumerable.Range(0, count).Select(i => new Mark(Start.AddDays(random.Next(0, 500)), "x", MarkState.Done)).ToList();
        var layout = new JourneyLayout(new Journey(Start.AddDays(100), marks), _ => 10);
        Enumerable.Range(-20, 560).Select(d => layout.X(Start.AddDays(d))).ShouldBeInOrder();
    }
}
