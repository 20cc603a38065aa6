using Throughgate.Domain.Figures;
using Throughgate.Domain.Rules;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Features.Performance;

/// <summary>Figures of performance from the database: whom it concerns in one round trip, and their facts in one for each 500 (PER-1).</summary>
public sealed class ReckonFigures(Connection connection, WorkingCalendar calendar, London london)
{
    /// <summary>The measures over each of the periods, with the people of the first and the rows of its breakdowns.</summary>
    public async Task<Reckoned> RunAsync(Level level, IReadOnlyList<Measure> measures, IReadOnlyList<DateRange> periods, CancellationToken cancel = default)
    {
        IReadOnlyDictionary<string, DutyFigures> figures;
        await using (var reader = await connection.OpenAsync(cancel: cancel))
        {
            figures = await reader.FiguresOfSchemesAsync(cancel);
        }

        var asked = new Asked
        {
            Scope = level.Scope,
            Periods = periods,
            Today = london.Today,
            Calendar = calendar,
            FiguresOf = scheme => figures.GetValueOrDefault(scheme, DutyFigures.Defaults),
        };
        var reckoned = new FiguresOfPeople(measures, asked, keepsPeople: true);
        await foreach (var person in FigureCandidates.FactsAsync(connection, level.Scope, asked.Window, cancel))
        {
            reckoned.Add(person);
        }

        return new(reckoned);
    }
}

/// <summary>What was reckoned, and its rows.</summary>
public sealed record Reckoned(FiguresOfPeople Figures)
{
    /// <summary>The figure broken down: each row with its code, in the order of the codes, the unknown last.</summary>
    public IReadOnlyList<(string Row, Tally Tally)> By(Measure measure, Breakdown breakdown, int period = 0)
    {
        var whole = Figures.Of(measure, period);
        var rows = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var one in whole.People)
        {
            var row = breakdown.RowOf(one, GroupOf);
            if (!rows.TryGetValue(row, out var tally))
            {
                rows[row] = tally = new(measure, whole.Period, keepsPeople: true);
            }

            tally.Add(one);
        }

        return [.. rows.OrderBy(r => r.Key.Length == 0).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value))];
    }

    public static string GroupOf(string ethnicity) => Groups.GetValueOrDefault(ethnicity, "");

    private static readonly Dictionary<string, string> Groups = Reference
        .Instance.Codes["ethnicity"]
        .ToDictionary(c => c.Value, c => c.Group == "Not known" ? "" : c.Group, StringComparer.Ordinal);
}
