using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Restricted.Glass;

/// <summary>Breaking the glass: a record one may not see is opened for an hour, with a reason, and the managers are told.</summary>
[Needs(Permission.RecordCasework)]
public sealed class BreakGlassPage(BreakGlass glass, Seen seen) : PageModel
{
    public const int ShortestReason = 20;

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? Born { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool NothingFound { get; private set; }

    public bool TooMany { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (reference, name, reason) = (Reference.OrNothing(), Name.OrNothing(), Reason.OrNothing());
        ModelState.Must(reference is not null || (name is not null && Born is not null) || ModelState.ErrorCount > 0, nameof(Reference), Words.Key("Enter the reference, or both the name and the date of birth"));
        ModelState.Must(reason is { Length: >= ShortestReason and <= 2000 }, nameof(Reason), Words.Key("Say why it cannot wait, in 20 to 2,000 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (!await glass.MayTryAsync(cancel))
        {
            TooMany = true;
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        seen.Searched(reference ?? $"{name}, {Born:yyyy-MM-dd}");
        if (await glass.RunAsync(reference, name, Born, reason!, cancel) is { } person)
        {
            seen.Person(person);
            seen.Outcome = "glass_broken";
            return LocalRedirect($"/young-people/{person}");
        }

        seen.Outcome = "glass_found_nothing";
        NothingFound = true;
        return Page();
    }
}
