using Throughgate.Domain.Returns;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.Show;

/// <summary>One thing to mend before the return can go: whose, what, and where on their page.</summary>
public sealed record Mend(Guid Person, string What, string Case, string Href);

/// <summary>What stops a return (RET-2): a few words for its head, and each person to mend.</summary>
public sealed record Mending(IReadOnlyList<string> Stops, IReadOnlyList<(Check Check, string Asks, IReadOnlyList<Mend> Mends)> Checks)
{
    public static Mending Of(QuarterlyReturn figures, Words words)
    {
        var checks = figures.Checks.Select(c => (c, Asks(c.Code, words), (IReadOnlyList<Mend>)[.. Mends(c, figures, words)])).ToList();
        return new([.. Counted(figures, words)], checks);
    }

    private static string Asks(string check, Words words) =>
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

    private static IEnumerable<Mend> Mends(Check check, QuarterlyReturn figures, Words words)
    {
        if (check.Code == Domain.Returns.Checks.NoProblems)
        {
            return figures.Problems.Select(p => new Mend(p.PersonId, Problem(p, words), p.Case, ReturnAddress.Person(p.PersonId) + (p.Sentence is null ? "" : "#sentences")));
        }

        return check.ToMend.Select(m => new Mend(
            m.PersonId,
            m.Asset is null ? words["Gender, ethnicity or offence stands in no list"] : Asset(m.Asset, words),
            m.Why.Case?.Reference ?? "",
            ReturnAddress.Person(m.PersonId) + (m.Asset is null ? "" : "#assessments")
        ));
    }

    private static string Problem(Problem problem, Words words) =>
        problem.On is { } day
            ? words["No usual residence is recorded for {0}", new Days(words).Plain(day)]
            : words["Neither the arrest nor the offence date of sentence {0} is known", problem.Sentence];

    private static string Asset(AssetChange asset, Words words) =>
        string.Join(
            " · ",
            new[]
            {
                NoneOf(asset.End) ? words["No end Asset"].ToString() : asset.LacksEnd ? Lacking(words["End Asset"], asset.End, words) : null,
                NoneOf(asset.Start) ? words["No start Asset"].ToString() : asset.LacksStart ? Lacking(words["Start Asset"], asset.Start, words) : null,
            }.Where(text => text is not null)
        );

    private static string Lacking(string which, IReadOnlyList<int?> scores, Words words)
    {
        var said = new Said(words);
        var sections = Domain.Assessments.Assessment.Sections.Where((_, i) => scores[i] is null).Select(s => said.Label("section", s));
        return words["{0} without a score for: {1}", which, string.Join(", ", sections)];
    }

    private static bool NoneOf(IReadOnlyList<int?> scores) => scores.All(s => s is null);
}
