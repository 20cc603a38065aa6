using Microsoft.EntityFrameworkCore;

namespace Throughgate.Web.Data;

/// <summary>A link is used by one update that says so: of two who open it at the same moment one wins.</summary>
public static class InvitationWrites
{
    public static async Task<bool> UseInvitationAsync(this Db db, Guid invitation, DateTimeOffset now)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            return await db.Invitations
                    .Where(i => i.Id == invitation && i.UsedAt == null && i.ExpiresAt > now)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now)) == 1;
        }
    }
}
