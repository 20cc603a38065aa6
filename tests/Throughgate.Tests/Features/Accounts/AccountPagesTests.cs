using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Features.Accounts;

/// <summary>What an administrator does with accounts takes effect at the next request, and stands in history.</summary>
public sealed class AccountPagesTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both)), Trait("requirement", "R9")]
    public async Task Another_role_ends_the_sessions_at_once_and_opens_what_the_new_one_sees(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");

        (await administrator.FillAsync($"/accounts/{worker.Account.Id}/change", ("Role", RoleTable.Manager), ("At", "scheme:cardiff"), ("Why", "moves to Cardiff"))).Status.ShouldBe(302);

        (await worker.GetAsync("/today")).Location.ShouldBe("/sign-in?next=%2Ftoday");
        var again = await app.SignInAsync(worker);
        (await again.GetAsync("/settings")).Status.ShouldBe(200);
        (await again.GetAsync("/your-account")).Body.ShouldContain("Cardiff");
        await using var db = app.Context();
        var row = db.History.Single(h => h.Kind == "account_changed");
        (row.Why, row.ActorId).ShouldBe(("moves to Cardiff", administrator.Account.Id));
    }

    [Theory, MemberData(nameof(Both)), Trait("requirement", "R4")]
    public async Task An_account_tells_who_invited_changed_and_closed_it_and_nothing_of_another(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        var invited = await administrator.FillAsync("/accounts/invite", ("Name", "Ruth Adeyemi"), ("Email", "ruth@leeds.example"), ("Role", RoleTable.Worker), ("At", "scheme:leeds"));
        invited.Status.ShouldBe(200, invited.Body);
        var other = await app.SignInAsync(RoleTable.Worker, "leeds");
        await PhoneApp.SetUpAsync(app, other, TestApp.Password);
        await using var db = app.Context();
        var page = $"/accounts/{(await db.Accounts.SingleAsync(a => a.Email == "ruth@leeds.example")).Id}";
        (await administrator.FillAsync($"{page}/change", ("Role", RoleTable.Manager), ("At", ""), ("Why", "She leads the team"))).Status.ShouldBe(302);
        (await administrator.FillAsync($"{page}/close", [.. Forms.Day("From", app.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Why", "Left")])).Status.ShouldBe(302);

        var told = (await administrator.GetAsync(page)).Texts("main .govuk-summary-list__value").Where(t => t.Contains(administrator.Account.DisplayName, StringComparison.Ordinal)).ToList();

        string[] expected = ["Closed", "Role: Scheme manager, before: Resettlement worker", "Invited by a link", "Opened, as: Resettlement worker"];
        told.Count.ShouldBe(expected.Length, string.Join(" | ", told));
        told.Zip(expected).ShouldAllBe(t => t.First.StartsWith(t.Second, StringComparison.Ordinal));
        told[1].ShouldContain("She leads the team");
        (await administrator.GetAsync($"/accounts/{other.Account.Id}")).Body.ShouldContain("Set up an authenticator app");
    }

    [Fact]
    public void Every_event_of_an_account_is_said_on_its_page()
    {
        var source = File.ReadAllText(Repository.PathOf("src/Throughgate.Web/Features/Accounts/AccountHistory.cs"));
        Throughgate.Web.History.HistoryEvent.All.Where(t => t.GetProperty("AccountId") is not null && t.Namespace == "Throughgate.Web.Access.Accounts").Select(t => t.Name).Where(n => !source.Contains($" {n} ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both)), Trait("requirement", "R9")]
    public async Task A_leaver_works_until_the_day_and_is_out_as_it_begins_in_London(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new DateTimeOffset(2027, 6, 28, 9, 0, 0, TimeSpan.Zero));
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        var account = await app.AccountAsync(RoleTable.Worker, "leeds");
        (await administrator.FillAsync($"/accounts/{account.Id}/close", [.. Forms.Day("From", "2027-07-01"), ("Why", "")])).Status.ShouldBe(400);
        (await administrator.FillAsync($"/accounts/{account.Id}/close", [.. Forms.Day("From", "2027-06-27"), ("Why", "leaves")])).Status.ShouldBe(400);
        (await administrator.FillAsync($"/accounts/{account.Id}/close", [.. Forms.Day("From", "2027-07-01"), ("Why", "leaves")])).Status.ShouldBe(302);
        (await administrator.GetAsync($"/accounts/{account.Id}")).Body.ShouldContain("Open until 30 June 2027");

        // 30 June, 23:59 in London is 22:59 of the clock: in summer a UTC date would leave the account open for an hour more.
        app.Clock.Set(new DateTimeOffset(2027, 6, 30, 22, 58, 0, TimeSpan.Zero));
        var leaver = app.Browser();
        (await leaver.SignInAsync(account.UserName!, TestApp.Password)).Status.ShouldBe(302);
        (await leaver.GetAsync("/today")).Status.ShouldBe(200);
        app.Clock.Set(new DateTimeOffset(2027, 6, 30, 23, 0, 0, TimeSpan.Zero));
        (await leaver.GetAsync("/today")).Status.ShouldBe(302);
        (await app.Browser().SignInAsync(account.UserName!, TestApp.Password)).Status.ShouldBe(400);
        administrator = await app.SignInAsync(administrator);
        (await administrator.GetAsync("/accounts")).Body.ShouldNotContain(account.UserName!);
        (await administrator.GetAsync("/accounts?closed=yes")).Body.ShouldContain(account.UserName!);
    }

    [Fact]
    public async Task Closed_today_it_is_closed_at_once_and_opened_again_by_a_new_link()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await administrator.FillAsync($"/accounts/{worker.Account.Id}/close", ("Why", "should never have had it"))).Status.ShouldBe(302);
        (await worker.GetAsync("/your-account")).Status.ShouldBe(302);
        (await administrator.FillAsync($"/accounts/{worker.Account.Id}", ("Do", "open"))).Status.ShouldBe(302);
        (await app.Browser().SignInAsync(worker.Account.UserName!, TestApp.Password)).Status.ShouldBe(400, "the password of before is worth nothing");
        (await administrator.GetAsync($"/accounts/{worker.Account.Id}")).Body.ShouldContain("Has not chosen a password yet");
        await using var db = app.Context();
        db.History.OrderBy(h => h.At).Select(h => h.Kind).ToList().ShouldBe(["account_closed", "account_opened_again"]);
    }

    [Fact]
    public async Task Nobody_changes_their_own_account_and_the_last_administrator_stays()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var one = await app.SignInAsync(RoleTable.Administrator);
        foreach (var (path, fields) in new[] { ("change", new[] { ("Role", (string?)RoleTable.NationalAnalyst) }), ("close", [("Why", "x")]) })
        {
            var answer = await one.FillAsync($"/accounts/{one.Account.Id}/{path}", fields);
            answer.Status.ShouldBe(400);
            answer.Body.ShouldContain("your own account");
        }

        var (other, only) = (await app.SignInAsync(RoleTable.Administrator), one.Account.Id);
        (await other.FillAsync($"/accounts/{only}/close", ("Why", "leaves"))).Status.ShouldBe(302);
        var third = await app.SignInAsync(RoleTable.Administrator);
        (await third.FillAsync($"/accounts/{other.Account.Id}/change", ("Role", RoleTable.NationalAnalyst))).Status.ShouldBe(302);
        await using var db = app.Context();
        (await db.Accounts.CountAsync(a => a.Role == RoleTable.Administrator && a.ClosedAt == null)).ShouldBe(1);
    }

    [Fact, Trait("requirement", "R11")]
    public async Task A_form_takes_no_field_that_it_does_not_show()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        var account = await app.AccountAsync(RoleTable.Worker, "leeds");
        (string, string?)[] columns =
        [
            ("Why", "x"), .. typeof(Account).GetProperties().Where(p => p.Name is not "Role").SelectMany(p => new (string, string?)[] { (p.Name, "2030-01-01"), ($"Account.{p.Name}", "2030-01-01") }),
        ];
        (await administrator.FillAsync($"/accounts/{account.Id}/change", columns)).Status.ShouldBe(302);
        await using var db = app.Context();
        var now = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id);
        (now.PasswordHash, now.UserName, now.ClosesOn, now.LockoutEnd, now.Role).ShouldBe((account.PasswordHash, account.UserName, null, null, account.Role));
    }

    [Fact, Trait("requirement", "R39")]
    public async Task Accounts_are_found_by_name_and_no_name_stands_in_an_address_or_a_title()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        var account = await app.AccountAsync(RoleTable.Worker, "cardiff");
        await app.AccountAsync(RoleTable.Manager, "leeds");
        var found = await administrator.FillAsync("/accounts", ("q", "worker cardiff"));
        found.Location!.ShouldNotContain("cardiff", Shouldly.Case.Insensitive);
        var list = await administrator.GetAsync(found.Location!);
        list.Texts("tbody th").ShouldBe([account.DisplayName]);
        var page = await administrator.GetAsync($"/accounts/{account.Id}");
        page.Texts("title")[0].ShouldNotContain("worker", Shouldly.Case.Insensitive);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.GetAsync("/accounts")).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(Both)), Trait("requirement", "R10")]
    public async Task A_move_on_a_day_is_an_end_and_a_beginning_and_takes_effect_as_the_day_begins(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new DateTimeOffset(2027, 6, 28, 9, 0, 0, TimeSpan.Zero));
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        var account = await app.AccountAsync(RoleTable.Worker, "leeds");
        var path = $"/accounts/{account.Id}/memberships";
        await using (var db = app.Context())
        {
            var held = await db.Set<Membership>().SingleAsync(m => m.AccountId == account.Id);
            (await administrator.FillAsync(path, [("End", held.Id.ToString()), .. Forms.Day("To", "2027-06-30")])).Status.ShouldBe(302);
        }

        (await administrator.FillAsync(path, [("At", "scheme:leeds"), .. Forms.Day("From", "2027-06-30")])).Body.ShouldContain("on those days already");
        (await administrator.FillAsync(path, [("At", "establishment:ashfield"), .. Forms.Day("From", "2027-07-01")])).Status.ShouldBe(400, "a worker is no member of an establishment");
        (await administrator.FillAsync(path, [("At", "scheme:cardiff"), .. Forms.Day("From", "2027-07-01")])).Status.ShouldBe(302);

        app.Clock.Set(new DateTimeOffset(2027, 6, 30, 22, 58, 0, TimeSpan.Zero));
        var worker = app.Browser();
        (await worker.SignInAsync(account.UserName!, TestApp.Password)).Status.ShouldBe(302);
        (await worker.GetAsync("/your-account")).Body.ShouldContain("Leeds");
        app.Clock.Set(new DateTimeOffset(2027, 6, 30, 23, 0, 0, TimeSpan.Zero));
        (await worker.GetAsync("/your-account")).Body.ShouldContain("Cardiff");
        await using var after = app.Context();
        after.History.OrderBy(h => h.At).Select(h => h.Kind).ToList().ShouldBe(["membership_ended", "membership_begun"]);
    }

    [Fact]
    public async Task A_role_is_a_member_only_of_what_it_can_be()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        (string, string?)[] who = [("Name", "Ruth Adeyemi"), ("Email", "ruth@leeds.example")];
        (await administrator.FillAsync("/accounts/invite", [.. who, ("Role", RoleTable.Worker), ("At", "")])).Status.ShouldBe(400);
        (await administrator.FillAsync("/accounts/invite", [.. who, ("Role", RoleTable.LinkWorker), ("At", "scheme:leeds")])).Status.ShouldBe(400);
        (await administrator.FillAsync("/accounts/invite", [.. who, ("Role", RoleTable.NationalAnalyst), ("At", "scheme:leeds")])).Status.ShouldBe(400);
        (await administrator.FillAsync("/accounts/invite", [.. who, ("Role", RoleTable.Worker), ("At", "scheme:atlantis")])).Status.ShouldBe(400);
        (await administrator.FillAsync("/accounts/invite", [.. who, ("Role", "king"), ("At", "scheme:leeds")])).Status.ShouldBe(400);
        (await administrator.FillAsync("/accounts/invite", [.. who, ("Role", RoleTable.Worker), ("At", "scheme:leeds")])).Status.ShouldBe(200);
        await using var db = app.Context();
        var ruth = await db.Accounts.SingleAsync(a => a.UserName == "ruth@leeds.example");
        (await administrator.FillAsync($"/accounts/{ruth.Id}/change", ("Role", RoleTable.NationalAnalyst))).Status.ShouldBe(302);
        (await administrator.GetAsync($"/accounts/{ruth.Id}")).Texts("dd").ShouldContain("Nowhere");
    }
}
