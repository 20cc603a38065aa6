using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts;

/// <summary>The memberships of an account as people say them: "Leeds (scheme), from 1 May 2026 until 30 June 2026".</summary>
public static class MembershipList
{
    public static async Task<IReadOnlyList<(Membership Row, string Said)>> OfAsync(Db db, Guid account, DateOnly today, Words words, bool past, CancellationToken cancel)
    {
        var seats = await Seats.ReadAsync(db, cancel);
        var rows = await db.Set<Membership>().Where(m => m.AccountId == account).OrderBy(m => m.FromOn).ToListAsync(cancel);
        return [.. rows.Where(m => m.ToOn is null || (m.ToOn >= m.FromOn && (past || m.ToOn >= today))).Select(m => (m, InWords(m, seats, words)))];
    }

    private static string InWords(Membership m, Seats seats, Words words)
    {
        var (where, days) = (seats.InWords(m.Kind, m.OfWhat, words), new Days(words));
        return (m.FromOn > Access.Accounts.Members.Always, m.ToOn) switch
        {
            (true, { } to) => words["{0}, from {1} until {2}", where, days.Plain(m.FromOn), days.Plain(to)],
            (true, null) => words["{0}, from {1}", where, days.Plain(m.FromOn)],
            (false, { } to) => words["{0}, until {1}", where, days.Plain(to)],
            _ => where,
        };
    }
}
