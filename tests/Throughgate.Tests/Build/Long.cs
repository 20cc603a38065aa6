namespace Throughgate.Tests.Build;

/// <summary><c>./do check</c> runs the tests with THROUGHGATE_LONG=1: more kills, every page instead of a slice. <c>./do test</c> stays quick.</summary>
public static class Long
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("THROUGHGATE_LONG") == "1";

    public static int Or(int quick, int whole) => IsAsked ? whole : quick;

    /// <summary>Where crawled pages are left for the validator of HTML; null where nobody asks for them.</summary>
    public static string? Pages { get; } = Environment.GetEnvironmentVariable("THROUGHGATE_PAGES");
}
