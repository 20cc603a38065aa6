using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Plans;
using Throughgate.Web.Access;

namespace Throughgate.Web.Features.Plans.Print;

/// <summary>The plan on a page, for the young person: to print and to keep.</summary>
[Needs(Permission.SeePerson)]
public sealed class PlanOnAPagePage(ReadPlans read, Seen seen) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>A PDF was asked for, and no Chromium is installed here to make it.</summary>
    [FromQuery(Name = "without-pdf")]
    public bool WithoutPdf { get; set; }

    public OfCase Of { get; private set; } = null!;

    /// <summary>The newest version that both agreed, else the newest; null where there is none.</summary>
    public Plan? Plan { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(id, Programme, cancel) is not { } plans)
        {
            return NotFound();
        }

        seen.Printed("plan");
        (Of, Plan) = (plans.Of, plans.Agreed ?? plans.Newest);
        return Page();
    }
}
