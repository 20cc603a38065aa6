using System.Globalization;
using System.Text;

namespace Throughgate.Web.Ui.Calendar;

/// <summary>One entry of a calendar, at a UK civil time.</summary>
/// <param name="Id">The same for the same entry whenever it is read.</param>
public sealed record CalendarEntry(string Id, DateTimeOffset From, TimeSpan Lasts, string Summary, bool Cancelled = false);

/// <summary>iCalendar (RFC 5545): times in UTC, lines of at most 75 bytes, texts escaped.</summary>
public static class CalendarText
{
    private const int LongestLine = 75;

    /// <param name="stamp">When this text was made.</param>
    public static string Write(IEnumerable<CalendarEntry> entries, DateTimeOffset stamp)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Throughgate//Diary//EN");
        Line(text, "CALSCALE:GREGORIAN");
        foreach (var entry in entries)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{entry.Id}");
            Line(text, $"DTSTAMP:{Utc(stamp)}");
            Line(text, $"DTSTART:{Utc(entry.From)}");
            Line(text, $"DTEND:{Utc(entry.From + entry.Lasts)}");
            Line(text, $"SUMMARY:{Escape(entry.Summary)}");
            Line(text, entry.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
            Line(text, "CLASS:PRIVATE");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n");

    /// <summary>Folds at 75 bytes, never inside a character; what follows begins with a space.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                bytes = 1;
            }

            text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
