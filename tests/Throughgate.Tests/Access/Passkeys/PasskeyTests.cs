using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn.Passkeys;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Access.Passkeys;

/// <summary>R8: passkeys. One is both factors; it is believed once for a question, at this site only, and while its count goes up.</summary>
[Trait("requirement", "R8")]
public sealed class PasskeyTests
{
    private static readonly Action<IServiceCollection> Required = s => s.AddSingleton(new SecondFactorPolicy(Required: true));

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_is_added_signs_in_alone_and_as_second_step_and_is_renamed_and_removed(Server server)
    {
        await using var app = await TestApp.StartAsync(server, Required);
        using var key = new TestPasskey();
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync("/passkeys/add")).Location!.ShouldStartWith(Door.SetUp);
        var (_, codes) = await PhoneApp.SetUpAsync(app, worker);
        (await key.AddAsync(worker)).Location.ShouldBe("/passkeys");
        var list = await worker.GetAsync("/passkeys");
        list.Body.ShouldContain("Work telephone");
        list.Body.ShouldContain("Not used yet");

        // Alone: no name, no password, no code.
        var alone = app.Browser();
        key.Count++;
        var answer = await key.SignInAsync(alone, "/young-people");
        (answer.Status, answer.Location).ShouldBe((302, "/young-people"));
        (await alone.GetAsync("/young-people")).Status.ShouldBe(200);

        // After the password, in the place of the app.
        var second = await app.SignInAsync(worker);
        (await StepAsync(second, key, "/young-people")).Location.ShouldBe("/young-people");
        (await second.GetAsync("/young-people")).Status.ShouldBe(200);

        // Lost: the recovery codes are as good as before.
        var lost = await app.SignInAsync(worker);
        var recovery = (await lost.GetAsync("/sign-in/recovery")).Form("/sign-in/recovery");
        recovery["Code"] = codes[0];
        (await lost.PostAsync("/sign-in/recovery", recovery)).Location.ShouldBe("/second-factor");

        await using var db = app.Context();
        var row = db.Passkeys.ShouldHaveSingleItem();
        var one = $"/passkeys/{row.Id}";
        (await PostAsync(worker, one, ("Do", "rename"), ("Name", "Blue key"))).Location.ShouldBe("/passkeys");
        (await app.SignInAsync(RoleTable.Worker, "leeds")).ShouldNotBeNull();
        (await PostAsync(worker, one, ("Do", "remove"))).Location.ShouldBe("/passkeys");
        (await worker.GetAsync("/passkeys")).Body.ShouldContain("You have none.");
        key.Count++;
        (await key.SignInAsync(app.Browser())).Status.ShouldBe(400, "a passkey that was removed");
        db.History.Select(h => h.Kind).ToList().ShouldBe(["second_factor_set_up", "passkey_added", "recovery_code_used", "passkey_renamed", "passkey_removed"]);
        var log = (await app.LogAsync()).Where(r => r.Action == "POST /sign-in/passkey").Select(r => (r.Outcome, By: r.Detail.Contains("passkey", StringComparison.Ordinal))).ToList();
        log.Count(l => l.Outcome == "signed_in").ShouldBe(1);
        log.Count(l => l.Outcome == "sign_in_refused").ShouldBe(1);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_answer_is_refused_that_is_from_elsewhere_tampered_with_old_or_sent_again(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        using var key = new TestPasskey();
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await key.AddAsync(worker)).Texts(".tg-codes li").Count.ShouldBe(10, "without an app before, recovery codes come with it");

        await RefusedAsync("of another origin", k => k.Origin = "https://localhost.evil.example");
        await RefusedAsync("of a site inside another", k => k.Origin = "http://127.0.0.1");
        await RefusedAsync("of another domain", k => k.Domain = "evil.example");
        await RefusedAsync("without asking for its owner", k => k.Verifies = false);
        await RefusedAsync("with a signature of something else", null, said => Change(said, "signature"));
        await RefusedAsync("with other client data", null, said => Change(said, "clientDataJSON"));
        await RefusedAsync("with other authenticator data", null, said => Change(said, "authenticatorData"));
        await RefusedAsync("that is no answer", null, _ => "{}");
        await RefusedAsync("that is nothing", null, _ => "");

        // Sent again: the question is answered once, in this browser and in another.
        key.Count = 50;
        var (asked, form) = await TestPasskey.AskAsync(app.Browser());
        asked.Status.ShouldBe(200);
        var first = app.Browser();
        (asked, form) = await TestPasskey.AskAsync(first);
        form["Credential"] = key.Answer(TestPasskey.Asked(asked));
        var copy = first.Copy();
        (await app.Browser().PostAsync("/sign-in/passkey", form)).Status.ShouldBe(400, "in a browser that did not ask");
        (await first.PostAsync("/sign-in/passkey", form)).Status.ShouldBe(302);
        key.Count = 51;
        form["Credential"] = key.Answer(TestPasskey.Asked(asked));
        (await copy.PostAsync("/sign-in/passkey", form)).Status.ShouldBe(400, "the same question again, with the cookie copied");

        // Too late.
        var late = app.Browser();
        (asked, form) = await TestPasskey.AskAsync(late);
        app.Clock.Advance(PasskeyDesk.Lasts + TimeSpan.FromSeconds(1));
        key.Count = 52;
        form["Credential"] = key.Answer(TestPasskey.Asked(asked));
        (await late.PostAsync("/sign-in/passkey", form)).Status.ShouldBe(400, "after five minutes");

        // A copy of the key counts from where it was copied.
        key.Count = 50;
        (await key.SignInAsync(app.Browser())).Status.ShouldBe(400, "a count that was seen before");
        key.Count = 49;
        (await key.SignInAsync(app.Browser())).Status.ShouldBe(400, "a count below the one seen");
        key.Count = 53;
        (await key.SignInAsync(app.Browser())).Status.ShouldBe(302);
        (await app.LogAsync()).Where(r => r.Outcome == "sign_in_refused").ShouldAllBe(r => r.Detail.Contains("\"why\":", StringComparison.Ordinal));

        async Task RefusedAsync(string how, Action<TestPasskey>? lie, Func<string, string>? change = null)
        {
            var (origin, domain) = (key.Origin, key.Domain);
            key.Count++;
            lie?.Invoke(key);
            var browser = app.Browser();
            var (page, sent) = await TestPasskey.AskAsync(browser);
            var said = key.Answer(TestPasskey.Asked(page));
            sent["Credential"] = change?.Invoke(said) ?? said;
            var answer = await browser.PostAsync("/sign-in/passkey", sent);
            answer.Status.ShouldBe(400, how);
            browser.Cookies.Keys.ShouldNotContain("tg-session", how);
            (key.Origin, key.Domain, key.Verifies) = (origin, domain, true);
        }
    }

    [Fact]
    public async Task Adding_needs_a_proof_of_these_minutes_and_its_own_session_and_somebody_s_own_passkey()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        using var key = new TestPasskey();
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        app.Clock.Advance(FreshAttribute.Opened);
        (await worker.GetAsync("/passkeys/add")).Location.ShouldBe("/prove?next=%2Fpasskeys%2Fadd");
        (await PostAsync(worker, "/prove?next=%2Fpasskeys%2Fadd", ("Password", "wrong"))).Status.ShouldBe(400);
        (await PostAsync(worker, "/prove?next=%2Fpasskeys%2Fadd", ("Password", TestApp.Password))).Location.ShouldBe("/passkeys/add");

        // Asked in one session, answered in another.
        var elsewhere = await app.SignInAsync(worker);
        var asked = await TestPasskey.AskToBeAddedAsync(worker);
        var form = (await TestPasskey.AskToBeAddedAsync(elsewhere)).Form("/passkeys/add");
        form["Credential"] = key.Make(TestPasskey.Asked(asked));
        (await elsewhere.PostAsync("/passkeys/add", form)).Status.ShouldBe(400);
        key.Origin = "https://evil.example";
        (await key.AddAsync(worker)).Status.ShouldBe(400, "made at another site");
        (key.Origin, key.Verifies) = ("http://localhost", false);
        (await key.AddAsync(worker)).Status.ShouldBe(400, "made without asking for its owner");
        key.Verifies = true;
        (await key.AddAsync(worker)).Status.ShouldBe(200);
        (await key.AddAsync(worker)).Status.ShouldBe(400, "the same again");

        // Of the two accounts each has its own: the one's passkey is no second step of the other's.
        var other = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var theirs = new TestPasskey();
        (await theirs.AddAsync(other)).Status.ShouldBe(200);
        await using var db = app.Context();
        (await other.GetAsync($"/passkeys/{db.Passkeys.Single(p => p.AccountId == worker.Account.Id).Id}")).Status.ShouldBe(404);
        var half = await app.SignInAsync(worker);
        theirs.Count++;
        (await StepAsync(half, theirs)).Location!.ShouldStartWith(Door.Code);
        (await half.GetAsync("/today")).Location!.ShouldStartWith(Door.Code);
        key.Count++;
        (await StepAsync(half, key)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_closed_account_and_one_with_a_new_link_are_not_signed_in_and_a_locked_name_is()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        using var key = new TestPasskey();
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await key.AddAsync(worker);
        for (var i = 0; i < 6; i++)
        {
            await app.Browser().SignInAsync(worker.Account.UserName!, "wrong");
        }

        key.Count++;
        (await key.SignInAsync(app.Browser())).Status.ShouldBe(302, "whoever types wrong passwords for the name does not keep its passkey out");
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        (await PostAsync(administrator, $"/accounts/{worker.Account.Id}", ("Do", "link"))).Status.ShouldBe(200);
        key.Count++;
        (await key.SignInAsync(app.Browser())).Status.ShouldBe(400, "a new link takes passkeys off");

        var closed = await app.SignInAsync(RoleTable.Worker, "leeds");
        using var another = new TestPasskey();
        await another.AddAsync(closed);
        await using (var db = app.Context())
        {
            db.Accounts.Single(a => a.Id == closed.Account.Id).ClosedAt = app.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        }

        another.Count++;
        (await another.SignInAsync(app.Browser())).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData(null, "http", "localhost:5000", "http://localhost:5000", null)]
    [InlineData(null, "http", "127.0.0.1:5000", null, null)]
    [InlineData(null, "https", "evil.example", null, null)]
    [InlineData("https://throughgate.leeds.example/", "http", "10.0.0.7:8080", "https://throughgate.leeds.example", "throughgate.leeds.example")]
    [InlineData("https://throughgate.leeds.example", "https", "evil.example", "https://throughgate.leeds.example", "throughgate.leeds.example")]
    [InlineData("http://throughgate.leeds.example", "http", "throughgate.leeds.example", null, null)]
    [InlineData("https://10.0.0.7", "https", "10.0.0.7", null, null)]
    public void The_origin_is_the_setting_s_and_not_the_request_s(string? setting, string scheme, string host, string? origin, string? domain)
    {
        var place = PasskeyPlace.Of(new Microsoft.Extensions.Configuration.ConfigurationManager { [PasskeyPlace.Setting] = setting });
        var request = new Microsoft.AspNetCore.Http.DefaultHttpContext().Request;
        (request.Scheme, request.Host) = (scheme, new(host));
        place.Origin(request).ShouldBe(origin);
        place.Domain.ShouldBe(domain);
    }

    private static async Task<TestAnswer> StepAsync(TestBrowser browser, TestPasskey key, string? next = null)
    {
        var code = await browser.GetAsync(next is null ? Door.Code : $"{Door.Code}?next={Uri.EscapeDataString(next)}");
        var asked = await browser.PostAsync("/sign-in/code/passkey", code.Form("/sign-in/code/passkey"));
        var form = asked.Form("/sign-in/code/passkey");
        key.Count++;
        form["Credential"] = key.Answer(TestPasskey.Asked(asked));
        return await browser.PostAsync("/sign-in/code/passkey", form);
    }

    private static async Task<TestAnswer> PostAsync(TestBrowser browser, string page, params (string Name, string Value)[] fields)
    {
        var form = (await browser.GetAsync(page)).MainForm();
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return await browser.PostAsync(page.Split('?')[0], form);
    }

    private static string Change(string said, string part)
    {
        var credential = JsonNode.Parse(said)!;
        var bytes = WebEncoders.Base64UrlDecode(credential["response"]![part]!.GetValue<string>());
        bytes[^1] ^= 1;
        credential["response"]![part] = WebEncoders.Base64UrlEncode(bytes);
        return credential.ToJsonString();
    }
}
