using System.Globalization;
using CsvHelper;

namespace Throughgate.Web.Demo;

/// <summary>
/// A caseload as a scheme knows it on a day: nothing has been done yet that comes later, so the demo's diary and reviews end today. Contacts of the
/// next two weeks are planned. Dates that are foreseen (expected release, end of the order) stay.
/// </summary>
public static class KnownBundle
{
    /// <summary>So far ahead contacts are booked.</summary>
    private const int BookedDays = 14;

    /// <summary>For each file the day on which a row comes about; rows of later days are not known.</summary>
    private static readonly (string File, string Column)[] Happens =
    [
        ("sentences", "sentenced_on"),
        ("cases", "referred_on"),
        ("allocations", "from"),
        ("residences", "from"),
        ("accommodation", "from"),
        ("assessments", "completed_on"),
        ("ete", "week"),
        ("offers", "offered_on"),
        ("reviews", "held_on"),
        ("contacts", "at"),
    ];

    /// <summary>What the other dates of a row foretell and so may lie ahead.</summary>
    private static readonly HashSet<string> Foreseen = new(StringComparer.Ordinal) { "expected_release_on", "ends_on" };

    /// <summary>Cuts the bundle in that folder down to what is known on the day.</summary>
    public static void Cut(string folder, DateOnly today)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal);
        // What others stand on comes first: whose sentence is not known has no case, and whose case is not known has nothing in it.
        foreach (var (file, happens) in Happens)
        {
            Cut(Path.Combine(folder, file + ".csv"), happens, today, gone);
        }
    }

    private static void Cut(string path, string happens, DateOnly today, HashSet<string> gone)
    {
        List<string[]> rows = [];
        using (var reader = new CsvParser(new StreamReader(path), CultureInfo.InvariantCulture))
        {
            while (reader.Read())
            {
                rows.Add([.. reader.Record!]);
            }
        }

        var head = rows[0];
        using var writer = new CsvWriter(new StreamWriter(path), CultureInfo.InvariantCulture);
        foreach (var row in rows.Where((row, at) => at == 0 || Keep(head, row, happens, today, gone)))
        {
            foreach (var cell in row)
            {
                writer.WriteField(cell);
            }

            writer.NextRecord();
        }
    }

    private static bool Keep(string[] head, string[] row, string happens, DateOnly today, HashSet<string> gone)
    {
        var outcome = Array.IndexOf(head, "outcome");
        var day = Day(row[Array.IndexOf(head, happens)]);
        // An address to come stands there once it was confirmed, or the young person was told of it.
        var foretold = head.Zip(row).Any(c => c.First is "confirmed_on" or "told_on" && Day(c.Second) <= today);
        var booked = outcome >= 0 && day > today && day <= today.AddDays(BookedDays);
        if (row.Take(4).Any(gone.Contains) || (day > today && !foretold && !booked))
        {
            gone.Add(row[0].Length > 0 && happens is "sentenced_on" or "referred_on" ? row[0] : "");
            gone.Remove("");
            return false;
        }

        if (booked)
        {
            row[outcome] = Domain.ContactOutcomes.Planned;
        }

        for (var i = 0; i < row.Length; i++)
        {
            if (head[i] != happens && !Foreseen.Contains(head[i]) && Day(row[i]) > today)
            {
                row[i] = "";
                if (head[i] == "closed_on")
                {
                    row[Array.IndexOf(head, "closing_reason")] = "";
                }
            }
        }

        return true;
    }

    private static DateOnly? Day(string cell) =>
        cell.Length >= 10 && DateOnly.TryParseExact(cell.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
