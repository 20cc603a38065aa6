using Microsoft.EntityFrameworkCore;

namespace Throughgate.Web.Data;

/// <summary>What may be used once is used by one update that says so: of two at the same moment one wins.</summary>
public static class SecondFactorWrites
{
    /// <summary>False where this code or a later one was used already.</summary>
    public static async Task<bool> UseStepAsync(this Db db, Guid account, long step)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            return await db.Authenticators.Where(a => a.AccountId == account && a.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step)) == 1;
        }
    }

    /// <summary>False where there is no such code, or it was used.</summary>
    public static async Task<bool> UseRecoveryCodeAsync(this Db db, Guid account, byte[] hash, DateTimeOffset now)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            return await db.RecoveryCodes
                    .Where(c => c.AccountId == account && c.Hash == hash && c.UsedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now)) == 1;
        }
    }
}
