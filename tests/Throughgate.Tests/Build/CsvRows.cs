using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Throughgate.Tests.Build;

/// <summary>A CSV file row by row, each a look-up of column to cell; an empty cell is null.</summary>
public static class CsvRows
{
    public static IEnumerable<CsvRow> Read(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        using var text = new StreamReader(path);
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        var columns = csv.HeaderRecord!;
        while (csv.Read())
        {
            yield return new CsvRow(columns.ToDictionary(c => c, c => csv.GetField(c), StringComparer.Ordinal));
        }
    }
}

public sealed class CsvRow(IReadOnlyDictionary<string, string?> cells)
{
    public string? Maybe(string column) => string.IsNullOrEmpty(cells.GetValueOrDefault(column)) ? null : cells[column];

    public string this[string column] => Maybe(column) ?? throw new InvalidOperationException($"{column} is empty.");

    public DateOnly Day(string column) => DateOnly.ParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly? MaybeDay(string column) => Maybe(column) is null ? null : Day(column);

    public bool? MaybeYes(string column) => Maybe(column) is { } answer ? answer == "yes" : null;
}
