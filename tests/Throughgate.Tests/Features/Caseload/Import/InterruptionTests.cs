using System.Diagnostics;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Import;
using Throughgate.Web.Features.Caseload.Import;

namespace Throughgate.Tests.Features.Caseload.Import;

/// <summary>An import that is cut short, or is not alone.</summary>
public class InterruptionTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_second_import_at_the_same_time_is_refused_at_once(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        ImportRunningException? refused = null;
        var import = new ImportCaseload(database.Connection, TimeProvider.System)
        {
            Progress = p =>
            {
                if (p.Step == "Checking")
                {
                    refused = Should.Throw<ImportRunningException>(() => database.ImportAsync(bundle).GetAwaiter().GetResult());
                }
            },
        };
        (await import.RunAsync(bundle.Path, Actor.CommandLine)).Counts().ShouldBe((26, 0, 0));
        refused!.Message.ShouldContain("Another import into this database is running");
        (await database.ImportAsync(bundle)).Counts().ShouldBe((0, 0, 26));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_that_throws_half_way_leaves_the_database_as_it_was(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        var import = new ImportCaseload(database.Connection, TimeProvider.System)
        {
            Progress = p => _ = p.Step == "Writing ete.csv" ? throw new InvalidOperationException("no more") : 0,
        };
        await Should.ThrowAsync<InvalidOperationException>(() => import.RunAsync(bundle.Path, Actor.CommandLine));
        await ShouldBeEmptyAsync(database);
        (await database.ImportAsync(bundle)).Counts().ShouldBe((26, 0, 0));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    [Trait("requirement", "R36")]
    public async Task Killed_at_any_step_it_leaves_the_database_as_it_was(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        foreach (var step in (string[])["Reading contacts.csv", "Writing contacts.csv", "Writing reviews.csv"])
        {
            await KillAtAsync(database, step);
            await ShouldBeEmptyAsync(database);
        }

        (await database.ImportAsync(BundleFolder.Sample)).Counts().ShouldBe((33390, 0, 0));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Killed_at_a_moment_of_chance_it_left_all_or_nothing(Server server)
    {
        var chance = new Random(2010);
        var database = await TestDatabase.CreateAsync(server);
        for (var kill = 0; kill < Long.Or(1, 100); kill++)
        {
            using var child = Start(database);
            await Task.WhenAny(child.WaitForExitAsync(), Task.Delay(chance.Next(300, 6000)));
            child.Kill();
            await child.WaitForExitAsync();
            bool any;
            await using (var db = database.Context())
            {
                any = db.People.Count() + db.Contacts.Count() + db.Imports.Count() + db.History.Count() > 0;
            }

            if (any)
            {
                // Committed before the kill: then the whole of it is there, and another import leaves it whole.
                (await database.ImportAsync(BundleFolder.Sample)).Counts().ShouldBe((0, 0, 33390), $"kill {kill}");
                await database.DisposeAsync();
                database = await TestDatabase.CreateAsync(server);
            }
        }

        await database.DisposeAsync();
    }

    private static async Task KillAtAsync(TestDatabase database, string step)
    {
        using var child = Start(database);
        var reached = false;
        while (await child.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(step, StringComparison.Ordinal))
            {
                child.Kill();
                reached = true;
                break;
            }
        }

        await child.WaitForExitAsync();
        reached.ShouldBeTrue($"the import never said \"{step}\"");
        child.ExitCode.ShouldNotBe(0);
    }

    private static Process Start(TestDatabase database)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "throughgate"))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])["cli", "import", BundleFolder.Sample, "--db", database.Connection.File ?? database.Connection.MigrationsText])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task ShouldBeEmptyAsync(TestDatabase database)
    {
        await using var db = database.Context();
        (db.People.Count() + db.Contacts.Count() + db.Workers.Count() + db.Imports.Count() + db.History.Count()).ShouldBe(0);
    }
}
