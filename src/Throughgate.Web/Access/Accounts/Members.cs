using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.Accounts;

/// <summary>Accounts and what they are members of, outside a signed-in session.</summary>
public static class Members
{
    /// <summary>Before anybody used the product: a membership that was always there.</summary>
    public static readonly DateOnly Always = new(2000, 1, 1);

    public static Membership Of(this Account account, string kind, string what, DateOnly? from = null) =>
        new() { AccountId = account.Id, Kind = kind, OfWhat = what, FromOn = from ?? Always };

    /// <summary>The account as it acts on the day.</summary>
    public static async Task<Actor> ActorAsync(this Db db, Account account, DateOnly today, CancellationToken cancel = default)
    {
        var memberships = await db.Set<Membership>().AsNoTracking()
            .Where(m => m.AccountId == account.Id && m.FromOn <= today && (m.ToOn == null || m.ToOn >= today))
            .Select(m => m.Kind + ":" + m.OfWhat)
            .ToListAsync(cancel);
        return Actor.Of(account.Id, account.DisplayName, account.Role, account.WorkerId, string.Join(';', memberships));
    }

    /// <summary>Keys of the accounts that are members of a scheme or of one of its YOTs on the day.</summary>
    public static IQueryable<Guid> MembersOf(this Db db, string scheme, DateOnly today)
    {
        var yots = Reference.Instance.YotsOfScheme.GetValueOrDefault(scheme)?.Order(StringComparer.Ordinal).ToList() ?? [];
        return db.Set<Membership>()
            .Where(m => m.FromOn <= today && (m.ToOn == null || m.ToOn >= today))
            .Where(m => (m.Kind == MembershipKinds.Scheme && m.OfWhat == scheme) || (m.Kind == MembershipKinds.Yot && yots.Contains(m.OfWhat)))
            .Select(m => m.AccountId);
    }
}
