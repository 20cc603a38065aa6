using System.Net.Mail;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Today.Show;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Today.Digest;

/// <summary>
/// Sends each digest that is wanted and not sent yet today, on working days. A digest is marked before it goes out, so that it never goes twice; only
/// where the mail server could not be reached at all is the mark taken back.
/// </summary>
public sealed class SendDigests(Connection database, WorkingCalendar calendar, London london, TimeProvider time, KeptLists kept, Mail mail, ILogger<SendDigests> log)
{
    /// <summary>How many went out.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var today = london.Today;
        if (mail.Settings is not { } settings || !calendar.IsWorkingDay(today))
        {
            return 0;
        }

        await using var list = database.Context();
        var wanted = await list.Digests.AsNoTracking().Where(d => d.SentOn == null || d.SentOn < today)
            .Join(list.Accounts.Where(a => a.ClosedAt == null && (a.ClosesOn == null || a.ClosesOn > today)), d => d.AccountId, a => a.Id, (d, a) => new { Digest = d, Account = a })
            .ToListAsync(cancel);
        var sent = 0;
        foreach (var one in wanted.Where(w => w.Account is { Email: not null } && RoleTable.May(w.Account.Role, Permission.SeeToday)))
        {
            try
            {
                sent += await SendAsync(settings, one.Digest, one.Account, today, cancel) ? 1 : 0;
            }
            catch (Exception fault) when (fault is SmtpException or FormatException)
            {
                log.LogWarning(fault, "A digest of the day was not sent.");
            }
        }

        return sent;
    }

    private async Task<bool> SendAsync(MailSettings settings, Data.Rows.Digest digest, Account account, DateOnly today, CancellationToken cancel)
    {
        await using var db = database.Context();
        var words = new Words(Vocabulary.Embedded, account.Language == "cy" ? Words.Welsh : Words.English);
        var text = await TextAsync(db, account, today, words, cancel);
        if (!await db.ClaimDigestAsync(account.Id, today, cancel) || text.SaysNothing)
        {
            return false;
        }

        try
        {
            await settings.SendAsync(account.Email!, text.Subject, text.Body(settings.Address, words), cancel);
            return true;
        }
        catch (SmtpException fault) when (fault.InnerException is SocketException)
        {
            await db.UnclaimDigestAsync(digest, CancellationToken.None);
            throw;
        }
    }

    private async Task<DigestText> TextAsync(Db db, Account account, DateOnly today, Words words, CancellationToken cancel)
    {
        var actor = await db.ActorAsync(account, today, cancel);
        var visible = new Visible(db, actor, new Seen(), london, time);
        var of = await new ReadToday(new SchemeLists(db, visible, actor, calendar, kept), visible, calendar, new ReturnBook(database)).RunAsync(actor, today, now: true, cancel: cancel);
        return DigestText.Of(of, words);
    }
}
