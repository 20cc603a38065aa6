using Microsoft.EntityFrameworkCore;

namespace Throughgate.Web.Data;

/// <summary>Changes to what somebody typed and has not saved: plain updates that need no entity in memory.</summary>
public static class DraftWrites
{
    /// <summary>A draft waits this long for its owner.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public static async Task KeepDraftAsync(this Db db, Guid account, string form, string closed, DateTimeOffset now)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.Database.ExecuteSqlAsync(
                db.IsSqlite
                    ? (FormattableString)$"insert into drafts (account_id, form, sealed, at) values ({account.ToByteArray(true)}, {form}, {closed}, {Instants.Write(now)}) on conflict (account_id, form) do update set sealed = excluded.sealed, at = excluded.at"
                    : $"insert into drafts (account_id, form, sealed, at) values ({account}, {form}, {closed}, {now.ToUniversalTime()}) on conflict (account_id, form) do update set sealed = excluded.sealed, at = excluded.at"
            );
        }
    }

    /// <summary>Within the transaction of the form's own work, where there is one.</summary>
    public static async Task ForgetDraftAsync(this Db db, Guid account, string form)
    {
        var drafts = db.Drafts.Where(d => d.AccountId == account && d.Form == form);
        if (db.Work is { IsBegun: true })
        {
            await drafts.ExecuteDeleteAsync();
            return;
        }

        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await drafts.ExecuteDeleteAsync();
        }
    }

    public static async Task ForgetOldDraftsAsync(this Db db, DateTimeOffset before)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.Drafts.Where(d => d.At < before).ExecuteDeleteAsync();
        }
    }
}
