using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Today.Show;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;
using Task = System.Threading.Tasks.Task;

namespace Throughgate.Web.Features.Today.Digest;

/// <summary>The digest of the day: what it would say today, and whether it comes by e-mail. Off until its reader turns it on.</summary>
[Needs(Permission.SeeToday)]
public sealed class ChooseDigestPage(Db db, Actor actor, ReadToday read, London london, TimeProvider time, Mail mail, Words words) : PageModel
{
    /// <summary>yes or no.</summary>
    [BindProperty]
    public string? Wanted { get; set; }

    public bool IsOn { get; private set; }

    public bool ServerSends => mail.Settings is not null;

    public string? Email { get; private set; }

    public DigestText Text { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = actor.Id!.Value;
        IsOn = await db.Digests.AsNoTracking().AnyAsync(d => d.AccountId == account, cancel);
        Email = await db.Accounts.AsNoTracking().Where(a => a.Id == account).Select(a => a.Email).SingleAsync(cancel);
        Text = DigestText.Of(await read.RunAsync(actor, london.Today, now: true, cancel: cancel), words);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = actor.Id!.Value;
        var row = await db.Digests.FirstOrDefaultAsync(d => d.AccountId == account, cancel);
        if (Wanted == "yes" && row is null)
        {
            // Today's has been read on the page just now: the first comes tomorrow.
            db.Add(new Data.Rows.Digest { AccountId = account, WantedAt = time.GetUtcNow(), SentOn = london.Today });
            await db.SaveAsync(actor, time, new DigestWanted());
        }
        else if (Wanted == "no" && row is not null)
        {
            db.Remove(row);
            await db.SaveAsync(actor, time, new DigestStopped());
        }

        return LocalRedirect("/today/digest");
    }
}
