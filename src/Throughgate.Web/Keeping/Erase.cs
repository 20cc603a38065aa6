using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Throughgate.Domain.People;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Documents;
using Throughgate.Web.History;

namespace Throughgate.Web.Keeping;

/// <summary>What was erased, row by row counted.</summary>
/// <param name="Gone">Rows taken away, by table.</param>
/// <param name="Stays">Rows that stay as facts without a name, by table.</param>
/// <param name="History">Rows of history whose content went; so the log.</param>
public sealed record Certificate(IReadOnlyDictionary<string, int> Gone, IReadOnlyDictionary<string, int> Stays, int History, int Log, int Documents);

/// <summary>
/// Erases one record: names, addresses, texts, documents, plans, people around are taken away, in history and log too; the dated facts that figures count stay, of a
/// nameless shell. One transaction, by the account that owns the tables. Contents of documents go after it: without their keys nobody reads them anyway.
/// </summary>
public sealed class Erase(Connection database, DocumentSettings documents, TimeProvider time)
{
    /// <summary>What stays of which table, with what is emptied in it. Every other table with rows of a young person loses them.</summary>
    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["people"] = "",
        ["residences"] = "",
        ["sentences"] = "",
        ["sentence_dates"] = "said_by = null, note = null",
        ["placements"] = "said_by = null",
        ["cases"] = "",
        ["allocations"] = "",
        ["offers"] = "",
        ["contacts"] = "",
        ["assessments"] = "",
        ["ete_weeks"] = "",
        ["accommodation_spells"] = "",
        ["reviews"] = "",
        ["holds"] = "reason = '', end_reason = null",
        ["glass_broken"] = "reason = '', finding = null",
    };

    public static string HashOf(string reference) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"throughgate-reference\n{reference}")));

    public async Task<Certificate> RunAsync(Disposal disposal, Actor actor, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(forMigrations: true, cancel);
        using var turn = await WriteTurn.TakeAsync(connection, cancel);
        await using var transaction = await WriteTurn.BeginAsync(connection, cancel);
        var run = new Run(connection, transaction, disposal.PersonId, cancel);
        var contents = await run.KeysAsync("select id from documents where case_id in (select id from cases where person_id in (select id from people where id = @person or merged_into = @person))");
        var chains = await run.TextsAsync("select distinct scheme from cases where person_id in (select id from people where id = @person or merged_into = @person)");
        var names = await run.TextsAsync("select last_name from people where id = @person or merged_into = @person union select reference from people where id = @person or merged_into = @person");
        var ledger = new ErasedLedger(connection, transaction, disposal.PersonId, disposal.Id);
        await ledger.RunAsync(names, cancel);

        var (gone, stays) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var table in await PersonTables.ReadAsync(connection, transaction, cancel))
        {
            var counts = Facts.TryGetValue(table.Name, out var emptied) ? stays : gone;
            counts[table.Name] = emptied is null ? await run.CountAsync($"delete from {table.Name} where {table.Where}")
                : emptied.Length == 0 ? await run.NumberAsync($"select count(*) from {table.Name} where {table.Where}")
                : await run.CountAsync($"update {table.Name} set {emptied} where {table.Where}");
        }

        await run.CountAsync($"delete from drafts where form like '%{disposal.PersonId:D}%'");
        await run.CountAsync($"update look_reviews set note = '' where shown_id in (select id from people where {PersonTables.People})");
        await new Shell(run).MakeAsync();
        var certificate = new Certificate(Some(gone), Some(stays), ledger.History, ledger.Log, contents.Count);
        await FinishAsync(connection, transaction, disposal, actor, certificate, chains, ledger, cancel);
        await transaction.CommitAsync(cancel);
        foreach (var content in contents)
        {
            documents.Store?.Remove(content);
        }

        return certificate;
    }

    private static Dictionary<string, int> Some(IEnumerable<KeyValuePair<string, int>> counts) => counts.Where(c => c.Value > 0).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);

    private async Task FinishAsync(DbConnection connection, DbTransaction transaction, Disposal disposal, Actor actor, Certificate certificate, List<string> chains, ErasedLedger ledger, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using (
            var done = connection.Command(
                "update disposals set done_at = @now, certificate = @certificate, version = version + 1 where id = @id",
                ("@now", now),
                ("@certificate", JsonSerializer.Serialize(certificate)),
                ("@id", disposal.Id)
            )
        )
        {
            done.Transaction = transaction;
            await done.ExecuteNonQueryAsync(cancel);
        }

        // Every chain that lost content says so, and every scheme whose lists hold the name in memory reads anew.
        var digests = ledger.Chains().ToDictionary(c => c.Chain, c => (c.Rows, c.Digest), StringComparer.Ordinal);
        foreach (var chain in digests.Keys.Union(chains, StringComparer.Ordinal).Append(disposal.Scheme).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (rows, digest) = digests.GetValueOrDefault(chain, (0, ""));
            var erased = new RecordErased(disposal.Id, disposal.Basis, disposal.ProposerName, disposal.SignerName ?? "", rows, digest) { PersonId = disposal.PersonId };
            await Ledger.AppendAsync(connection, transaction, chain, actor, now, [erased], cancel);
        }
    }

    /// <summary>Statements of the one transaction, about the one young person.</summary>
    internal sealed class Run(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken cancel)
    {
        public async Task<int> CountAsync(string sql, params (string, object?)[] values)
        {
            await using var command = Command(sql, values);
            return Math.Max(0, await command.ExecuteNonQueryAsync(cancel));
        }

        public async Task<int> NumberAsync(string sql)
        {
            await using var command = Command(sql, []);
            return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
        }

        public Task<List<Guid>> KeysAsync(string sql) => ReadAsync(sql, r => r.Key(0));

        public Task<List<string>> TextsAsync(string sql) => ReadAsync(sql, r => r.GetString(0));

        public async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read)
        {
            await using var command = Command(sql, []);
            await using var row = await command.ExecuteReaderAsync(cancel);
            var rows = new List<T>();
            while (await row.ReadAsync(cancel))
            {
                rows.Add(read(row));
            }

            return rows;
        }

        private DbCommand Command(string sql, (string, object?)[] values)
        {
            var command = connection.Command(sql, [("@person", person), .. values]);
            (command.Transaction, command.CommandTimeout) = (transaction, 0);
            return command;
        }
    }

    /// <summary>What is left of the young person: no name, no reference, a birth date as coarse as figures bear.</summary>
    private sealed class Shell(Run run)
    {
        private const string Theirs = "person_id in (select id from people where id = @person or merged_into = @person)";

        public async Task MakeAsync()
        {
            var days = await run.ReadAsync(
                $"""
                select sentenced_on, offence_on, arrested_on, released_on from sentences where {Theirs}
                union all select referred_on, closed_on, plan_agreed_by_person_on, plan_agreed_by_yot_on from cases where {Theirs}
                """,
                r => Enumerable.Range(0, 4).Select(i => r.DayOrNull(i)).OfType<DateOnly>().ToList()
            );
            foreach (var (id, born) in await run.ReadAsync($"select id, date_of_birth from people where {PersonTables.People}", r => (r.Key(0), r.Day(1))))
            {
                await run.CountAsync(
                    "update people set reference = @reference, first_name = @first, last_name = @last, search_name = '', date_of_birth = @born, is_parent = null, first_language = null, origin = @origin, import_id = null, version = version + 1 where id = @id",
                    ("@reference", $"X-{id:N}"),
                    ("@first", "Erased"),
                    ("@last", "record"),
                    ("@born", CoarseBirth.Of(born, [.. days.SelectMany(d => d)])),
                    ("@origin", Origins.Recorded),
                    ("@id", id)
                );
            }

            foreach (var (table, where) in new[] { ("sentences", Theirs), ("cases", Theirs), ("contacts", $"case_id in (select id from cases where {Theirs})") })
            {
                foreach (var id in await run.KeysAsync($"select id from {table} where {where}"))
                {
                    await run.CountAsync($"update {table} set reference = @reference, origin = @origin, import_id = null, version = version + 1 where id = @id", ("@reference", $"X-{id:N}"), ("@origin", Origins.Recorded), ("@id", id));
                }
            }
        }
    }
}
