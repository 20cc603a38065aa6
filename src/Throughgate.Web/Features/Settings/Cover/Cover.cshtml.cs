using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Settings.Cover;

/// <summary>Reciprocal arrangements of the scheme (ISS-3): resettlement workers and case managers stand in for each other, from a day to a day.</summary>
[Needs(Permission.ManageScheme)]
public sealed class CoverPage(Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [BindProperty]
    public string? WithWhom { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>An arrangement that ends today.</summary>
    [BindProperty]
    public Guid? End { get; set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ReciprocalArrangement> Arrangements { get; private set; } = [];

    public DateOnly Today => london.Today;

    public Task OnGetAsync(CancellationToken cancel)
    {
        From = Today;
        return ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (End is { } end)
        {
            if (Arrangements.FirstOrDefault(a => a.Id == end && a.UntilOn is null) is not { } ending)
            {
                return NotFound();
            }

            ending.UntilOn = ending.FromOn > Today ? ending.FromOn : Today;
            await db.SaveAsync(actor, time, new ReciprocalArrangementSet(ending.Id, ending.Scheme, ending.WithWhom, ending.What, ending.FromOn, ending.UntilOn));
            return LocalRedirect("/settings/cover");
        }

        ModelState.Must(!string.IsNullOrWhiteSpace(WithWhom) && WithWhom.Length <= 200, nameof(WithWhom), Words.Key("Say with whom, in at most 200 characters"));
        ModelState.Must(!string.IsNullOrWhiteSpace(What) && What.Length <= 2000, nameof(What), Words.Key("Say what each does for the other, in at most 2,000 characters"));
        ModelState.Must(From is not null || ModelState.ErrorCount > 0, "From-day", Words.Key("Enter the day"));
        ModelState.Must(!(Until < From), "Until-day", Words.Key("The last day is before the first"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var row = new ReciprocalArrangement { Scheme = actor.Scheme!, WithWhom = WithWhom!.Trim(), What = What.OrNothing()!, FromOn = From!.Value, UntilOn = Until };
        db.Add(row);
        await db.SaveAsync(actor, time, new ReciprocalArrangementSet(row.Id, row.Scheme, row.WithWhom, row.What, row.FromOn, null));
        return LocalRedirect("/settings/cover");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var scheme = actor.Scheme;
        Arrangements = await db.Set<ReciprocalArrangement>().Where(a => a.Scheme == scheme).OrderByDescending(a => a.FromOn).ThenBy(a => a.Id).ToListAsync(cancel);
    }
}
