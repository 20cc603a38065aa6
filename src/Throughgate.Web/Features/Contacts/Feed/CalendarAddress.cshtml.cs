using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Contacts.Feed;

/// <summary>The address by which a worker's own calendar reads their diary: made, renewed and stopped here, and shown once.</summary>
[Needs(Permission.RecordCasework)]
public sealed class CalendarAddressPage(Db db, Actor actor, TimeProvider time) : PageModel
{
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>The new address; only in the answer that made it.</summary>
    public string? Address { get; private set; }

    public bool HasDiary => actor.WorkerId is not null;

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!HasDiary)
        {
            return NotFound();
        }

        var key = await new CalendarKeys(db, actor, time).RenewAsync(cancel);
        Address = $"{Request.Scheme}://{Request.Host}/calendar/{key}.ics";
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancel)
    {
        await new CalendarKeys(db, actor, time).StopAsync(cancel);
        return LocalRedirect("/diary/calendar");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var account = actor.Id!.Value;
        MadeAt = (await db.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.AccountId == account, cancel))?.MadeAt;
    }
}
