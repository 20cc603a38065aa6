using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn.Provider;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Access;

/// <summary>Signing in by a certified OpenID provider, started on loopback from tests/provider.</summary>
public sealed class IdentityProviderTests : IAsyncLifetime
{
    private const string Back = "http://localhost/sign-in/provider/return";
    private Process? _process;
    private string _issuer = "";

    public async ValueTask InitializeAsync()
    {
        var folder = Repository.PathOf("tests/provider");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "oidc-provider")))
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                throw new InvalidOperationException("The OpenID provider of the tests is not installed; ./do test installs it.");
            }

            Assert.Skip("The OpenID provider of the tests is not installed: run ./do test");
        }

        _process = Process.Start(new ProcessStartInfo("node", ["provider.mjs", Back]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _issuer = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The OpenID provider did not start.");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Whoever_is_invited_is_linked_by_their_own_address_and_signs_in_from_then_on(Server server)
    {
        await using var app = await StartAsync(server);
        var key = await InviteAsync(app, "ann@leeds.example");
        (await app.Browser().GetAsync(Invitations.PathOf(key))).Body.ShouldContain("/sign-in/provider?invitation=");
        var browser = app.Browser();

        var first = await ThroughAsync(browser, $"/sign-in/provider?invitation={key}", "ann@leeds.example");

        first.Status.ShouldBe(200, first.Body);
        first.Header("Refresh").ShouldBe("0; url=/");
        (await browser.GetAsync("/today")).Status.ShouldBe(200);
        var again = app.Browser();
        (await ThroughAsync(again, "/sign-in/provider?next=/young-people", "ann@leeds.example")).Header("Refresh").ShouldBe("0; url=/young-people");
        (await again.GetAsync("/young-people")).Status.ShouldBe(200);
        await using var db = app.Context();
        db.History.OrderBy(h => h.At).Select(h => h.Kind).ToList().ShouldBe(["account_added", "provider_linked"]);
        (await app.LogAsync()).Count(r => r.Outcome == "signed_in" && r.ActorName == "Ann").ShouldBe(2);
    }

    [Fact]
    public async Task No_account_is_made_and_nobody_is_linked_by_an_address_alone()
    {
        await using var app = await StartAsync(Server.Sqlite);
        await app.AccountAsync(RoleTable.Worker, "leeds");
        var known = (await app.AccountAsync(RoleTable.Manager, "leeds")).UserName!;
        foreach (var (path, who) in new[]
        {
            ("/sign-in/provider", "nobody@leeds.example"),
            ("/sign-in/provider", known),
            ($"/sign-in/provider?invitation={await InviteAsync(app, "ann@leeds.example")}", "other@leeds.example"),
            ($"/sign-in/provider?invitation={await InviteAsync(app, "bea@leeds.example")}", "unproved:bea@leeds.example"),
            ("/sign-in/provider?invitation=made-up", known),
        })
        {
            var browser = app.Browser();
            (await ThroughAsync(browser, path, who)).Status.ShouldBe(400, $"{path} as {who}");
            (await browser.GetAsync("/your-account")).Status.ShouldBe(302);
        }

        await using var db = app.Context();
        db.Set<ProviderLink>().ShouldBeEmpty();
        (await db.Accounts.CountAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task A_linked_account_that_is_closed_is_not_signed_in()
    {
        await using var app = await StartAsync(Server.Sqlite);
        var key = await InviteAsync(app, "ann@leeds.example");
        (await ThroughAsync(app.Browser(), $"/sign-in/provider?invitation={key}", "ann@leeds.example")).Status.ShouldBe(200);
        await using var db = app.Context();
        await AccountBook.CloseAsync(db, Actor.CommandLine, app.Clock, "ann@leeds.example", "left");
        (await ThroughAsync(app.Browser(), "/sign-in/provider", "ann@leeds.example")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_is_refused()
    {
        await using var app = await StartAsync(Server.Sqlite);
        var key = await InviteAsync(app, "ann@leeds.example");
        var asked = app.Browser();
        var answer = await AnswerAsync((await asked.GetAsync($"/sign-in/provider?invitation={key}")).Location!, "ann@leeds.example");
        (await app.Browser().GetAsync(answer)).Status.ShouldBe(400, "another browser");
        (await asked.GetAsync(answer.Replace("state=", "state=x", StringComparison.Ordinal))).Status.ShouldBe(400, "another state");
        (await asked.GetAsync(answer)).Status.ShouldBe(400, "the question was taken away with the first answer");
    }

    [Fact, Trait("requirement", "R8")]
    public async Task Our_second_factor_is_asked_for_where_the_provider_does_not_say_that_it_asked()
    {
        await using var app = await StartAsync(Server.Sqlite, required: true);
        var key = await InviteAsync(app, "ann@leeds.example");
        var browser = app.Browser();
        (await ThroughAsync(browser, $"/sign-in/provider?invitation={key}", "ann@leeds.example")).Status.ShouldBe(200);
        (await browser.GetAsync("/today")).Location.ShouldBe("/second-factor/set-up?next=%2Ftoday");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private Task<TestApp> StartAsync(Server server, bool required = false) =>
        TestApp.StartAsync(server, s =>
        {
            s.AddSingleton(new ProviderChoice(new(_issuer, "throughgate", "a secret of the tests only", "Leeds City Council", AlwaysTwoFactors: false)));
            s.AddSingleton(new SecondFactorPolicy(required));
        });

    private static async Task<string> InviteAsync(TestApp app, string email)
    {
        await using var db = app.Context();
        var account = await AccountBook.AddAsync(db, Actor.CommandLine, app.Clock, new(email, "Ann", RoleTable.Worker, "leeds", null, null));
        var (key, _) = await Invitations.MakeAsync(db, account.Id, app.Clock.GetUtcNow(), Invitations.Lasts);
        await db.SaveChangesAsync();
        return key;
    }

    /// <summary>Out to the provider, through its pages as somebody, and back with its answer.</summary>
    private static async Task<TestAnswer> ThroughAsync(TestBrowser browser, string path, string who)
    {
        var sent = await browser.GetAsync(path);
        sent.Status.ShouldBe(302, sent.Body);
        return await browser.GetAsync(await AnswerAsync(sent.Location!, who));
    }

    private static async Task<string> AnswerAsync(string address, string who)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var http = new HttpClient(handler);
        var at = new Uri(address);
        HttpContent? form = null;
        for (var step = 0; step < 12; step++)
        {
            using var answer = form is null ? await http.GetAsync(at) : await http.PostAsync(at, form);
            if (answer.Headers.Location is { } location)
            {
                (at, form) = (new Uri(at, location), null);
                if (at.ToString().StartsWith(Back, StringComparison.Ordinal))
                {
                    return at.PathAndQuery;
                }

                continue;
            }

            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            var asked = page.QuerySelector("form") ?? throw new InvalidOperationException($"{(int)answer.StatusCode} {page.Body?.TextContent}");
            var fields = asked.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("name") == "login" ? who : i.GetAttribute("value") ?? "any", StringComparer.Ordinal);
            (at, form) = (new Uri(at, asked.GetAttribute("action")!), new FormUrlEncodedContent(fields));
        }

        throw new InvalidOperationException("The provider asks on and on.");
    }
}
