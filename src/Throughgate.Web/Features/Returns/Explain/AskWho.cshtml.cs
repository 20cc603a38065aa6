using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data.Lists;

namespace Throughgate.Web.Features.Returns.Explain;

/// <summary>Finds the young person somebody asks about: "why is this person not counted?" What was searched for goes in no address.</summary>
[Needs(Permission.SeeReturn)]
[Repeatable("looking somebody up changes nothing")]
public sealed class AskWhoPage(Actor actor, Visible visible, Seen seen, SearchText search) : PageModel
{
    private const int Most = 20;

    public ReturnAddress Address { get; private set; } = null!;

    public string Asked { get; private set; } = "";

    public IReadOnlyList<Listed> People { get; private set; } = [];

    /// <summary>There are more than the page shows.</summary>
    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, string? find, CancellationToken cancel)
    {
        if (!Read(scheme, year, quarter))
        {
            return NotFound();
        }

        Asked = search.Read(find) ?? "";
        if (Asked.Length == 0)
        {
            return Page();
        }

        seen.Searched(Asked);
        var found = await Found.Among(visible, Asked).Take(Most + 1).ToListAsync(cancel);
        seen.People(found.Take(Most).Select(p => p.Id));
        if (found.Count == 1)
        {
            return LocalRedirect(Address.WhoIs(found[0].Id));
        }

        (People, More) = ([.. found.Take(Most)], found.Count > Most);
        return Page();
    }

    /// <summary>Seals what was asked, so that it can stand in an address.</summary>
    public IActionResult OnPost(string scheme, string year, string quarter, string? q)
    {
        if (!Read(scheme, year, quarter))
        {
            return NotFound();
        }

        return LocalRedirect(string.IsNullOrWhiteSpace(q) ? Address.Who : $"{Address.Who}?find={Uri.EscapeDataString(search.Protect(q.Trim()))}");
    }

    private bool Read(string scheme, string year, string quarter)
    {
        if (scheme != actor.Scheme || ReturnAddress.Read(scheme, year, quarter) is not { } address)
        {
            return false;
        }

        Address = address;
        return true;
    }
}
