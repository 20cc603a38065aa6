using Microsoft.EntityFrameworkCore;

namespace Throughgate.Web.Data;

/// <summary>Changes to sessions and sent forms: plain updates that need no entity in memory.</summary>
public static class SessionWrites
{
    public static async Task TouchSessionAsync(this Db db, byte[] key, DateTimeOffset now)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.Sessions.Where(s => s.KeyHash == key && s.SeenAt < now).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now));
        }
    }

    public static async Task EndSessionAsync(this Db db, byte[] key, DateTimeOffset now)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.Sessions.Where(s => s.KeyHash == key && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now));
        }
    }

    /// <summary>Claims a form's key inside the open transaction. False where it was sent before; on PostgreSQL this waits for the first sending to finish.</summary>
    public static async Task<bool> ClaimFormAsync(this Db db, Guid account, Guid form, DateTimeOffset now) =>
        await db.Database.ExecuteSqlAsync(
            db.IsSqlite
                ? (FormattableString)$"insert into submissions (account_id, form_key, at) values ({account.ToByteArray(true)}, {form.ToByteArray(true)}, {Instants.Write(now)}) on conflict do nothing"
                : $"insert into submissions (account_id, form_key, at) values ({account}, {form}, {now.ToUniversalTime()}) on conflict do nothing"
        ) == 1;

    public static Task AnswerFormAsync(this Db db, Guid account, Guid form, string location) =>
        db.Submissions.Where(s => s.AccountId == account && s.FormKey == form).ExecuteUpdateAsync(set => set.SetProperty(s => s.Location, location));

    /// <summary>Forgets forms and sessions that can no longer matter.</summary>
    public static async Task ForgetOldAsync(this Db db, DateTimeOffset forms, DateTimeOffset sessions)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.Submissions.Where(s => s.At < forms).ExecuteDeleteAsync();
            await db.Sessions.Where(s => s.StartedAt < sessions).ExecuteDeleteAsync();
        }
    }
}
