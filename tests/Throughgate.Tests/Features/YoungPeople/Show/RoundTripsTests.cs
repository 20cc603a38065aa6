using Throughgate.Web;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Records;

namespace Throughgate.Tests.Features.YoungPeople.Show;

public sealed partial class RoundTripsTests
{
    [Fact]
    public async Task The_page_asks_the_database_four_times_at_most()
    {
        await using var app = await Jordan.OnFourthOfMayAsync(Server.Postgres);
        var id = await Jordan.AsBuilt().SaveAsync(app.Context());
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await worker.GetAsync($"/young-people/{id}");

        var database = new NpgsqlConnectionStringBuilder(app.Connection.Text).Database;
        var asked = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                var tags = activity.TagObjects.ToDictionary(t => t.Key, t => t.Value?.ToString() ?? "");
                if (tags.ContainsValue(database!) && (tags.GetValueOrDefault("db.statement") ?? tags.GetValueOrDefault("db.query.text")) is { } text)
                {
                    asked.Enqueue(text);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        (await worker.GetAsync($"/young-people/{id}")).Status.ShouldBe(200);

        // The log's writer works for many answers at a time, on a connection of its own.
        var reads = asked.Where(a => !a.Contains("chain_heads", StringComparison.Ordinal) && !a.Contains("access_log", StringComparison.Ordinal)
            // Who reads, told to a guarded connection: it reads nothing.
            && !a.Contains("set_config", StringComparison.Ordinal)).ToList();
        reads.Count.ShouldBeInRange(3, 4, string.Join("\n---\n", reads));
    }

    [Fact]
    public async Task No_person_keyed_table_is_read_whole()
    {
        await using var test = await TestDatabase.CreateAsync(Server.Sqlite);
        await using var connection = await test.Connection.OpenAsync();
        await using var db = test.Context();
        var actor = new Actor(Guid.CreateVersion7(), "Priya Shah", RoleTable.Worker, "leeds");
        var person = new Visible(db, actor, new Seen(), new London(TimeProvider.System), TimeProvider.System).Among(db.People.Where(p => p.Id == Guid.Empty)).ToQueryString();
        var statements = FactSets.For(Gather.All).Select(s => s.Sql.Replace("@picked", "(select unhex(value) from json_each('[]'))", StringComparison.Ordinal))
            .Concat(RecordReader.Statements.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Append(FiguresReader.Statement)
            .Append(string.Join('\n', person.Split('\n').Where(l => !l.StartsWith(".param", StringComparison.Ordinal))));
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "explain query plan " + statement;
            foreach (var name in Parameter().Matches(statement).Select(m => m.Value).Distinct())
            {
                command.Add(name, DBNull.Value);
            }

            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var step = rows.GetString(3);
                if (step.StartsWith("SCAN ", StringComparison.Ordinal))
                {
                    step.ShouldMatch("^SCAN (json_each|rows_of|b\\b|\\(|CONSTANT|[a-z0-9]+ VIRTUAL)", statement);
                }
            }
        }
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
