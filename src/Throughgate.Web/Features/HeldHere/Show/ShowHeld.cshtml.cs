using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;

namespace Throughgate.Web.Features.HeldHere.Show;

/// <summary>One young person as the link worker of their establishment sees them: dates, visits, and who works with them outside.</summary>
[Needs(Permission.SeeHeld)]
public sealed class ShowHeldPage(ReadHeld read, Seen seen, London london) : PageModel
{
    public DateOnly Today => london.Today;

    public HeldPerson Who { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if ((await read.RunAsync(id, cancel)).SingleOrDefault() is not { } who)
        {
            return NotFound();
        }

        Who = who;
        seen.Person(id);
        return Page();
    }
}
