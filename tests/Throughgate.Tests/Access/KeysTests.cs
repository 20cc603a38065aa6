using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Drafts;
using Throughgate.Web.Access.SigningIn.Keys;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Access;

/// <summary>R33, R30: one command makes every cookie worthless and loses nothing; the keys are sealed under one that is not in the database.</summary>
public sealed class KeysTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase)), Trait("requirement", "R33")]
    public async Task Rotated_keys_end_every_session_at_once_and_lose_no_second_factor_and_no_draft(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        await using var app = TestApp.On(database);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var (phone, _) = await PhoneApp.SetUpAsync(app, worker, TestApp.Password);
        var account = worker.Account.Id;
        var seal = app.Services.GetRequiredService<DraftSeal>();
        var typed = seal.Close(account, [new("Notes", "He rang.")])!;
        string before;
        await using (var db = app.Context())
        {
            before = db.Set<Authenticator>().Single().Sealed;
            await db.KeepDraftAsync(account, "/form", typed, app.Clock.GetUtcNow());
        }

        var watched = app.Services.GetRequiredService<WatchedKeys>();
        watched.Look();

        (await CliAsync(app, "keys", "rotate")).ShouldBe((Exit.Done, "New keys. Signed out: 1; sealed again: 1 secrets, 1 drafts, 0 keys of studies.\n"));

        (await worker.GetAsync("/your-account")).Location.ShouldBe("/sign-in?next=%2Fyour-account", "before the program knows of the new keys");
        watched.Look().ShouldBeTrue();
        watched.Look().ShouldBeFalse();
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("draft", account.ToString());
        await using (var db = app.Context())
        {
            db.Set<Authenticator>().Single().Sealed.ShouldNotBe(before);
            seal.Open(account, db.Drafts.Single().Sealed)!["Notes"].ShouldBe(["He rang."]);
            db.History.AsEnumerable().Last().Kind.ShouldBe("keys_rotated");
        }

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await app.SignInAsync(worker);
        (await again.FillAsync("/sign-in/code", ("Code", phone.CodeAt(app.Clock.GetUtcNow())))).Status.ShouldBe(302);

        await using var started = TestApp.On(database);
        started.Clock.Advance(TimeSpan.FromMinutes(3));
        var anew = await started.SignInAsync(worker);
        (await anew.FillAsync("/sign-in/code", ("Code", phone.CodeAt(started.Clock.GetUtcNow())))).Status.ShouldBe(302, "a program that is started after it");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase)), Trait("requirement", "R30")]
    public async Task With_a_master_key_the_database_alone_opens_nothing(Server server)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("throughgate-key-").FullName, "master.key");
        MasterKey.Make(file);
        var master = MasterKey.Of(With(file));
        await using var database = await TestDatabase.CreateAsync(server);
        Dictionary<string, string> cookies;
        await using (var app = TestApp.On(database, s => s.AddSingleton(master)))
        {
            cookies = (await app.SignInAsync(RoleTable.Worker, "leeds")).Cookies;
            database.Connection.ProtectionKeys().ShouldAllBe(xml => xml.Contains("sealed", StringComparison.Ordinal) && !xml.Contains("masterKey", StringComparison.Ordinal));
        }

        await using (var same = TestApp.On(database, s => s.AddSingleton(master)))
        {
            (await Copied(same).GetAsync("/your-account")).Status.ShouldBe(200);
        }

        await using var without = TestApp.On(database);
        (await Copied(without).GetAsync("/your-account")).Status.ShouldBe(302);

        TestBrowser Copied(TestApp app)
        {
            var browser = app.Browser();
            cookies.ToList().ForEach(c => browser.Cookies[c.Key] = c.Value);
            return browser;
        }
    }

    [Fact]
    public void A_master_key_that_is_missing_or_broken_stops_the_start_and_says_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("throughgate-key-").FullName;
        var file = Path.Combine(folder, "master.key");
        MasterKey.Of(With(null)).Bytes.ShouldBeNull();
        Should.Throw<FormatException>(() => MasterKey.Of(With(file))).Message.ShouldContain("cli keys make");
        File.WriteAllText(file, "short");
        Should.Throw<FormatException>(() => MasterKey.Of(With(file))).Message.ShouldContain("no key");
        Should.Throw<IOException>(() => MasterKey.Make(file));
        var made = Path.Combine(folder, "made.key");
        MasterKey.Make(made);
        MasterKey.Of(With(made)).Bytes!.Length.ShouldBe(32);
        File.GetUnixFileMode(made).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static ConfigurationManager With(string? file) => new ConfigurationManager { [MasterKey.Setting] = file };

    private static async Task<(int, string)> CliAsync(TestApp app, params string[] verb)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var database = app.Connection.File ?? app.Connection.MigrationsText;
        var code = await CommandLine.RunAsync([.. verb, "--db", database], new Terminal(output, error, TimeProvider.System));
        return (code, output + error.ToString());
    }
}
