using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns.Counts;

/// <summary>
/// INF-6: counts of 1 to 4 are hidden, together with what would give them away. The way is coarse on purpose: of a breakdown, a column is
/// shown whole or not at all, so no total can be taken apart; and what could be had by taking one count from another is held to the same
/// limit (released less started, completing less full-time, sections less changed).
/// </summary>
[Rule("INF-6")]
public static class Suppression
{
    public const int SmallestShown = 5;

    public const string Gender = "gender";
    public const string Age = "age";
    public const string EthnicGroup = "group";
    public const string Totals = "totals";

    /// <param name="figures">By the reading in-period; the caller asks for no other.</param>
    /// <param name="groupOf">The ethnic group (one of five, or not known) of each code of the list.</param>
    public static SafeReturn Of(QuarterlyReturn figures, IReadOnlyDictionary<string, string> groupOf)
    {
        if (figures.Question.Reading != Reading.InPeriod)
        {
            throw new ArgumentException("Only one reading may be shown to somebody who may not open the people.", nameof(figures));
        }

        var heads = Heads.Of(figures);
        return new(
            figures.Question,
            heads.Table,
            [
                Starting(Gender, figures.I1, key => key[..key.LastIndexOf(' ')], heads),
                Starting(Age, figures.I1, key => key[(key.LastIndexOf(' ') + 1)..], heads),
                Starting(figures.I1.Code, figures.I1, key => key, heads),
                Starting(EthnicGroup, figures.I2, key => groupOf[key], heads),
                Starting(figures.I2.Code, figures.I2, key => key, heads),
                Starting(figures.I3.Code, figures.I3, key => key, heads),
                Asset(figures.I5, heads),
            ]
        );
    }

    /// <summary>A count that points at somebody: 1 to 4. Nobody at all points at nobody.</summary>
    internal static bool IsSmall(int count) => count is > 0 and < SmallestShown;

    /// <summary>To the nearest 5, where two looks lie beside each other: 5 to 7 are 5, 8 to 12 are 10.</summary>
    internal static int Rounded(int count) => (count + (SmallestShown / 2)) / SmallestShown * SmallestShown;

    private static SafeTable Starting(string code, ReturnTable table, Func<string, string> keyOf, Heads heads)
    {
        var keys = table.Rows.Select(r => keyOf(r.Key)).Distinct().ToList();
        int[] Column(int at) => [.. keys.Select(key => table.Rows.Where(r => keyOf(r.Key) == key).Sum(r => r.Figures[at].Value))];
        var (released, started, community) = (Column(0), Column(1), Column(2));

        var showReleased = heads.ShowReleased && !released.Any(IsSmall);
        var showStarted =
            heads.ShowStarted && showReleased && !started.Any(IsSmall) && !released.Zip(started, (all, some) => all - some).Any(IsSmall);
        var showCommunity = heads.ShowCommunity && !community.Any(IsSmall);
        return new(
            code,
            table.Columns,
            [
                .. keys.Select((key, i) =>
                    new SafeRow(key, [Shown(showReleased, released[i]), Shown(showStarted, started[i]), Shown(showCommunity, community[i])])
                ),
            ]
        );
    }

    private static SafeTable Asset(ReturnTable table, Heads heads) =>
        new(
            table.Code,
            table.Columns,
            [
                .. table.Rows.Select(row =>
                {
                    var (sections, improved, deteriorated) = (row.Figures[0].Value, row.Figures[1].Value, row.Figures[2].Value);
                    var showSections = heads.ShowCompleting && !IsSmall(sections) && !IsSmall(heads.Completing - sections);
                    var showChange =
                        showSections && !IsSmall(improved) && !IsSmall(deteriorated) && !IsSmall(sections - improved - deteriorated);
                    return new SafeRow(row.Key, [Shown(showSections, sections), Shown(showChange, improved), Shown(showChange, deteriorated)]);
                }),
            ]
        );

    internal static int? Shown(bool show, int count) => show ? count : null;
}
