using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Log;

/// <summary>R23: a manager sees who looked at whom, the odd ones first, and asks about them. R13: the log itself is read by a named role alone, and that is on record.</summary>
[Trait("requirement", "R23")]
public sealed class LogPagesTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_manager_sees_who_opened_a_record_and_what_is_odd_and_keeps_what_was_found(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var kai = await SavedAsync(app, "Kai", "Okafor");
        var noon = London.At(new DateTime(2026, 11, 24, 11, 0, 0, DateTimeKind.Unspecified));
        app.Clock.Set(noon);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync($"/young-people/{kai}")).Status.ShouldBe(200);
        (await worker.GetAsync($"/young-people/{kai}/plan")).Status.ShouldBe(200);
        (await worker.GetAsync("/young-people")).Status.ShouldBe(200);
        app.Clock.Set(noon.AddDays(7));
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");

        var page = await manager.GetAsync($"/young-people/{kai}/log");

        page.Status.ShouldBe(200, page.Body);
        var row = page.Texts("main tbody tr").ShouldHaveSingleItem(); // the manager's own look, by opening this page, comes with the next reading
        row.ShouldSatisfyAllConditions(
            r => r.ShouldContain("Resettlement worker of leeds"),
            r => r.ShouldContain("2 pages"),
            r => r.ShouldContain("Not on their caseload"),
            r => r.ShouldContain("Nothing recorded after")
        );
        page.Texts("main").Single().ShouldContain("stood in 1 list or page");
        (await app.LogAsync())[^1].ShouldSatisfyAllConditions(r => r.Action.ShouldBe("GET /young-people/{id:guid}/log"), r => r.People.ShouldContain(kai.ToString()));

        var all = await manager.GetAsync("/log");
        all.Texts("main tbody tr").ShouldHaveSingleItem().ShouldContain("Kai Okafor");
        var look = all.Page.QuerySelector("main tbody a[href^='/log/look/']")!.GetAttribute("href")!;
        (await manager.FillAsync(look, ("Found", ""))).Status.ShouldBe(400);
        (await manager.FillAsync(look, ("Found", "plain"), ("Note", "Cover for a colleague who was ill."))).Status.ShouldBe(302);
        (await manager.GetAsync("/log")).Texts("main tbody tr").ShouldHaveSingleItem().ShouldContain("Cover for a colleague who was ill.");
        (await manager.GetAsync("/log")).Texts("#count").Single().ShouldStartWith("0 looks to ask about");
        await using var db = app.Context();
        (await db.History.AnyAsync(h => h.PersonId == kai)).ShouldBeFalse(); // nobody who opens the record learns that it was asked about
        (await db.History.SingleAsync(h => h.Kind == "look_reviewed")).Chain.ShouldBe("leeds");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_somebody_did_is_told_in_order_with_searches_files_and_refusals(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var kai = await SavedAsync(app, "Kai", "Okafor");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await worker.GetAsync($"/young-people/{kai}");
        await worker.OpenAsync((await worker.SubmitAsync("/young-people", "/young-people/search", ("q", "okafor"))).Location!);
        await worker.GetAsync($"/young-people/{Guid.CreateVersion7()}");
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");

        var page = await manager.GetAsync($"/log/by/{worker.Account.Id}");

        page.Status.ShouldBe(200, page.Body);
        var rows = page.Texts("main table:last-of-type tbody tr");
        rows.ShouldContain(r => r.Contains("Signed in", StringComparison.Ordinal));
        rows.ShouldContain(r => r.Contains("“okafor”", StringComparison.Ordinal));
        rows.ShouldContain(r => r.Contains("Refused", StringComparison.Ordinal));
        rows.ShouldContain(r => r.Contains("Read", StringComparison.Ordinal) && r.Contains("Kai Okafor", StringComparison.Ordinal));
        (await app.LogAsync())[^1].Detail.ShouldContain(worker.Account.Id.ToString());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nobody_but_a_manager_of_the_scheme_reads_its_log(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var kai = await SavedAsync(app, "Kai", "Okafor");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await worker.GetAsync($"/young-people/{kai}");
        var row = (await app.LogAsync())[^1].Id;
        var cardiff = await app.SignInAsync(RoleTable.Manager, "cardiff");
        foreach (var path in new[] { $"/young-people/{kai}/log", $"/log/by/{worker.Account.Id}", $"/log/look/{row}" })
        {
            (await worker.GetAsync(path)).Status.ShouldBe(404, path);
            (await cardiff.GetAsync(path)).Status.ShouldBe(404, path);
        }

        (await cardiff.GetAsync("/log")).Body.ShouldNotContain("Okafor");
        var form = (await cardiff.GetAsync("/young-people")).Form();
        (await cardiff.PostAsync($"/log/look/{row}", [.. form, new("Found", "plain"), new("Note", "x")])).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Nobody_asks_about_their_own_looks()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var kai = await SavedAsync(app, "Kai", "Okafor");
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        await manager.GetAsync($"/young-people/{kai}");
        var row = (await app.LogAsync())[^1].Id;

        var sent = await manager.FillAsync($"/log/look/{row}", ("Found", "plain"), ("Note", "It was me."));

        sent.Status.ShouldBe(400);
        sent.Texts(".govuk-error-summary").Single().ShouldContain("your own");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Other_days_and_pages_of_fifty(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var kai = await SavedAsync(app, "Kai", "Okafor");
        var start = London.At(new DateTime(2026, 3, 2, 11, 0, 0, DateTimeKind.Unspecified));
        await Looks.WriteAsync(app.Connection, Enumerable.Range(0, 60).Select(i => new Looked(Guid.CreateVersion7(), $"Worker {i}", kai, start.AddMinutes(i))));
        app.Clock.Set(start.AddDays(90));
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");

        (await manager.GetAsync($"/young-people/{kai}/log")).Texts("main tbody tr").ShouldBeEmpty();
        var query = "From-day=1&From-month=3&From-year=2026&To-day=31&To-month=3&To-year=2026";
        var page = await manager.GetAsync($"/young-people/{kai}/log?{query}");
        page.Texts("main tbody tr").Count.ShouldBe(50);
        var next = page.Page.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href")!;
        (await manager.GetAsync(next)).Texts("main tbody tr").Count.ShouldBe(10);
    }

    private static Task<Guid> SavedAsync(TestApp app, string first, string last) =>
        AYoungPerson().Named(first, last).With(ADto("2026-01-05").With(ACase("leeds"))).SaveAsync(app);
}
