using System.Text;

namespace Throughgate.Tests.Build;

/// <summary>
/// Large tests take a part of what there is, another with each commit (<c>./do test</c> names it in THROUGHGATE_SLICE); <c>./do check</c> takes all of it.
/// </summary>
public static class Slice
{
    private static readonly string Chosen = Environment.GetEnvironmentVariable("THROUGHGATE_SLICE") ?? "";

    /// <summary>Whether this is in the part that is looked at now: about one of so many.</summary>
    public static bool Has(string what, int ofSoMany) => Long.IsAsked || Hash($"{Chosen} {what}") % (uint)ofSoMany == 0;

    // FNV-1a: the same on every machine.
    private static uint Hash(string text) => Encoding.UTF8.GetBytes(text).Aggregate(2166136261u, (hash, one) => unchecked((hash ^ one) * 16777619u)) >> 8;
}
