using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace Throughgate.Web.Ui.Language;

/// <summary>
/// The language of an answer: what the reader chose last, else English. <c>?lang=cy</c> or <c>?lang=en</c> on any page remembers the choice
/// and comes back to the same page, so it can never lead to another site.
/// </summary>
public static class LanguageChoice
{
    public const string Cookie = "tg-language";
    private const string Asked = "lang";

    public static IApplicationBuilder UseLanguageChoice(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Query[Asked].ToString() is "cy" or "en")
        {
            Remember(context, context.Request.Query[Asked].ToString());
            context.Response.Redirect($"{context.Request.PathBase}{OwnPath(context.Request)}{Rest(context.Request)}");
            return Task.CompletedTask;
        }

        var culture = string.Equals(context.Request.Cookies[Cookie], "cy", StringComparison.Ordinal) ? Words.Welsh : Words.English;
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        context.Response.Headers.ContentLanguage = culture.TwoLetterISOLanguageName;
        return next(context);
    });

    /// <summary>The address of the page being shown, in the other language.</summary>
    public static string Switch(HttpRequest request, string language) =>
        $"{request.PathBase}{OwnPath(request)}{Rest(request).Add(Asked, language)}";

    // "//elsewhere" would be another site to a browser; "/" before it would be too. A path that begins so becomes the front page.
    private static string OwnPath(HttpRequest request)
    {
        // A refused answer is made again by the error page; its reader is still at the address they asked for.
        var asked = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;
        var path = asked is null ? request.Path.ToUriComponent() : new PathString(asked).ToUriComponent();
        return path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal) ? "/" : path;
    }

    private static QueryString Rest(HttpRequest request) => QueryString.Create(
        request.Query.Where(q => !string.Equals(q.Key, Asked, StringComparison.Ordinal)).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value)));

    private static void Remember(HttpContext context, string language) => context.Response.Cookies.Append(Cookie, language, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(365),
    });
}
