using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Today.Digest;

namespace Throughgate.Tests.Features.Accounts;

/// <summary>People choose their own password by a link that is good once and for a while; no administrator knows one.</summary>
public sealed class InvitationTests
{
    private const string New = "violet kettle harbour";

    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Somebody_is_invited_chooses_a_password_once_and_signs_in(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        var link = await InviteAsync(administrator, "ruth@leeds.example");
        (await app.Browser().SignInAsync("ruth@leeds.example", "")).Status.ShouldBe(400, "there is no password yet, and none is none");

        var ruth = app.Browser();
        (await ruth.GetAsync(link)).Body.ShouldContain("ruth@leeds.example");
        (await ruth.FillAsync(link, ("Wanted", "short"))).Status.ShouldBe(400);
        (await ruth.FillAsync(link, ("Wanted", "Password2026!!"))).Body.ShouldContain("tried first");
        (await ruth.FillAsync(link, ("Wanted", New))).Location.ShouldBe("/sign-in");

        (await ruth.SignInAsync("ruth@leeds.example", New)).Status.ShouldBe(302);
        (await ruth.GetAsync("/today")).Status.ShouldBe(200);
        (await app.Browser().GetAsync(link)).Status.ShouldBe(404);
        (await app.Browser().GetAsync("/invitation/made-up")).Body.ShouldContain("can no longer be used");
        await using var db = app.Context();
        db.History.OrderBy(h => h.At).Select(h => h.Kind).ToList().ShouldBe(["account_added", "account_invited", "invitation_used"]);
        (await app.LogAsync()).ShouldAllBe(r => !r.Detail.Contains(link.Split('/', 3)[2], StringComparison.Ordinal));
        db.Set<Invitation>().Single().KeyHash.Length.ShouldBe(32);
    }

    [Fact]
    public async Task A_link_is_used_up_expires_and_gives_way_to_a_newer_one()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        var late = await InviteAsync(administrator, "late@leeds.example");
        var raced = await InviteAsync(administrator, "raced@leeds.example");
        var forms = new List<(TestBrowser Browser, Dictionary<string, string> Form)>();
        for (var i = 0; i < 4; i++)
        {
            var browser = app.Browser();
            var form = (await browser.GetAsync(raced)).MainForm();
            form["Wanted"] = New;
            forms.Add((browser, form));
        }

        var answers = await Task.WhenAll(forms.Select(f => f.Browser.PostAsync(raced, f.Form)));
        answers.Count(a => a.Status == 302).ShouldBe(1);
        answers.Count(a => a.Status == 404).ShouldBe(3);

        var page = await app.Browser().GetAsync(late);
        page.Status.ShouldBe(200);
        app.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await app.Browser().GetAsync(late)).Status.ShouldBe(200);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        (await app.Browser().GetAsync(late)).Status.ShouldBe(404);
        administrator = await app.SignInAsync(administrator);
        var again = await AgainAsync(app, administrator, "late@leeds.example");
        var newest = await AgainAsync(app, administrator, "late@leeds.example");
        (await app.Browser().GetAsync(again)).Status.ShouldBe(404);
        (await app.Browser().GetAsync(newest)).Status.ShouldBe(200);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_new_link_makes_the_old_password_worth_nothing_and_takes_a_lost_app_off(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await PhoneApp.SetUpAsync(app, worker, TestApp.Password);
        var administrator = await app.SignInAsync(RoleTable.Administrator);

        var link = await AgainAsync(app, administrator, worker.Account.UserName!, ("SecondFactorLost", "true"), ("Why", "telephone lost"));

        (await worker.GetAsync("/today")).Location.ShouldBe("/sign-in?next=%2Ftoday");
        (await app.Browser().SignInAsync(worker.Account.UserName!, TestApp.Password)).Status.ShouldBe(400);
        (await app.Browser().FillAsync(link, ("Wanted", New))).Status.ShouldBe(302);
        var browser = app.Browser();
        await browser.SignInAsync(worker.Account.UserName!, New);
        (await browser.GetAsync("/today")).Status.ShouldBe(200);
        await using var db = app.Context();
        db.Set<Authenticator>().ShouldBeEmpty();
        db.History.Single(h => h.Kind == "account_invited").Why.ShouldBe("telephone lost");
    }

    [Fact, Trait("requirement", "R7")]
    public async Task The_link_goes_out_by_e_mail_without_a_name_where_there_is_a_mail_server()
    {
        await using var sink = new MailSink();
        await using var app = await TestApp.StartAsync(
            Server.Sqlite,
            s => s.AddSingleton(new Mail(new("127.0.0.1", sink.Port, "throughgate@example.org", new Uri("https://throughgate.example"), Plain: true)))
        );
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        var shown = await InviteAsync(administrator, "ruth@leeds.example", whole: true);
        shown.ShouldStartWith("https://throughgate.example/invitation/");
        var mail = sink.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("ruth@leeds.example");
        mail.Text.ShouldContain(shown);
        mail.Text.ShouldContain("Dewiswch");
        mail.Text.ShouldNotContain("Adeyemi");
        mail.Text.ShouldNotContain("Administrator");
    }

    private static async Task<string> InviteAsync(TestBrowser administrator, string email, bool whole = false)
    {
        var answer = await administrator.FillAsync("/accounts/invite", ("Name", "Ruth Adeyemi"), ("Email", email), ("Role", RoleTable.Worker), ("At", "scheme:leeds"));
        return Link(answer, whole);
    }

    private static async Task<string> AgainAsync(TestApp app, TestBrowser administrator, string email, params (string, string?)[] fields)
    {
        await using var db = app.Context();
        var id = await db.Accounts.Where(a => a.UserName == email).Select(a => a.Id).SingleAsync();
        return Link(await administrator.FillAsync($"/accounts/{id}", [("Do", "link"), .. fields]));
    }

    private static string Link(TestAnswer answer, bool whole = false)
    {
        answer.Status.ShouldBe(200, answer.Body);
        var address = answer.Texts("#link").ShouldHaveSingleItem();
        return whole ? address : new Uri(address).AbsolutePath;
    }
}
