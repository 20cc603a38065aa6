using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data;

/// <summary>Questions to passkeys, each answered once; and counters, which only go up.</summary>
public static class PasskeyWrites
{
    /// <summary>A new question in the place of the one before.</summary>
    public static async Task AskPasskeyAsync(this Db db, byte[] key, Guid? account, string state, DateTimeOffset until)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.PasskeyChallenges.Where(c => c.KeyHash == key).ExecuteDeleteAsync();
            var id = Guid.CreateVersion7();
            await db.Database.ExecuteSqlAsync(
                db.IsSqlite
                    ? (FormattableString)$"insert into passkey_challenges (key_hash, id, account_id, state, expires_at) values ({key}, {id.ToByteArray(true)}, {account?.ToByteArray(true)}, {state}, {Instants.Write(until)})"
                    : $"insert into passkey_challenges (key_hash, id, account_id, state, expires_at) values ({key}, {id}, {account}, {state}, {until.ToUniversalTime()})"
            );
        }
    }

    /// <summary>The question that this answers; null where there is none, it is over, or it was answered.</summary>
    public static async Task<PasskeyChallenge?> TakePasskeyQuestionAsync(this Db db, byte[] key, DateTimeOffset now)
    {
        var question = await db.PasskeyChallenges.AsNoTracking().FirstOrDefaultAsync(c => c.KeyHash == key);
        if (question is null)
        {
            return null;
        }

        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            // Of two answers at the same moment one takes it away.
            return await db.PasskeyChallenges.Where(c => c.KeyHash == key && c.Id == question.Id).ExecuteDeleteAsync() == 1 && question.ExpiresAt > now ? question : null;
        }
    }

    /// <summary>False where the counter is not above the one seen last (a passkey without a counter stays at nought).</summary>
    public static async Task<bool> UsePasskeyAsync(this Db db, Guid account, byte[] credential, long count, bool backedUp, DateTimeOffset now)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            return await db.Passkeys
                    .Where(p => p.AccountId == account && p.CredentialId == credential && (p.SignCount < count || (p.SignCount == 0 && count == 0)))
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.SignCount, count).SetProperty(p => p.BackedUp, backedUp).SetProperty(p => p.UsedAt, now)) == 1;
        }
    }

    /// <summary>Somebody proved in a session that it is still them.</summary>
    public static async Task ProveSessionAsync(this Db db, Guid session, DateTimeOffset now)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.Sessions.Where(s => s.Id == session && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, now));
        }
    }

    public static async Task ForgetPasskeyQuestionsAsync(this Db db, DateTimeOffset now)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.PasskeyChallenges.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync();
        }
    }
}
