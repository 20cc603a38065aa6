using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Cli;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Features.Api;

/// <summary>Keys of programs on the command line: listed, and revoked at once, which stands in history like any other change of them.</summary>
public sealed class ApiKeyVerbTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Whoever_runs_the_site_lists_and_revokes_keys_on_the_command_line(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(London.At(new(2011, 6, 30, 12, 0, 0)));
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var key = await ApiTests.MakeKeyAsync(manager, "Council reports", "2011-12-31");
        Guid id;
        await using (var db = app.Context())
        {
            id = (await db.Set<ApiKey>().SingleAsync()).Id;
        }

        async Task<(int, string, string)> CliAsync(params string[] args)
        {
            using var output = new StringWriter { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            var code = await CommandLine.RunAsync([.. args, "--db", app.Connection.File ?? app.Connection.MigrationsText], new Terminal(output, error, app.Clock));
            return (code, output.ToString(), error.ToString());
        }

        (await CliAsync("key", "list")).ShouldBe((Exit.Done, $"{id}\tleeds\tin force\t2011-12-31\t{manager.Account.DisplayName}\tnever used\tCouncil reports\n", ""));
        (await CliAsync("key", "list", "--scheme", "cardiff")).ShouldBe((Exit.Done, "", ""));
        (await CliAsync("key", "list", "--scheme", "atlantis")).Item1.ShouldBe(Exit.WrongUsage);
        (await CliAsync("key", "revoke", Guid.CreateVersion7().ToString())).Item1.ShouldBe(Exit.Refused);
        (await ApiTests.AskAsync(app, "/measures", key)).Status.ShouldBe(200);
        (await CliAsync("key", "revoke", id.ToString())).Item1.ShouldBe(Exit.Done);
        (await ApiTests.AskAsync(app, "/measures", key)).Status.ShouldBe(401);
        (await CliAsync("key", "revoke", id.ToString())).Item3.ShouldContain("already");
        (await CliAsync("key", "list")).Item2.ShouldContain("\trevoked\t");
        await using (var db = app.Context())
        {
            (await db.History.SingleAsync(h => h.Kind == "api_key_revoked")).ActorId.ShouldBeNull("it was nobody with an account");
        }
    }
}
