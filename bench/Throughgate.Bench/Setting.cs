using System.Globalization;

namespace Throughgate.Bench;

/// <summary>The size of the data, a folder for it (one that goes afterwards, or one that is kept and used again), and how figures are printed.</summary>
public sealed class Setting(int people, int days, string? kept = null) : IDisposable
{
    public int People => people;

    /// <summary>Over how many days their sentences lie.</summary>
    public int Days => days;

    /// <summary>What stands in the names of files.</summary>
    public string Name => FormattableString.Invariant($"{people}-{days}");

    /// <summary>Whether the data is kept, so that the next run need not make it again.</summary>
    public bool IsKept => kept is not null;

    public string Folder { get; } = kept is null ? Directory.CreateTempSubdirectory("throughgate-bench-").FullName : Directory.CreateDirectory(kept).FullName;

    /// <summary>The throw-away PostgreSQL, where there is one (./do pg).</summary>
    public static string? Postgres => Environment.GetEnvironmentVariable("THROUGHGATE_TEST_PG");

    /// <summary>A value that should be at least the goal.</summary>
    public static void AtLeast(string name, double value, double goal) => Print(name, value, goal, ">=", value >= goal);

    /// <summary>A value that should be at most the goal.</summary>
    public static void AtMost(string name, double value, double goal) => Print(name, value, goal, "<=", value <= goal);

    /// <summary>A value beside its floor of the same run; at most that many times the floor.</summary>
    public static void AgainstFloor(string name, double value, double floor, double most)
    {
        var ratio = value / floor;
        Say($"{name}\t{value:0.##}\t{floor:0.##}\t{ratio:0.##}\t<= {most:0.##}\t{(ratio <= most ? "met" : "short")}");
    }

    /// <summary>A value that no goal is set for.</summary>
    public static void Tell(string name, double value) => Say($"{name}\t{value:0.##}\t-\t-\t-\t-");

    /// <summary>A value beside its floor, where no goal is set for the two.</summary>
    public static void Tell(string name, double value, double floor) => Say($"{name}\t{value:0.##}\t{floor:0.##}\t{value / floor:0.##}\t-\t-");

    public static double Median(IEnumerable<double> values)
    {
        var inOrder = values.Order().ToList();
        return inOrder[inOrder.Count / 2];
    }

    public void Dispose()
    {
        if (!IsKept)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static void Print(string name, double value, double goal, string sign, bool met) =>
        Say($"{name}\t{value:0.##}\t-\t-\t{sign} {goal:0.##}\t{(met ? "met" : "short")}");

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
