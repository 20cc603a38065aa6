using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Errors;

/// <summary>What a person reads when something went wrong: what happened, what was saved, what to do.</summary>
/// <param name="What">What happened, in a few words: the page's title.</param>
/// <param name="Lines">What was saved and what to do, a paragraph each.</param>
public sealed record Said(string What, IReadOnlyList<string> Lines);

/// <summary>Stands for every refused or failed answer. It reads nothing but the status, so that it can be shown when the database cannot.</summary>
[IgnoreAntiforgeryToken, Anyone("It must be shown to whoever an answer failed for, and shows nothing of the database")]
public sealed class ErrorPage(Words words) : PageModel
{
    public Said Said { get; private set; } = new(string.Empty, []);

    public IActionResult OnGet(int status) => Show(status);

    public IActionResult OnPost(int status) => Show(status);

    private PageResult Show(int status)
    {
        // Asked for by hand, it is a page like any that does not exist.
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var shown = !failed ? StatusCodes.Status404NotFound : Response.StatusCode >= 400 ? Response.StatusCode : status;

        // "Not yours" and "does not exist" are one answer: a different one would tell that somebody is known here.
        Response.StatusCode = shown == StatusCodes.Status403Forbidden ? StatusCodes.Status404NotFound : shown;
        Said = For(Response.StatusCode);
        return Page();
    }

    private Said For(int status) => status switch
    {
        404 => new(words["This page could not be found"],
            [words["It may not exist, or it may not be yours to see."], words["Check the address, or find the young person with the search box."]]),
        409 => new(words["Somebody else changed this first"],
            [words["What you sent was not saved, so nothing of theirs is lost."], words["Go back, load the page again to see their change, and then make yours."]]),
        413 => new(words["What you sent is too large"],
            [words["Nothing was saved."], words["Send a smaller file, or less text at once."]]),
        429 => new(words["Too many tries"],
            [words["Nothing was saved."], words["Wait a few minutes, then try again."]]),
        503 => new(words["Throughgate cannot answer just now"],
            [words["What you sent was not saved. What had been saved before is safe."], words["Go back: your text is still in the form. Try again in a minute."]]),
        >= 500 => new(words["Something went wrong on our side"],
            [words["What you sent was not saved. What had been saved before is safe."], words["Try again. If it happens twice, tell whoever looks after Throughgate at your scheme, with the time."]]),
        _ => new(words["What you sent could not be read whole"],
            [words["Nothing was saved."], words["Go back, load the page again, and send it once more."]]),
    };
}
