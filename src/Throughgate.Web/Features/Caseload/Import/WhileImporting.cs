using Throughgate.Web.Ui.Failures;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>
/// While a caseload is written into a SQLite file nobody else can write, and no page is shown without its row in the log. Whoever asks for one
/// waits a moment; where that is not enough they are told so, how far it is, and the page comes back by itself.
/// </summary>
public static class WhileImporting
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    public static IApplicationBuilder UseWhileImporting(this WebApplication app)
    {
        var (imports, words) = (app.Services.GetRequiredService<ImportsAtWork>(), app.Services.GetRequiredService<Words>());
        return app.Use(async (context, next) =>
        {
            if (imports.Writing is not null && !Path.HasExtension(context.Request.Path))
            {
                for (var waited = TimeSpan.Zero; imports.Writing is not null && waited < ImportsAtWork.Patience; waited += Step)
                {
                    await Task.Delay(Step, context.RequestAborted);
                }

                if (imports.Writing is { } writing)
                {
                    await TellAsync(context, words, writing);
                    return;
                }
            }

            await next(context);
        });
    }

    private static async Task TellAsync(HttpContext context, Words words, ImportAtWork writing)
    {
        var asks = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        string far = writing.Progress is { Of: > 0 } progress
            ? words["{0} of about {1} rows are done.", progress.Rows.ToString("N0", words.Culture), progress.Of.ToString("N0", words.Culture)]
            : words["The rows are being counted."];
        var said = new Said(words["A caseload is being brought in"],
            [
                words["While it is written, nobody can read or record here: each page has to be entered in the log first."],
                far,
                asks ? words["This page comes back by itself as soon as it is done."] : words["What you sent was not saved. Go back: your text is still in the form. Try again in a minute."],
            ]);
        if (asks)
        {
            context.Response.Headers["Refresh"] = "3";
        }

        context.Response.Headers.RetryAfter = "3";
        await LastResort.WriteAsync(context, words, StatusCodes.Status503ServiceUnavailable, said);
    }
}
