using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Throughgate.Domain.People;

namespace Throughgate.Domain.Returns.Handing;

/// <summary>
/// By which edition of the counting rules a return was reckoned. A frozen return is replayed by its own edition for ever: whoever changes how a return
/// counts adds an edition here and leaves the old one as it is (a test replays returns frozen by each).
/// </summary>
public static class Editions
{
    /// <summary>Tables I1 to I5 as RET-1 and RET-2 read them first.</summary>
    public const string First = "1";

    public const string Now = First;

    private static readonly Dictionary<string, Func<IEnumerable<PersonFacts>, ReturnQuestion, QuarterlyReturn>> All = new(StringComparer.Ordinal)
    {
        [First] = QuarterlyReturn.Reckon,
    };

    public static bool Has(string edition) => All.ContainsKey(edition);

    public static QuarterlyReturn Reckon(string edition, IEnumerable<PersonFacts> people, ReturnQuestion question) => All[edition](people, question);
}

/// <summary>A return written down whole: each figure with its people, checks, problems. Two returns that say the same have the same text.</summary>
public static class Frozen
{
    public static string Text(QuarterlyReturn figures)
    {
        var text = new StringBuilder();
        foreach (var figure in Difference.Cells(figures))
        {
            text.Append(CultureInfo.InvariantCulture, $"{figure.Table}|{figure.Row}|{figure.Column}|{figure.Value}|");
            text.AppendJoin(' ', figure.Members.Select(m => m.Person)).Append('\n');
        }

        foreach (var check in figures.Checks)
        {
            text.Append(CultureInfo.InvariantCulture, $"check|{check.Code}|{check.Holds}|").AppendJoin(' ', check.Cases).Append('\n');
        }

        foreach (var problem in figures.Problems)
        {
            text.Append(CultureInfo.InvariantCulture, $"problem|{problem.Person}|{problem.Case}|{problem.Text}\n");
        }

        return text.ToString();
    }

    /// <summary>What a page shows and a form brings back: nobody submits figures, or people behind them, that they did not see.</summary>
    public static string Seal(QuarterlyReturn figures)
    {
        var people = string.Join(' ', Difference.Cells(figures).SelectMany(f => f.Members).Select(m => m.PersonId).Distinct().Order());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{figures.Question.Reading}\n{Text(figures)}{people}")));
    }
}
