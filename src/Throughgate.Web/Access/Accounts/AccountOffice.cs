using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Access.Accounts;

/// <summary>
/// What an administrator does with accounts, each with its event. Nobody does it to their own account, so that there is always somebody else who knows;
/// and what changes what somebody may do ends their sessions at the next request.
/// </summary>
public sealed class AccountOffice(Db db, Actor actor, TimeProvider time, London london, SecondFactor second)
{
    /// <summary>The key of the link that is passed on.</summary>
    public async Task<(Account Account, string Key, DateTimeOffset Until)> InviteAsync(NewAccount asked)
    {
        var account = await AccountBook.AddAsync(db, actor, time, asked);
        var (key, invitation) = await Invitations.MakeAsync(db, account.Id, time.GetUtcNow(), Invitations.Lasts);
        await db.SaveAsync(actor, time, new AccountInvited(account.Id, account.DisplayName, invitation.ExpiresAt, Again: false, SecondFactorTaken: false));
        return (account, key, invitation.ExpiresAt);
    }

    /// <summary>A new link: the password there was is worth nothing from now on, and every session ends. The second factor goes only where it is lost.</summary>
    public async Task<(string Key, DateTimeOffset Until)> InviteAgainAsync(Account account, bool secondFactorLost, string? why)
    {
        var again = account.PasswordHash is not null;
        (account.PasswordHash, account.SecurityStamp) = (null, Stamp());
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        await UnlinkAsync(account);
        if (secondFactorLost)
        {
            await second.RemoveAsync(account.Id);
        }

        var (key, invitation) = await Invitations.MakeAsync(db, account.Id, time.GetUtcNow(), again ? Invitations.LastsForAReset : Invitations.Lasts);
        await db.SaveAsync(actor, time, new AccountInvited(account.Id, account.DisplayName, invitation.ExpiresAt, again, secondFactorLost) { Why = why });
        return (key, invitation.ExpiresAt);
    }

    /// <summary>Another name or role. Memberships that an account of the role cannot have end yesterday; one that is given begins today.</summary>
    public async Task ChangeAsync(Account account, string name, Role role, Seat? seat, string? why)
    {
        List<HistoryEvent> happened = [new AccountChanged(account.Id, name, account.DisplayName, role.Code, account.Role) { Why = why }];
        (account.DisplayName, account.Role, account.SecurityStamp) = (name, role.Code, Stamp());
        var today = london.Today;
        foreach (var held in await db.Set<Membership>().Where(m => m.AccountId == account.Id && (m.ToOn == null || m.ToOn >= today)).ToListAsync())
        {
            if (!role.Kinds.Contains(held.Kind) || (seat is not null && seat != new Seat(held.Kind, held.OfWhat)))
            {
                happened.Add(End(account, held, today.AddDays(-1)));
            }
            else if (seat is not null && held.FromOn <= today)
            {
                seat = null;
            }
        }

        if (seat is not null)
        {
            happened.Add(Begin(account, seat, today, null));
        }

        await db.SaveAsync(actor, time, happened);
    }

    public Task JoinAsync(Account account, Seat seat, DateOnly from, DateOnly? to) => db.SaveAsync(actor, time, Begin(account, seat, from, to));

    /// <summary>The last day of a membership, or null: without an end.</summary>
    public Task LeaveAsync(Account account, Membership held, DateOnly? last) => db.SaveAsync(actor, time, End(account, held, last));

    private MembershipBegun Begin(Account account, Seat seat, DateOnly from, DateOnly? to)
    {
        var begun = account.Of(seat.Kind, seat.Of, from);
        begun.ToOn = to;
        db.Add(begun);
        return new(account.Id, account.DisplayName, seat.Kind, seat.Of, from, to);
    }

    private static MembershipEnded End(Account account, Membership held, DateOnly? last)
    {
        var ended = new MembershipEnded(account.Id, account.DisplayName, held.Kind, held.OfWhat, last, held.ToOn);
        (held.ToOn, held.Version) = (last, held.Version + 1);
        return ended;
    }

    /// <summary>Closes it from a day on: today is at once. Null takes a day back that has not come yet.</summary>
    public Task CloseAsync(Account account, DateOnly? on, string? why)
    {
        if (on <= london.Today)
        {
            (account.ClosedAt, account.SecurityStamp) = (time.GetUtcNow(), Stamp());
            return db.SaveAsync(actor, time, new AccountClosed(account.Id, account.DisplayName) { Why = why });
        }

        account.ClosesOn = on;
        return db.SaveAsync(actor, time, new AccountClosing(account.Id, account.DisplayName, on) { Why = why });
    }

    /// <summary>Opens it again; its owner chooses a new password by a link.</summary>
    public async Task OpenAgainAsync(Account account, string? why)
    {
        await UnlinkAsync(account);
        (account.ClosedAt, account.ClosesOn, account.PasswordHash, account.SecurityStamp) = (null, null, null, Stamp());
        await db.SaveAsync(actor, time, new AccountOpenedAgain(account.Id, account.DisplayName) { Why = why });
    }

    public Task EndSessionsAsync(Account account)
    {
        account.SecurityStamp = Stamp();
        return db.SaveAsync(actor, time, new SessionsEnded(account.Id, account.DisplayName));
    }

    /// <summary>What speaks against changing this account; null where nothing does.</summary>
    public async Task<string?> ProblemAsync(Account account, bool takesAway)
    {
        if (account.Id == actor.Id)
        {
            return Words.Key("This is your own account. Another administrator changes it, so that somebody else knows.");
        }

        var today = london.Today;
        return takesAway && account.Role == RoleTable.Administrator
            && !await db.Accounts.AnyAsync(a => a.Id != account.Id && a.Role == RoleTable.Administrator && (a.PasswordHash != null || db.ProviderLinks.Any(l => l.AccountId == a.Id)) && a.ClosedAt == null && (a.ClosesOn == null || a.ClosesOn > today))
            ? Words.Key("This is the last administrator who can sign in. Give somebody else that role first.")
            : null;
    }

    /// <summary>Neither the identity provider nor a passkey signs anybody in with it any more, until a new link is used.</summary>
    private async Task UnlinkAsync(Account account)
    {
        db.Passkeys.RemoveRange(await db.Passkeys.Where(p => p.AccountId == account.Id).ToListAsync());
        db.ProviderLinks.RemoveRange(await db.ProviderLinks.Where(l => l.AccountId == account.Id).ToListAsync());
    }

    private static string Stamp() => Guid.CreateVersion7().ToString();
}
