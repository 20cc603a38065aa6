using System.Reflection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn.Second;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>R5: what takes data out, changes many records or changes rights is asked of somebody who has just shown that it is them.</summary>
[Trait("requirement", "R5")]
public sealed class FreshTests
{
    [Fact]
    public async Task Every_page_of_exports_imports_and_accounts_asks_for_a_fresh_proof()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var open = new List<string>();
        foreach (var (template, page) in await MatrixTests.PagesAsync(app))
        {
            if (page.IsDefined(typeof(FreshAttribute), false))
            {
                continue;
            }

            var handlers = page.GetMethods().Where(m => m.DeclaringType == page && m.Name.StartsWith("On", StringComparison.Ordinal)).ToList();
            var needs = Gate.Of(page).Needs?.Permission;
            var rights = needs is Permission.KeepAccounts && !page.IsDefined(typeof(Throughgate.Web.Access.Sending.RepeatableAttribute), false);
            open.AddRange(
                handlers
                    .Where(m => !m.IsDefined(typeof(FreshAttribute), false))
                    .Where(m => m.GetCustomAttribute<NeedsAttribute>()?.Permission is Permission.Export
                        || needs is Permission.Export
                        || (m.Name == "OnPostAsync" && (needs is Permission.Import || rights)))
                    .Select(m => $"{template}: put [Fresh(\"why\")] on {page.Name} or its {m.Name}")
            );
        }

        open.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Ten_minutes_after_signing_in_the_code_of_the_app_is_asked_for_and_then_it_goes_on(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var dto = ADto("2010-03-01").ExpectedOn("2010-09-20").With(ACase("leeds"));
        var person = await AYoungPerson().Named("Kai", "Prover").Living("leeds").With(dto).SaveAsync(app);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var (phone, _) = await PhoneApp.SetUpAsync(app, manager, TestApp.Password);
        var download = "/figures/return/leeds/2010-11/2?handler=Csv";
        (await manager.GetAsync(download)).Status.ShouldBe(200);
        var form = (await manager.GetAsync("/export")).Form("/export");
        (form["Why"], form["Recipient"]) = ("An audit", "Nia");

        app.Clock.Advance(FreshAttribute.Opened + TimeSpan.FromSeconds(1));
        foreach (var (address, next) in new[]
        {
            (download, download), ("/export", "/export"), ("/import", "/import"), ($"/young-people/{person}/who-may-see", $"/young-people/{person}/who-may-see"),
        })
        {
            (await manager.GetAsync(address)).Location.ShouldBe($"/prove?next={Uri.EscapeDataString(next)}");
        }

        (await manager.GetAsync($"/young-people/{person}")).Status.ShouldBe(200, "daily work goes on");
        (await manager.PostAsync("/export", form)).Status.ShouldBe(200, "a page that was opened in time may be sent ten minutes longer");
        var page = await manager.GetAsync("/prove?next=%2Fexport");
        page.Page.QuerySelectorAll("input[type=password]").ShouldBeEmpty("whoever has an app is asked for its code, not for what was typed into this browser before");
        (await ProveAsync("000000")).Status.ShouldBe(400);
        (await manager.GetAsync("/export")).Location.ShouldBe("/prove?next=%2Fexport");
        var code = phone.CodeAt(app.Clock.GetUtcNow());
        (await ProveAsync(code)).Location.ShouldBe("/export");
        (await manager.GetAsync("/export")).Status.ShouldBe(200);
        (await ProveAsync(code)).Status.ShouldBe(400, "a code is good once");

        app.Clock.Advance(TimeSpan.FromMinutes(9));
        (await manager.GetAsync("/young-people")).Status.ShouldBe(200);
        app.Clock.Advance(TimeSpan.FromMinutes(12));
        (await manager.PostAsync("/export", form)).Location.ShouldBe("/prove?next=%2Fexport", "twenty minutes after the proof it is not sent either");
        (await app.LogAsync()).Count(r => r.Outcome == "exported").ShouldBe(2);

        async Task<TestAnswer> ProveAsync(string typed)
        {
            var fields = page.MainForm();
            (fields["Code"], fields["next"]) = (typed, "/export");
            return await manager.PostAsync("/prove", fields);
        }
    }

    [Fact]
    public async Task Wrong_proofs_are_counted_and_a_proof_leads_nowhere_else()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        app.Clock.Advance(FreshAttribute.Opened + TimeSpan.FromSeconds(1));
        (await administrator.GetAsync("/accounts/invite")).Location.ShouldBe("/prove?next=%2Faccounts%2Finvite");
        for (var i = 0; i < 5; i++)
        {
            (await ProveAsync("wrong", "/accounts")).Status.ShouldBe(400);
        }

        (await ProveAsync(TestApp.Password, "/accounts")).Status.ShouldBe(429);
        app.Clock.Advance(TimeSpan.FromMinutes(14));
        (await administrator.GetAsync("/accounts")).Status.ShouldBe(200);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        (await ProveAsync(TestApp.Password, "https://evil.example")).Location.ShouldBe("/");

        async Task<TestAnswer> ProveAsync(string typed, string next)
        {
            var fields = (await administrator.GetAsync("/prove?next=" + Uri.EscapeDataString(next))).MainForm();
            fields["Password"] = typed;
            return await administrator.PostAsync("/prove", fields);
        }
    }

    [Fact]
    public void Nobody_passes_who_never_proved_anything()
    {
        var request = new Microsoft.AspNetCore.Http.DefaultHttpContext().Request;
        request.Method = "GET";
        var now = DateTimeOffset.UnixEpoch.AddYears(40);
        FreshAttribute.IsStale(new Actor(Guid.Empty, "", RoleTable.Manager, "leeds"), request, now).ShouldBeTrue();
        FreshAttribute.IsStale(new Actor(Guid.Empty, "", RoleTable.Manager, "leeds") { ProvedAt = now - FreshAttribute.Opened }, request, now).ShouldBeTrue();
        FreshAttribute.IsStale(new Actor(Guid.Empty, "", RoleTable.Manager, "leeds") { ProvedAt = now - FreshAttribute.Opened + TimeSpan.FromSeconds(1) }, request, now).ShouldBeFalse();
        Passages.Of(Proofs.Password, hasSecond: true, new(Required: false)).ShouldBe(Passage.MustProve, "a passkey alone is a second step, too");
    }
}
