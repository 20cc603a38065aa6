using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;

namespace Throughgate.Web.Features.YoungPeople.Search;

/// <summary>
/// The search box of every page: takes the text in a form's body, where no history, log or neighbour sees it, and leads to the list that
/// shows whom it finds. The list is the answer, and it is the list that is on record with what was searched for.
/// </summary>
[Needs(Permission.SeeCaseload)]
[Repeatable("it changes nothing")]
public sealed class SearchPage(SearchText search) : PageModel
{
    /// <summary>An address that was typed or kept: there is no search without a text.</summary>
    public IActionResult OnGet() => LocalRedirect("/young-people");

    public IActionResult OnPost(string? q) =>
        LocalRedirect(string.IsNullOrWhiteSpace(q) ? "/young-people" : $"/young-people?find={Uri.EscapeDataString(search.Protect(q.Trim()))}");
}
