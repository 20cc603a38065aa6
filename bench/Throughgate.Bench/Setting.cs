using System.Globalization;

namespace Throughgate.Bench;

/// <summary>The size of the data, a folder that goes afterwards, and how figures are printed.</summary>
public sealed class Setting(int people) : IDisposable
{
    public int People => people;

    public string Folder { get; } = Directory.CreateTempSubdirectory("throughgate-bench-").FullName;

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
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.##}\t{floor:0.##}\t{ratio:0.##}\t<= {most:0.##}\t{(ratio <= most ? "met" : "short")}")
        );
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Print(string name, double value, double goal, string sign, bool met) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.##}\t-\t-\t{sign} {goal:0.##}\t{(met ? "met" : "short")}"));
}
