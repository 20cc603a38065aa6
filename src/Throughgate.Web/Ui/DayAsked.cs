using System.Globalization;

namespace Throughgate.Web.Ui;

/// <summary>
/// The day that a page looks at: <c>?on=2010-09-15</c>, or today in London. A day that cannot be read is not guessed at: the page is today's
/// and says so (<c>ViewData.LookAt(day)</c>).
/// </summary>
public sealed class DayAsked
{
    public const string Name = "on";

    // The rules reckon years on from here; nobody's caseload is older or newer.
    private static readonly DateOnly First = new(1990, 1, 1);
    private static readonly DateOnly Last = new(2100, 12, 31);

    public DayAsked(IHttpContextAccessor context, London london)
    {
        Today = On = london.Today;
        if (context.HttpContext?.Request.Query[Name].ToString() is { Length: > 0 } text)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= First && day <= Last)
            {
                On = day;
            }
            else
            {
                Unread = text.Length > 40 ? text[..40] : text;
            }
        }
    }

    public DateOnly On { get; }

    public DateOnly Today { get; }

    public bool IsAnother => On != Today;

    /// <summary>What was asked for and is no day; null where all is well.</summary>
    public string? Unread { get; }

    /// <summary>The day for the address of a link, null where it is today: <c>asp-route-on="@Day.Query"</c>.</summary>
    public string? Query => IsAnother ? On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
