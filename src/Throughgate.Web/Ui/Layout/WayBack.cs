using System.Text.RegularExpressions;

namespace Throughgate.Web.Ui.Layout;

/// <summary>
/// The list that somebody came from, with its filters and page: a page of one young person leads back to it. It stands in a cookie of the
/// session, and holds keys, codes and sealed text only.
/// </summary>
public static partial class WayBack
{
    public const string Cookie = "tg-list";
    private const int Longest = 3000;
    private static readonly string[] Lists = ["/today", "/young-people", "/young-people/not-on-the-books", "/release"];

    /// <summary>Says that this page is a list to come back to.</summary>
    public static void Remember(HttpContext context)
    {
        var address = $"{context.Request.Path}{context.Request.QueryString}";
        if (address.Length <= Longest)
        {
            context.Response.Cookies.Append(Cookie, address, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
            });
        }
    }

    /// <summary>The worklist of a return, where somebody came from one and is on the pages of a young person that mend it; else null.</summary>
    public static string? Mending(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/young-people", StringComparison.Ordinal) && context.Request.Path.Value!.Length > "/young-people/".Length && context.Request.Cookies[Cookie] is { } address && Worklist().IsMatch(address) ? address : null;

    [GeneratedRegex(@"^/figures/return/[a-z-]{1,60}/\d{4}-\d\d/[1-4]/mend(\?all=true)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Worklist();

    /// <summary>Where "Back to the list" leads: the last list, or all young people.</summary>
    public static string From(HttpContext context)
    {
        var address = context.Request.Cookies[Cookie] ?? "";
        var path = address.Split('?', 2)[0];
        return Lists.Contains(path, StringComparer.Ordinal) && !address.Contains('\\', StringComparison.Ordinal) ? address : "/young-people";
    }
}
