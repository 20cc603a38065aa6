namespace Throughgate.Web.Ui.Pictures;

/// <summary>A mark with its place on the line, and where its words stand: above the line or below it, and in which lane from the line on.</summary>
public sealed record PlacedMark(Mark Mark, double X, bool Above, int Lane, double LabelX);

/// <summary>
/// Where everything on a journey line stands. Marks stand halfway between where their days are in proportion and where they would be evenly
/// spread, so that a busy month can be read and a long one still looks long, and never nearer than can be seen and pressed apart. What lies between
/// two marks keeps its proportion between them. Words that would touch go to the other side of the line, or further from it.
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
        var even = (Right - Left) / Math.Max(1, marks.Count - 1);
        var places = Spread([.. marks.Select((m, i) => marks.Count < 4 ? InProportion(m.On) : (InProportion(m.On) + Left + (i * even)) / 2)]);
        _known.Add((First, Left));
        _known.AddRange(marks.Zip(places, (m, x) => (m.On, x)));
        _known.Add((Last, Right));
        Marks = Label(marks, places, lettersOf);
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public IReadOnlyList<PlacedMark> Marks { get; }

    /// <summary>How many lanes of words there are on one side of the line.</summary>
    public int Lanes(bool above) => Marks.Where(m => m.Above == above).Select(m => m.Lane + 1).DefaultIfEmpty(0).Max();

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

    // From the right to the left, each label takes the lane nearest to the line where it touches neither another nor the leader of one further out,
    // below the line rather than above it where both are as near.
    private static List<PlacedMark> Label(List<Mark> marks, double[] places, Func<Mark, int> lettersOf)
    {
        var (below, above) = (new List<double>(), new List<double>());
        var placed = new List<PlacedMark>();
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            var width = lettersOf(marks[i]) * LetterWidth;
            var left = Math.Max(0, Math.Min(places[i] - 8, Width - width));
            var up = LaneFor(above, left + width) < LaneFor(below, left + width);
            var side = up ? above : below;
            var lane = LaneFor(side, left + width);
            if (lane == side.Count)
            {
                side.Add(Width);
            }

            side[lane] = left;
            for (var nearer = 0; nearer < lane; nearer++)
            {
                side[nearer] = Math.Min(side[nearer], places[i]);
            }

            placed.Add(new PlacedMark(marks[i], places[i], up, lane, left));
        }

        placed.Reverse();
        return placed;
    }

    private static int LaneFor(List<double> side, double right)
    {
        var lane = side.FindIndex(edge => right + Between <= edge);
        return lane < 0 ? side.Count : lane;
    }
}
