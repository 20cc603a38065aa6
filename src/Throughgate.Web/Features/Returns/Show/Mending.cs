using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.Show;

/// <summary>What stops a return (RET-2): a few words for its head, and under each check the things to mend, which are those of the worklist.</summary>
public sealed record Mending(IReadOnlyList<string> Stops, IReadOnlyList<(Check Check, string Asks, IReadOnlyList<Domain.Returns.Handing.Mend> Mends)> Checks)
{
    /// <param name="people">Everybody whom the return was counted from, by key.</param>
    public static Mending Of(QuarterlyReturn figures, IReadOnlyDictionary<Guid, PersonFacts> people, Words words)
    {
        var stopping = ToMend.Stopping(figures, people);
        var checks = figures.Checks.Select(c => (c, Asks(c.Code, words), (IReadOnlyList<Domain.Returns.Handing.Mend>)[.. stopping.Where(m => IsOf(m.Kind, c.Code))])).ToList();
        return new([.. Counted(figures, words)], checks);
    }

    /// <summary>What a check asks for, in words.</summary>
    public static string Asks(string check, Words words) =>
        check switch
        {
            Domain.Returns.Checks.RowTotals => words["Tables I1, I2 and I3 have the same totals"],
            Domain.Returns.Checks.AssetSections => words["Everybody completing has a start score and an end score in each section of Asset"],
            _ => words["Nobody is left out for want of a residence or a date"],
        };

    /// <summary>2 young people have no end Asset · 1 has no residence …</summary>
    private static IEnumerable<string> Counted(QuarterlyReturn figures, Words words)
    {
        var asset = figures.Checks.Single(c => c.Code == Domain.Returns.Checks.AssetSections).ToMend;
        var noEnd = asset.Count(m => NoneOf(m.Asset!.End));
        var partEnd = asset.Count(m => m.Asset!.LacksEnd) - noEnd;
        var noStart = asset.Count(m => NoneOf(m.Asset!.Start));
        var partStart = asset.Count(m => m.Asset!.LacksStart) - noStart;
        var residence = figures.Problems.Where(p => p.On is not null).Select(p => p.PersonId).Distinct().Count();
        var dates = figures.Problems.Where(p => p.On is null).Select(p => p.PersonId).Distinct().Count();
        var astray = figures.Checks.Single(c => c.Code == Domain.Returns.Checks.RowTotals).ToMend.Count;
        (int Count, Func<int, string> Say)[] all =
        [
            (noEnd, n => words.N(n, "{0} young person has no end Asset", "{0} young people have no end Asset")),
            (partEnd, n => words.N(n, "{0} end Asset lacks scores", "{0} end Assets lack scores")),
            (noStart, n => words.N(n, "{0} young person has no start Asset", "{0} young people have no start Asset")),
            (partStart, n => words.N(n, "{0} start Asset lacks scores", "{0} start Assets lack scores")),
            (residence, n => words.N(n, "{0} young person has no residence on the day", "{0} young people have no residence on the day")),
            (dates, n => words.N(n, "{0} young person has no arrest or offence date", "{0} young people have no arrest or offence date")),
            (astray, n => words.N(n, "{0} young person stands in no row of a table", "{0} young people stand in no row of a table")),
        ];
        return all.Where(a => a.Count > 0).Select(a => a.Say(a.Count));
    }

    private static bool IsOf(MendKind kind, string check) =>
        kind switch
        {
            MendKind.Codes => check == Domain.Returns.Checks.RowTotals,
            MendKind.EndAsset or MendKind.StartAsset => check == Domain.Returns.Checks.AssetSections,
            _ => check == Domain.Returns.Checks.NoProblems,
        };

    private static bool NoneOf(IReadOnlyList<int?> scores) => scores.All(s => s is null);
}
