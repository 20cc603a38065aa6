using System.Globalization;
using CsvHelper;

namespace Throughgate.Web.Demo;

/// <summary>
/// Some young people of the sample once more, two years earlier and under other names. The sample begins with what is the demo's last financial year, and whoever sits on a board asks
/// whether that year was better than the one before. All of it is over: every order has ended and every case is closed.
/// </summary>
public static class EarlierYear
{
    /// <summary>Whole weeks, so that weekdays and durations stay.</summary>
    private const int Days = -104 * 7;

    /// <summary>So long before today the last of it happened.</summary>
    private const int Quiet = 100;

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal) { "person", "sentence", "case", "contact" };

    /// <summary>Adds them to the bundle in that folder, which is moved already.</summary>
    /// <returns>How many they are.</returns>
    public static int Add(string folder, DateOnly today)
    {
        var (sentences, cases) = (Table.Read(folder, "sentences"), Table.Read(folder, "cases"));
        var before = today.AddDays(-Quiet - Days);
        bool IsOver(string day) => day.Length > 0 && MovedBundle.DayOf(day) < before;
        var open = cases.Rows.Where(c => !IsOver(cases.Cell(c, "closed_on"))).Select(c => cases.Cell(c, "person"))
            .Concat(sentences.Rows.Where(s => !IsOver(sentences.Cell(s, "ends_on"))).Select(s => sentences.Cell(s, "person")))
            .ToHashSet(StringComparer.Ordinal);
        var cased = cases.Rows.Select(c => cases.Cell(c, "person")).ToHashSet(StringComparer.Ordinal);
        var people = sentences.Rows.Where(s => sentences.Cell(s, "released_on").Length > 0).Select(s => sentences.Cell(s, "person")).Where(p => cased.Contains(p) && !open.Contains(p)).ToHashSet(StringComparer.Ordinal);
        var theirs = cases.Rows.Where(c => people.Contains(cases.Cell(c, "person"))).Select(c => cases.Cell(c, "case")).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.csv"))
        {
            var table = Table.Read(folder, Path.GetFileNameWithoutExtension(path));
            var rows = table.Rows.Where(r => table.Has("person") ? people.Contains(table.Cell(r, "person")) : theirs.Contains(table.Cell(r, "case"))).ToList();
            using var writer = new CsvWriter(new StreamWriter(path, append: true), CultureInfo.InvariantCulture);
            for (var i = 0; i < rows.Count; i++)
            {
                // Everybody has the family name of the one before.
                var named = rows[(i + rows.Count - 1) % rows.Count];
                for (var at = 0; at < table.Head.Length; at++)
                {
                    var cell = table.Head[at] == "last_name" ? named[at] : rows[i][at];
                    writer.WriteField(Keys.Contains(table.Head[at]) ? $"{cell}-E" : MovedBundle.Move(cell, Days));
                }

                writer.NextRecord();
            }
        }

        return people.Count;
    }

    private sealed record Table(string[] Head, IReadOnlyList<string[]> Rows)
    {
        public static Table Read(string folder, string file)
        {
            using var reader = new CsvParser(new StreamReader(Path.Combine(folder, file + ".csv")), CultureInfo.InvariantCulture);
            List<string[]> rows = [];
            while (reader.Read())
            {
                rows.Add([.. reader.Record!]);
            }

            return new(rows[0], rows[1..]);
        }

        public bool Has(string column) => Array.IndexOf(Head, column) >= 0;

        public string Cell(string[] row, string column) => row[Array.IndexOf(Head, column)];
    }
}
