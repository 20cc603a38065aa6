using Npgsql;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.History;

/// <summary>R13 on PostgreSQL: with an account of its own the program can add to history and log, and nothing else.</summary>
public sealed class TwoAccountsTests
{
    [Fact]
    public async Task The_account_that_serves_pages_can_add_to_the_log_and_nothing_else()
    {
        await using var owned = await TestDatabase.CreateAsync(Server.Postgres);
        var role = $"serves_{Environment.ProcessId}";
        await using (var owner = await owned.Connection.OpenAsync(forMigrations: true))
        {
            await owner.RunAsync($"drop role if exists {role}; create role {role} login");
        }

        var serving = new Connection(new NpgsqlConnectionStringBuilder(owned.Connection.MigrationsText) { Username = role }.ToString(), owned.Connection.MigrationsText);
        serving.LogIsProtectedLess.ShouldBeFalse();
        try
        {
            await Migrator.MigrateAsync(serving, TextWriter.Null);
            await using (var app = TestApp.Of(serving))
            {
                var person = await AYoungPerson().SaveAsync(app);
                var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
                var form = (await worker.GetAsync($"/trial/record/{person}")).Form();
                (await worker.PostAsync($"/trial/record/{person}", form)).Status.ShouldBe(302);
            }

            await using var connection = await serving.OpenAsync();
            foreach (var table in new[] { "history", "access_log" })
            {
                foreach (
                    var change in new[]
                    {
                        $"update {table} set actor_name = 'x'",
                        $"delete from {table}",
                        $"truncate {table}",
                        $"drop table {table}",
                        $"alter table {table} disable trigger all",
                        $"drop trigger {table}_no_change on {table}",
                    }
                )
                {
                    (await Should.ThrowAsync<PostgresException>(() => connection.RunAsync(change))).SqlState.ShouldBe("42501", change);
                }
            }

            (await ChainAudit.VerifyAsync(serving).ToListAsync()).ShouldAllBe(s => s.Broken == null && s.Rows > 0);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await using var owner = await owned.Connection.OpenAsync(forMigrations: true);
            await owner.RunAsync($"drop owned by {role}; drop role {role}");
        }
    }

    [Theory]
    [InlineData("Host=h;Username=a", null, true)]
    [InlineData("Host=h;Username=a", "Host=h;Username=a;Password=p", true)]
    [InlineData("Host=h;Username=a", "Host=h;Username=b", false)]
    [InlineData("file.db", null, false)]
    public void One_account_for_everything_is_warned_of(string serving, string? migrating, bool warned) =>
        new Connection(serving, migrating).LogIsProtectedLess.ShouldBe(warned);
}
