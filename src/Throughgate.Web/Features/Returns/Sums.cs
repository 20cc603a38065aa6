using Throughgate.Domain.Returns;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Returns;

/// <summary>
/// The figures of the form that are sums of rows: a gender, an age, one of the five ethnic groups. They are asked for by the name of the
/// sum in place of the row, and know their people like any other.
/// </summary>
public static class Sums
{
    private static readonly Dictionary<string, string> GroupByCode = Reference
        .Instance.Codes["ethnicity"]
        .ToDictionary(c => c.Value, c => c.Group, StringComparer.Ordinal);

    /// <summary>The ethnic group of each code.</summary>
    public static IReadOnlyDictionary<string, string> GroupOf => GroupByCode;

    /// <summary>The five groups and "not known", in the order of the list.</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. GroupByCode.Values.Distinct()];

    public static Figure? Find(QuarterlyReturn figures, string table, string row, string column) =>
        figures.Find(table, row, column)
        ?? (table, row) switch
        {
            ("I1", _) when figures.I1.Columns.Contains(column) && Tables.GendersInOrder.Contains(row) => figures.I1.Sum(row, column, k => GenderOf(k) == row),
            ("I1", _) when figures.I1.Columns.Contains(column) && Tables.Ages.Any(a => AgeText(a) == row) => figures.I1.Sum(row, column, k => AgeOf(k) == row),
            ("I2", _) when figures.I2.Columns.Contains(column) && Groups.Contains(row) => figures.I2.Sum(row, column, k => GroupByCode[k] == row),
            _ => null,
        };

    public static string AgeText(int age) => age.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string GenderOf(string key) => key[..key.LastIndexOf(' ')];

    public static string AgeOf(string key) => key[(key.LastIndexOf(' ') + 1)..];
}
