using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Accounts.Invite;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts.Show;

/// <summary>One account: as what, since when it closes, where it is signed in, and the new link for who lost password or telephone.</summary>
[Needs(Permission.KeepAccounts)]
public sealed class AccountPage(Db db, AccountOffice office, InvitationMail mail, London london, TimeProvider time, Words words) : PageModel
{
    /// <summary>link, sessions, open, or stay (takes a closing day back).</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public bool SecondFactorLost { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Account Account { get; private set; } = null!;

    public bool IsClosed => Account.IsClosed(london.Today);

    public DateOnly Today => london.Today;

    /// <summary>Those of today and to come, with their days in words.</summary>
    public IReadOnlyList<(Membership Row, string Said)> Memberships { get; private set; } = [];

    public int Sessions { get; private set; }

    public bool IsLinked { get; private set; }

    public bool HasSecond { get; private set; }

    public int Passkeys { get; private set; }

    public DateTimeOffset? LinkUntil { get; private set; }

    public IReadOnlyList<AccountLine> History { get; private set; } = [];

    public LinkMade? Link { get; private set; }

    /// <summary>Why nothing can be changed here; null where it can.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel) => await FindAsync(row, cancel) ? Page() : NotFound();

    [Fresh("It changes who may do what")]
    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        ModelState.Must((Why?.Length ?? 0) <= 1000, nameof(Why), Words.Key("Write at most 1,000 characters"));
        if (Problem is not null || ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        switch (Do)
        {
            case "link" when !IsClosed:
                var (key, until) = await office.InviteAgainAsync(Account, SecondFactorLost, Why.OrNothing());
                var address = mail.AddressOf(key, Request);
                Link = new(Account.UserName!, address, until, await mail.SendAsync(Account, address, until, cancel), $"/accounts/{row}");
                return Page();
            case "sessions":
                await office.EndSessionsAsync(Account);
                break;
            case "open" when IsClosed:
                await office.OpenAgainAsync(Account, Why.OrNothing());
                break;
            case "stay" when !IsClosed && Account.ClosesOn is not null:
                await office.CloseAsync(Account, null, Why.OrNothing());
                break;
        }

        return LocalRedirect($"/accounts/{row}");
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        if (await db.Accounts.FirstOrDefaultAsync(a => a.Id == row, cancel) is not { } account)
        {
            return false;
        }

        Account = account;
        Problem = await office.ProblemAsync(account, takesAway: false);
        var now = time.GetUtcNow();
        var (seen, started) = (now - Access.SigningIn.Sessions.Idle, now - Access.SigningIn.Sessions.Longest);
        Sessions = await db.Sessions.CountAsync(s => s.AccountId == row && s.EndedAt == null && s.Stamp == account.SecurityStamp && s.SeenAt > seen && s.StartedAt > started, cancel);
        Memberships = await MembershipList.OfAsync(db, row, london.Today, words, past: false, cancel);
        IsLinked = await db.ProviderLinks.AnyAsync(l => l.AccountId == row, cancel);
        Passkeys = await db.Passkeys.CountAsync(p => p.AccountId == row, cancel);
        HasSecond = await db.Authenticators.AnyAsync(a => a.AccountId == row, cancel);
        History = await AccountHistory.OfAsync(db, row, words, cancel);
        LinkUntil = await db.Invitations.Where(i => i.AccountId == row && i.UsedAt == null && i.ExpiresAt > now).Select(i => (DateTimeOffset?)i.ExpiresAt).FirstOrDefaultAsync(cancel);
        return true;
    }
}
