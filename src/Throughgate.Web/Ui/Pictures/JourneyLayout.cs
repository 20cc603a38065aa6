namespace Throughgate.Web.Ui.Pictures;

/// <summary>A mark with its place on the line, and the lane below it in which its words stand.</summary>
public sealed record PlacedMark(Mark Mark, double X, int Lane, double LabelX);

/// <summary>
/// Where everything on a journey line stands. Days are in proportion, except that two marks keep a finger's breadth between them, so that each
/// can be seen and pressed; what lies between two marks keeps its proportion between them. Words that would touch go to a lower lane.
/// </summary>
public sealed class JourneyLayout
{
    public const double Width = 1080;
    public const double Left = 28;

    /// <summary>The line ends well before the picture does, so that the words of its last marks stand under them.</summary>
    public const double Right = Width - 150;
    public const double Gap = 34;
    private const double LetterWidth = 8;
    private const double Between = 12;

    private readonly List<(DateOnly Day, double X)> _known = [];

    public JourneyLayout(Journey journey, Func<Mark, int> lettersOf)
    {
        var marks = journey.Marks.OrderBy(m => m.On).ToList();
        First = marks.Select(m => m.On).Concat(journey.Stretches.Select(s => s.From)).Append(journey.Today).Min();
        Last = marks.Select(m => m.On).Concat(journey.Stretches.Select(s => s.To)).Append(journey.Today).Max();
        var places = Spread([.. marks.Select(m => InProportion(m.On))]);
        _known.Add((First, Left));
        _known.AddRange(marks.Zip(places, (m, x) => (m.On, x)));
        _known.Add((Last, Right));
        Marks = Label(marks, places, lettersOf);
        Lanes = Marks.Count == 0 ? 0 : Marks.Max(m => m.Lane) + 1;
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public IReadOnlyList<PlacedMark> Marks { get; }

    public int Lanes { get; }

    /// <summary>The place of a day: in proportion between the two marks around it.</summary>
    public double X(DateOnly day)
    {
        if (day <= First)
        {
            return Left;
        }

        var after = _known.FindIndex(k => k.Day >= day);
        if (after < 0)
        {
            return Right;
        }

        if (after == 0 || _known[after].Day == day)
        {
            return _known[after].X;
        }

        var (left, right) = (_known[after - 1], _known[after]);
        return left.X + ((right.X - left.X) * (day.DayNumber - left.Day.DayNumber) / (right.Day.DayNumber - left.Day.DayNumber));
    }

    private double InProportion(DateOnly day) =>
        Left + ((Right - Left) * (day.DayNumber - First.DayNumber) / Math.Max(1, Last.DayNumber - First.DayNumber));

    private static double[] Spread(double[] places)
    {
        var gap = places.Length < 2 ? Gap : Math.Min(Gap, (Right - Left) / (places.Length - 1));
        for (var i = 1; i < places.Length; i++)
        {
            places[i] = Math.Max(places[i], places[i - 1] + gap);
        }

        for (var i = places.Length - 1; i >= 0; i--)
        {
            places[i] = Math.Min(places[i], i == places.Length - 1 ? Right : places[i + 1] - gap);
        }

        return places;
    }

    // From the right to the left, each label takes the highest lane where it touches neither another nor the leader of a lower one.
    private static List<PlacedMark> Label(List<Mark> marks, double[] places, Func<Mark, int> lettersOf)
    {
        var free = new List<double>();
        var placed = new List<PlacedMark>();
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            var width = lettersOf(marks[i]) * LetterWidth;
            var left = Math.Max(0, Math.Min(places[i] - 8, Width - width));
            var lane = free.FindIndex(edge => left + width + Between <= edge);
            if (lane < 0)
            {
                lane = free.Count;
                free.Add(0);
            }

            free[lane] = left;
            for (var above = 0; above < lane; above++)
            {
                free[above] = Math.Min(free[above], places[i]);
            }

            placed.Add(new PlacedMark(marks[i], places[i], lane, left));
        }

        placed.Reverse();
        return placed;
    }
}
