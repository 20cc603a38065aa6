using System.Data.Common;
using Npgsql;

namespace Throughgate.Web.Data;

/// <summary>
/// On PostgreSQL with two accounts: what the one that serves pages may do in the tables of the one that migrates. It may add to
/// history and log and read them, and nothing else with them; it owns nothing, so it cannot drop what keeps them append-only (R13).
/// </summary>
public static class Grants
{
    public static async Task GiveAsync(Connection database, DbConnection owner, CancellationToken cancel)
    {
        if (database.IsSqlite || database.LogIsProtectedLess)
        {
            return;
        }

        var account = Quote(new NpgsqlConnectionStringBuilder(database.Text).Username!);
        await owner.RunAsync(
            $"""
            grant usage on schema public to {account};
            grant select, insert, update, delete on all tables in schema public to {account};
            revoke update, delete, truncate on history, access_log from {account};
            revoke insert, update, delete, truncate on erased_rows from {account};
            revoke insert, update, delete, truncate on schema_migrations from {account};
            """,
            cancel
        );
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
