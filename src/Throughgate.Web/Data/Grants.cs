using System.Data.Common;
using Npgsql;

namespace Throughgate.Web.Data;

/// <summary>
/// On PostgreSQL with two accounts: what the one that serves pages may do in the tables of the one that migrates. It may add to
/// history and log and read them, and nothing else with them; of people it reads what row-level security lets it (R1); it owns nothing, so it cannot drop what keeps them append-only (R13).
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
            revoke update, delete, truncate on return_versions, return_decisions, return_members, return_checks, typed_returns from {account};
            revoke update, delete, truncate on practice_note_texts from {account};
            revoke insert, update, delete, truncate on erased_rows from {account};
            revoke insert, update, delete, truncate on schema_migrations from {account};
            """,
            cancel
        );
        await owner.RunAsync(Policies, cancel);
    }

    // Every table with a person, a case or a sentence in it, those of later migrations too. What says who may see what is left out: it is asked by whoever asks.
    private const string Policies = """
        do $$
        declare
            t record;
        begin
            for t in
                select c.relname as name, case
                    when c.relname = 'people' then 'tg_sees(id)'
                    when bool_or(a.attname = 'person_id') then case when bool_or(a.attname = 'person_id' and not a.attnotnull) then 'person_id is null or ' else '' end || 'tg_sees(person_id)'
                    when bool_or(a.attname = 'case_id') then case when bool_or(a.attname = 'case_id' and not a.attnotnull) then 'case_id is null or ' else '' end || 'tg_sees_case(case_id)'
                    else 'tg_sees_sentence(sentence_id)' end as sees
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                where n.nspname = 'public' and c.relkind in ('r', 'p') and not a.attisdropped and (a.attname in ('person_id', 'case_id', 'sentence_id') or c.relname = 'people')
                and c.relname not in ('restrictions', 'glass_broken', 'not_disclosed')
                and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'needs_to_know')
                group by c.relname
            loop
                execute format('alter table %I enable row level security', t.name);
                execute format('create policy needs_to_know on %I for select using (%s)', t.name, t.sees);
                execute format('create policy adds on %I for insert with check (true)', t.name);
                execute format('create policy changes on %I for update using (true) with check (true)', t.name);
                execute format('create policy removes on %I for delete using (true)', t.name);
            end loop;
        end $$
        """;

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
