using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns;

/// <summary>One check of a return (RET-2): whether it holds, and what to mend where it does not.</summary>
/// <param name="Cases">References of the cases to mend, sorted, each once; empty where it holds.</param>
/// <param name="ToMend">The people whose record has to be mended, as far as they are counted.</param>
public sealed record Check(string Code, bool Holds, IReadOnlyList<string> Cases, IReadOnlyList<Member> ToMend);

/// <summary>The three checks that a return has to pass before it is handed in (RET-2; S0 App. D).</summary>
[Rule("RET-2")]
public static class Checks
{
    public const string RowTotals = "row-totals";
    public const string AssetSections = "asset-sections";
    public const string NoProblems = "no-problems";

    /// <summary>I1, I2 and I3 have the same total in every column. It fails only for somebody whose codes stand in no list.</summary>
    internal static Check OfRowTotals(ReturnTable i1, ReturnTable i2, ReturnTable i3)
    {
        var holds = Tables.StartingColumns.All(c => i1.Total(c).Value == i2.Total(c).Value && i2.Total(c).Value == i3.Total(c).Value);
        var everywhere = new[] { i1, i2, i3 }.Select(AllMembers).ToList();
        var astray = holds ? [] : everywhere.SelectMany(m => m).Where(m => !everywhere.TrueForAll(t => t.Contains(m))).Distinct();
        return Of(RowTotals, holds, astray);
    }

    /// <summary>
    /// Every section of I5 counts everybody in I4, and nobody there lacks a start score. The first is never to be accepted as it stands,
    /// a missing start score may be (RET-6).
    /// </summary>
    internal static Check OfAssetSections(IReadOnlyList<Member> completing)
    {
        var lacking = completing.Where(m => m.Asset!.LacksEnd || m.Asset.LacksStart).ToList();
        return Of(AssetSections, lacking.Count == 0, lacking);
    }

    /// <summary>Nobody was left out for want of a residence or a counting date.</summary>
    internal static Check OfProblems(IReadOnlyList<Problem> problems) =>
        new(NoProblems, problems.Count == 0, Sorted(problems.Select(p => p.Case)), []);

    private static Check Of(string code, bool holds, IEnumerable<Member> toMend)
    {
        var members = toMend.OrderBy(m => m.Person, StringComparer.Ordinal).ToList();
        return new(code, holds, Sorted(members.Select(m => m.Why.Case?.Reference ?? "")), members);
    }

    private static List<string> Sorted(IEnumerable<string> cases) =>
        [.. cases.Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    private static HashSet<Member> AllMembers(ReturnTable table) =>
        [.. table.Rows.SelectMany(r => r.Figures).SelectMany(f => f.Members)];
}
