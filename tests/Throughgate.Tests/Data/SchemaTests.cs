using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Data;

namespace Throughgate.Tests.Data;

public sealed class SchemaTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    [Trait("requirement", "R35")]
    public async Task The_schema_that_migrations_make_is_the_model(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        await using var db = test.Context();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var mapped = entity.GetProperties().Select(p => (p.GetColumnName(), p.IsNullable)).Order().ToList();
            (await ColumnsAsync(test.Connection, entity.GetTableName()!)).ShouldBe(mapped, entity.GetTableName());
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Starting_again_changes_nothing(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        (await Migrator.MigrateAsync(test.Connection, TextWriter.Null)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    [Trait("requirement", "R35")]
    public async Task An_older_program_refuses_a_newer_database(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        await using (var connection = await test.Connection.OpenAsync(forMigrations: true))
        {
            await connection.RunAsync("insert into schema_migrations (number, name, applied_at) values (9000, '9000_Later', 'later')");
        }

        var refusal = await Should.ThrowAsync<NewerDatabaseException>(() => Migrator.MigrateAsync(test.Connection, TextWriter.Null));
        refusal.Message.ShouldContain("9000");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task History_and_log_refuse_change_and_removal(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        await using var connection = await test.Connection.OpenAsync();
        foreach (var table in new[] { "history", "access_log" })
        {
            var columns = await ColumnsAsync(test.Connection, table);
            await using (var insert = connection.CreateCommand())
            {
                insert.CommandText = $"insert into {table} ({string.Join(", ", columns.Select(c => c.Item1))}) values ({string.Join(", ", columns.Select(c => "@" + c.Item1))})";
                foreach (var (name, _) in columns)
                {
                    insert.Add("@" + name, name switch
                    {
                        "id" or "actor_id" or "person_id" or "case_id" or "import_id" => Guid.CreateVersion7(),
                        "seq" => 1L,
                        "at" => DateTimeOffset.UnixEpoch,
                        "hash" => new byte[32],
                        _ => "x",
                    });
                }

                await insert.ExecuteNonQueryAsync();
            }

            await Should.ThrowAsync<System.Data.Common.DbException>(() => connection.RunAsync($"update {table} set seq = 2"));
            await Should.ThrowAsync<System.Data.Common.DbException>(() => connection.RunAsync($"delete from {table}"));
        }
    }

    private static async Task<List<(string, bool)>> ColumnsAsync(Connection database, string table)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = database.IsSqlite
            ? $"select name, \"notnull\" = 0 from pragma_table_info('{table}')"
            : $"select column_name, is_nullable = 'YES' from information_schema.columns where table_name = '{table}' and table_schema = 'public'";
        var columns = new List<(string, bool)>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            columns.Add((rows.GetString(0), rows.GetBoolean(1)));
        }

        return [.. columns.Order()];
    }
}
