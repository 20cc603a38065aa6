using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data;

/// <summary>Wrong tries, kept over a restart.</summary>
public static class ThrottleWrites
{
    public static async Task KeepTryAsync(this Db db, byte[] key, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7();
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.Database.ExecuteSqlAsync(
                db.IsSqlite
                    ? (FormattableString)$"insert into wrong_tries (id, key_hash, at) values ({id.ToByteArray(true)}, {key}, {Instants.Write(at)})"
                    : $"insert into wrong_tries (id, key_hash, at) values ({id}, {key}, {at.ToUniversalTime()})"
            );
        }
    }

    public static async Task ForgetTriesAsync(this Db db, byte[] key)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.Set<WrongTry>().Where(t => t.KeyHash == key).ExecuteDeleteAsync();
        }
    }

    public static async Task ForgetOldTriesAsync(this Db db, DateTimeOffset before)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.Set<WrongTry>().Where(t => t.At <= before).ExecuteDeleteAsync();
        }
    }
}
