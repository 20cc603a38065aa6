using System.Text;
using System.Text.RegularExpressions;
using Throughgate.Web.Ui.Calendar;

namespace Throughgate.Tests.Ui.Calendar;

/// <summary>What RFC 5545 asks of a calendar that is only read.</summary>
public partial class CalendarTextTests
{
    private static readonly DateTimeOffset Stamp = new(2010, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lines_end_with_CRLF_and_are_folded_at_75_bytes_between_characters()
    {
        var long_ = string.Concat(Enumerable.Repeat("Siôn ŵyr – ", 30)).Trim();
        var text = CalendarText.Write([new("1@x", Stamp, TimeSpan.FromMinutes(45), long_)], Stamp);

        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        Unfolded(text).ShouldContain($"SUMMARY:{long_}");
    }

    [Fact]
    public void Every_entry_has_what_it_must_have_once_and_times_are_in_UTC()
    {
        var text = Unfolded(CalendarText.Write([new("1@x", new(2010, 5, 4, 14, 30, 0, TimeSpan.FromHours(1)), TimeSpan.FromMinutes(45), "a, b; c\\d\ne", true)], Stamp));
        text.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:");
        var entry = Entry().Match(text).Value;
        foreach (var property in new[] { "UID:1@x", "DTSTAMP:20100501T120000Z", "DTSTART:20100504T133000Z", "DTEND:20100504T141500Z", "SUMMARY:a\\, b\\; c\\\\d\\ne", "STATUS:CANCELLED" })
        {
            entry.Split("\r\n").Count(l => l == property).ShouldBe(1, property);
        }
    }

    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);

    [GeneratedRegex("BEGIN:VEVENT.*END:VEVENT", RegexOptions.Singleline)]
    private static partial Regex Entry();
}
