using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Cli;

namespace Throughgate.Tests.Access;

/// <summary>Passwords by today's guidance, changed by their owner or set on the command line.</summary>
public sealed class PasswordTests
{
    private const string New = "violet kettle harbour";

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_new_password_ends_every_session_and_the_old_one_no_longer_works(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var email = worker.Account.UserName!;
        var elsewhere = app.Browser();
        await elsewhere.SignInAsync(email, TestApp.Password);

        (await worker.SubmitAsync("/password", "/password", ("present", "wrong wrong wrong"), ("wanted", New))).Status.ShouldBe(400);
        (await worker.SubmitAsync("/password", "/password", ("present", TestApp.Password), ("wanted", "short"))).Status.ShouldBe(400);
        (await worker.SubmitAsync("/password", "/password", ("present", TestApp.Password), ("wanted", New))).Location.ShouldBe("/sign-in");

        foreach (var browser in new[] { worker, elsewhere })
        {
            (await browser.GetAsync("/password")).Location.ShouldBe("/sign-in?next=%2Fpassword");
        }

        (await app.Browser().SignInAsync(email, TestApp.Password)).Status.ShouldBe(400);
        (await app.Browser().SignInAsync(email, New)).Status.ShouldBe(302);
        await using var db = app.Context();
        db.History.Single().Kind.ShouldBe("password_changed");
        (await app.LogAsync()).Select(r => r.Outcome).ShouldBe(
            ["signed_in", "signed_in", "password_refused", "password_changed", "sign_in_refused", "signed_in"]
        );
    }

    [Theory]
    [InlineData("elevenchars", false)]
    [InlineData("twelve chars", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("priya.shah12", false)]
    [InlineData("Priya Shah 2026", false)]
    [InlineData("throughgate1", false)]
    [InlineData("pas d’espace à Ynys Môn", true)]
    public void Long_is_good_and_ones_own_name_is_not(string password, bool good) =>
        (Passwords.Problem(password, "priya.shah@leeds.example", "Priya Shah") is null).ShouldBe(good);

    [Fact]
    public void The_product_hashes_a_password_with_SHA512_in_210_000_rounds()
    {
        // The form of the framework, third version: one byte of it, then the algorithm, rounds and length of salt, each in four bytes.
        var hash = Convert.FromBase64String(Passwords.Of(Passwords.Rounds).HashPassword(null!, "correct horse battery staple"));
        (hash[0], System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5))).ShouldBe(((byte)1, 2u, 210_000u));
    }

    [Fact]
    public async Task The_first_account_is_opened_on_the_command_line_and_can_sign_in()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var file = app.Connection.File!;
        string[] add = ["account", "add", "--email", "ruth@leeds.example", "--name", "Ruth Adeyemi", "--role", "manager", "--db", file];

        (await CliAsync(New, [.. add, "--scheme", "leeds"])).ShouldBe((Exit.Done, "Ruth Adeyemi can sign in with ruth@leeds.example.\n", ""));
        (await CliAsync(New, [.. add, "--scheme", "leeds"])).Error.ShouldContain("has an account already");
        (await CliAsync(New, add)).Error.ShouldContain("belongs to a scheme");
        (await CliAsync(New, [.. add, "--scheme", "atlantis"])).Error.ShouldContain("no scheme atlantis");
        (await CliAsync("short", ["account", "add", "--email", "a@b.example", "--name", "A", "--role", "worker", "--scheme", "leeds", "--db", file])).Error.ShouldContain(
            "at least 12"
        );
        (await app.Browser().SignInAsync("ruth@leeds.example", New)).Status.ShouldBe(302);
        (await CliAsync("another good password", ["account", "password", "--email", "ruth@leeds.example", "--db", file])).Code.ShouldBe(Exit.Done);
        (await app.Browser().SignInAsync("ruth@leeds.example", New)).Status.ShouldBe(400);
        (await CliAsync("", ["account", "close", "--email", "ruth@leeds.example", "--why", "left", "--db", file])).Code.ShouldBe(Exit.Done);
        (await app.Browser().SignInAsync("ruth@leeds.example", "another good password")).Status.ShouldBe(400);
        (await CliAsync("", ["account", "list", "--db", file])).Output.ShouldBe("ruth@leeds.example\tmanager\tleeds\tRuth Adeyemi\tclosed\n");
        (await CliAsync("", ["audit", "verify", "--db", file])).Code.ShouldBe(Exit.Done);
    }

    private static async Task<(int Code, string Output, string Error)> CliAsync(string input, string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(args, new Terminal(output, error, TimeProvider.System, input: new StringReader(input + "\n")));
        return (code, output.ToString(), error.ToString());
    }
}
