using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Failures;

/// <summary>
/// When even the error page fails (it asks who is signed in, and the database may be what failed): the same words in a page that needs nothing.
/// </summary>
public static partial class LastResort
{
    public static IApplicationBuilder UseLastResort(this WebApplication app)
    {
        var words = app.Services.GetRequiredService<Words>();
        return app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
            {
                Failed(app.Logger, exception);
                await WriteAsync(context, words, Failure.StatusOf(exception));
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed, and its error page too.")]
    private static partial void Failed(ILogger logger, Exception exception);

    private static Task WriteAsync(HttpContext context, Words words, int status)
    {
        context.Response.Clear();
        return WriteAsync(context, words, status, Said.Of(words, status));
    }

    /// <summary>A page of words alone, asking for nobody's name and nothing of the database.</summary>
    public static async Task WriteAsync(HttpContext context, Words words, int status, Said said)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var body = Markup.Of("main", "govuk-width-container tg-main",
            Markup.Of("h1", "govuk-heading-l", said.What), said.Lines.Select(line => (IHtmlContent)Markup.Of("p", "govuk-body", line)));
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        await text.WriteAsync($"<!DOCTYPE html>\n<html lang=\"{(words.InWelsh ? "cy" : "en")}\" class=\"govuk-template\"><head><meta charset=\"utf-8\"><title>");
        HtmlEncoder.Default.Encode(text, said.What);
        await text.WriteAsync(
            " – Throughgate</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"stylesheet\" href=\"/throughgate.css\"></head><body class=\"govuk-template__body\">");
        body.WriteTo(text, HtmlEncoder.Default);
        await text.WriteAsync("</body></html>");
        await context.Response.WriteAsync(text.ToString());
    }
}
