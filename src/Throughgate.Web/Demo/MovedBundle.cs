using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Throughgate.Web.Demo;

/// <summary>
/// The sample caseload moved by whole weeks, so that the demo is alive on the day it is opened: 15 September 2010 falls in the present week.
/// Every date moves by the same number of days, births too, so ages, weekdays and all durations stay.
/// </summary>
public static partial class MovedBundle
{
    /// <summary>The day of the sample on which most of it is going on.</summary>
    public static readonly DateOnly Heart = new(2010, 9, 15);

    /// <summary>Days to move by so that <see cref="Heart"/> falls in the week (Monday to Sunday) of <paramref name="today"/>.</summary>
    public static int DaysTo(DateOnly today) => Monday(today).DayNumber - Monday(Heart).DayNumber;

    public static void Write(string sample, string target, int days)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(sample, "*.csv"))
        {
            using var reader = new CsvParser(new StreamReader(file), CultureInfo.InvariantCulture);
            using var writer = new CsvWriter(new StreamWriter(Path.Combine(target, Path.GetFileName(file))), CultureInfo.InvariantCulture);
            while (reader.Read())
            {
                foreach (var cell in reader.Record!)
                {
                    writer.WriteField(Move(cell, days));
                }

                writer.NextRecord();
            }
        }
    }

    /// <summary>The cell with its day moved where it is a date or a date and time, otherwise as it is.</summary>
    public static string Move(string cell, int days) =>
        DayOrTime().IsMatch(cell) && DateOnly.TryParseExact(cell.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + cell[10..]
            : cell;

    /// <summary>The day of a cell that is known to hold one.</summary>
    public static DateOnly DayOf(string cell) => DateOnly.ParseExact(cell.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayOrTime();
}
