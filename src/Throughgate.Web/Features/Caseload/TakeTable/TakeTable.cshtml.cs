using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Caseload.TakeTable;

/// <summary>Asks why a table of names leaves and who will hold it, then leads on to the file (R5). The table itself asks again whether it may be taken.</summary>
[Needs(Permission.Export)]
[Fresh("What leaves the program is out of its hands")]
[Repeatable("It changes nothing; each table that leaves is on record")]
public sealed class TakeTablePage(Actor actor, TakenFor taken) : PageModel
{
    /// <summary>The address of the table with its query.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Table { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    /// <summary>The page that the table stands on.</summary>
    public string Back
    {
        get
        {
            var (path, query) = Parts;
            return QueryHelpers.AddQueryString(path, query.Where(q => q.Key is not ("handler" or "file")));
        }
    }

    public IActionResult OnGet() => IsTable ? Page() : Nothing;

    public IActionResult OnPost()
    {
        if (!IsTable)
        {
            return Nothing;
        }

        ModelState.Must(Why.OrNothing() is { Length: <= 500 }, nameof(Why), Words.Key("Say what it is needed for, in at most 500 characters"));
        ModelState.Must(Recipient.OrNothing() is { Length: <= 200 }, nameof(Recipient), Words.Key("Say who will hold the file, in at most 200 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        taken.Write(HttpContext, new(actor.Id!.Value, Table!, Why!.Trim(), Recipient!.Trim()));
        return LocalRedirect(Table!);
    }

    /// <summary>Without a table, the page that takes out the caseload; an address that is no table of this program is no page.</summary>
    private IActionResult Nothing => string.IsNullOrEmpty(Table) ? LocalRedirect("/export") : NotFound();

    private bool IsTable => Url.IsLocalUrl(Table) && Table!.StartsWith('/') && Table.Length <= 3000 && Parts.Query.TryGetValue("handler", out var handler) && handler == "Table";

    private (string Path, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Query) Parts
    {
        get
        {
            var at = Table!.IndexOf('?', StringComparison.Ordinal);
            return at < 0 ? (Table, []) : (Table[..at], QueryHelpers.ParseQuery(Table[at..]));
        }
    }
}
