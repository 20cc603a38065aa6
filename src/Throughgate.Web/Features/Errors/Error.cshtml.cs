using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.Failures;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Errors;

/// <summary>Stands for every refused or failed answer. It reads nothing but the status, so that it can be shown when the database cannot.</summary>
[Anyone("Whoever was refused or failed is told so, signed in or not; it shows nothing of anybody.")]
[IgnoreAntiforgeryToken]
public sealed class ErrorPage(Words words) : PageModel
{
    public Said Said { get; private set; } = new("", []);

    public IActionResult OnGet(int status)
    {
        var page = Show(status);
        if (Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            // What was asked for only to be read is asked for again.
            Response.Headers["Refresh"] = "10";
        }

        return page;
    }

    public IActionResult OnPost(int status) => Show(status);

    private PageResult Show(int status)
    {
        // Asked for by hand, it is a page like any that does not exist.
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var shown = !failed ? StatusCodes.Status404NotFound : Response.StatusCode >= 400 ? Response.StatusCode : status;

        // "Not yours" and "does not exist" are one answer: a different one would tell that somebody is known here.
        Response.StatusCode = shown == StatusCodes.Status403Forbidden ? StatusCodes.Status404NotFound : shown;
        Said = Said.Of(words, Response.StatusCode);
        return Page();
    }
}
