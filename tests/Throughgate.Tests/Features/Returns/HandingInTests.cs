using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Api.Ask;
using Throughgate.Web.Features.Returns.Versions;
using Throughgate.Web.Keeping;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Returns;

/// <summary>RET-2 to RET-6 over HTTP: a year handed in, corrected, replayed; who may do what; what the database refuses.</summary>
[Trait("rule", "RET-3")]
public sealed class HandingInTests
{
    private static string Quarter(int number, string page = "") => $"/figures/return/leeds/2010-11/{number}{page}";

    private static void At(TestApp app, string day) => app.Clock.Set(London.At(DateTime.ParseExact(day + " 10", "yyyy-MM-dd HH", CultureInfo.InvariantCulture)));

    private static async Task<TestApp> YearAsync(Server server)
    {
        var app = await TestApp.StartAsync(server);
        await AYoungPerson().Named("Amy", "Released").With(ADto("2010-01-05").ReleasedOn("2010-05-10").With(ACase().AgreedOn("2010-05-01").With(AnOffer("2010-02-01").InCustody()))).SaveAsync(app);
        await AYoungPerson().Named("Ben", "Started").With(AYro("2010-07-20").With(ACase().AgreedOn("2010-08-01"))).SaveAsync(app);
        await AYoungPerson().Named("Cai", "Closing").With(
            AYro("2010-01-05").With(ACase().AgreedOn("2010-01-20").ClosedOn("2010-11-05").With(AnAsset("2010-01-21").Scoring([.. Enumerable.Repeat<int?>(3, 12)]), AnAsset("2010-11-01", "programme_end").Scoring([.. Enumerable.Repeat<int?>(1, 12)]), AWeek("2010-10-25", 20)))
        ).SaveAsync(app);
        At(app, "2011-04-15");
        return app;
    }

    private static async Task HandInAsync(TestBrowser officer, TestBrowser manager, int quarter, string? why = null)
    {
        (await officer.FillAsync(Quarter(quarter, "/hand-in"), ("Do", "check"))).Status.ShouldBe(302);
        var sent = await officer.FillAsync(Quarter(quarter, "/hand-in"), ("Do", "submit"), ("Why", why ?? ""));
        sent.Status.ShouldBe(302, sent.Body);
        var signed = await manager.FillAsync(Quarter(quarter, "/sign"), ("Do", "sign"));
        signed.Status.ShouldBe(302, signed.Body);
    }

    private static async Task<(bool, string)> ReplayAsync(TestApp app)
    {
        using var text = new StringWriter();
        return (await ReplayVerb.RunAsync(app.Connection, null, text, CancellationToken.None), text.ToString());
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_year_of_quarters_is_handed_in_corrected_and_replayed(Server server)
    {
        await using var app = await YearAsync(server);
        var (officer, manager) = (await app.SignInAsync(RoleTable.InformationOfficer, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        (await officer.FillAsync(Quarter(1, "/hand-in"), ("Do", "submit"))).Status.ShouldBe(400); // not checked
        foreach (var quarter in new[] { 1, 2, 3 })
        {
            await HandInAsync(officer, manager, quarter);
        }

        // From the worklist to the page that mends, and back; whoever came from another list is not led there.
        await officer.GetAsync(Quarter(1, "/mend"));
        await using (var db = app.Context())
        {
            var somebody = $"/young-people/{(await db.People.OrderBy(p => p.Id).FirstAsync()).Id}";
            (await officer.GetAsync($"{somebody}/details")).Page.QuerySelector("#worklist a")!.GetAttribute("href").ShouldBe(Quarter(1, "/mend"));
            (await officer.GetAsync("/young-people")).Page.QuerySelector("#worklist").ShouldBeNull();
            (await officer.GetAsync(somebody)).Page.QuerySelector("#worklist").ShouldBeNull();
            officer.Cookies["tg-list"] = "//elsewhere.example/figures/return/leeds/2010-11/1/mend";
            (await officer.GetAsync(somebody)).Page.QuerySelector("#worklist").ShouldBeNull();
        }

        // Nobody in the last quarter: one click, and a signature.
        (await officer.GetAsync(Quarter(4, "/hand-in"))).Body.ShouldContain("Nobody is counted");
        (await officer.FillAsync(Quarter(4, "/hand-in"), ("Do", "nil"))).Status.ShouldBe(302);
        (await manager.FillAsync(Quarter(4, "/sign"), ("Do", "sign"))).Status.ShouldBe(302);
        var page = await officer.GetAsync(Quarter(1));
        page.Texts("#way dd")[0].ShouldStartWith("Handed in");
        page.Page.QuerySelector("#since").ShouldBeNull();

        // A program is given its cells as far as a board may see them: nobody, here, of the one who was released.
        var key = ApiDoor.MakeKey();
        await using (var db = app.Context())
        {
            db.Add(new ApiKey { Scheme = "leeds", Name = "Council", KeyHash = ApiDoor.Hash(key), MadeAt = app.Clock.GetUtcNow(), MadeBy = manager.Account.Id, MadeByName = "Sam", EndsOn = new(2012, 1, 1) });
            await db.SaveChangesAsync();
        }

        var cells = await Api.ApiTests.AskAsync(app, "/returns/2010-11/1", key);
        cells.Status.ShouldBe(200, cells.Body);
        using (var read = JsonDocument.Parse(cells.Body))
        {
            read.RootElement.GetProperty("tables")[0].GetProperty("rows")[0].GetProperty("counts").EnumerateArray().Select(c => c.ToString()).ShouldBe(["", "", "", "", "", "", "0"]);
        }

        // Somebody was missed: the return says so, with the name, and what was handed in stays.
        await AYoungPerson().Named("Dee", "Missed").With(ADto("2010-01-05").ReleasedOn("2010-06-10").With(ACase().AgreedOn("2010-06-01"))).SaveAsync(app);
        page = await officer.GetAsync(Quarter(1));
        page.Texts("#since").Single().ShouldSatisfyAllConditions(t => t.ShouldContain("Joined: Dee Missed"), t => t.ShouldContain("Changed since version 1"));
        (await officer.FillAsync(Quarter(1, "/hand-in"), ("Do", "check"))).Status.ShouldBe(302);
        (await officer.FillAsync(Quarter(1, "/hand-in"), ("Do", "submit"))).Status.ShouldBe(400); // no reason
        (await officer.FillAsync(Quarter(1, "/hand-in"), ("Do", "submit"), ("Why", "One release was recorded late"))).Status.ShouldBe(302);
        (await manager.FillAsync(Quarter(1, "/sign"), ("Do", "sign"))).Status.ShouldBe(302);

        var versions = (await officer.GetAsync(Quarter(1))).Page.QuerySelectorAll("#way dt a").Select(a => a.GetAttribute("href")!).ToList();
        versions.Count.ShouldBe(2);
        var second = await officer.GetAsync(versions[0]);
        second.Texts("#changes").Single().ShouldContain("Joined: Dee Missed");
        second.Texts("#replayed").Single().ShouldContain("the same figures");
        second.Body.ShouldContain("One release was recorded late");
        var first = await officer.GetAsync(versions[1]);
        (first.Texts("#totals dd")[0], second.Texts("#totals dd")[0]).ShouldBe(("1", "2"));
        (await officer.GetAsync(versions[1] + "/people?table=I1&key=&column=released")).Texts("main li").Single().ShouldContain("Amy Released");
        var json = JsonDocument.Parse((await officer.GetAsync(versions[0] + "?handler=Json")).Body).RootElement;
        (json.GetProperty("version").GetInt32(), json.GetProperty("signed").GetBoolean(), json.GetProperty("rules").GetString()).ShouldBe((2, true, "1"));
        json.GetProperty("return").GetProperty("I1").EnumerateArray().Sum(r => r.GetProperty("released").GetInt32()).ShouldBe(2);
        (await officer.GetAsync(versions[0] + "?handler=Csv")).Body.ShouldStartWith("table,row,column,value\n");

        // What the records say later changes nothing of it.
        await using (var db = app.Context())
        {
            await db.Sentences.ExecuteUpdateAsync(s => s.SetProperty(x => x.ReleasedOn, (DateOnly?)null));
        }

        (await ReplayAsync(app)).ShouldSatisfyAllConditions(r => r.Item1.ShouldBeTrue(), r => r.Item2.ShouldContain("5 of 5 the same."));
        (await officer.GetAsync(versions[0])).Texts("#totals dd")[0].ShouldBe("2");
        await RefusesAsync(app);
    }

    /// <summary>Not even whoever owns the tables changes or removes what was submitted; only an erasure that two signed takes a name from it.</summary>
    private static async Task RefusesAsync(TestApp app)
    {
        await using var owner = await app.Connection.OpenAsync(forMigrations: true);
        foreach (var table in new[] { "return_versions", "return_decisions", "return_members", "return_checks" })
        {
            var column = table == "return_members" ? "pseudonym" : table == "return_checks" ? "seal" : "by_name";
            await Should.ThrowAsync<System.Data.Common.DbException>(() => owner.RunAsync($"update {table} set {column} = 'x'"), table);
            await Should.ThrowAsync<System.Data.Common.DbException>(() => owner.RunAsync($"delete from {table}"), table);
        }

        await Should.ThrowAsync<System.Data.Common.DbException>(() => owner.RunAsync("insert into return_decisions (return_id, signed, at, by_id, by_name) select id, true, at, by_id, by_name from return_versions"));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Nobody_signs_their_own_and_nobody_submits_what_they_did_not_see(Server server)
    {
        await using var app = await YearAsync(server);
        var (officer, manager, other) = (await app.SignInAsync(RoleTable.InformationOfficer, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        (await manager.FillAsync(Quarter(1, "/hand-in"), ("Do", "check"))).Status.ShouldBe(302);

        // Two windows open on the same figures: one version. The same form twice: one version.
        var (one, two) = (await manager.GetAsync(Quarter(1, "/hand-in")), await manager.GetAsync(Quarter(1, "/hand-in")));
        (await manager.SendAgainAsync(one, Quarter(1, "/hand-in"), ("Do", "submit"))).Status.ShouldBe(302);
        (await manager.SendAgainAsync(one, Quarter(1, "/hand-in"), ("Do", "submit"))).Status.ShouldBe(302);
        (await manager.SendAgainAsync(two, Quarter(1, "/hand-in"), ("Do", "submit"))).Status.ShouldBe(400);
        await using var db = app.Context();
        (await db.Set<ReturnVersion>().CountAsync()).ShouldBe(1);

        var own = await manager.FillAsync(Quarter(1, "/sign"), ("Do", "sign"));
        (own.Status, own.Body.Contains("Somebody else has to sign it", StringComparison.Ordinal)).ShouldBe((400, true));
        var stale = await other.GetAsync(Quarter(1, "/sign"));
        (await other.FillAsync(Quarter(1, "/sign"), ("Do", "back"))).Status.ShouldBe(400); // no reason
        (await other.FillAsync(Quarter(1, "/sign"), ("Do", "back"), ("Reason", "Look at the release again"))).Status.ShouldBe(302);
        (await officer.GetAsync(Quarter(1))).Body.ShouldContain("Look at the release again");
        (await other.SendAgainAsync(stale, Quarter(1, "/sign"), ("Do", "sign"))).Status.ShouldBe(409);

        // The records change while somebody looks at the figures.
        var shown = await officer.GetAsync(Quarter(1, "/hand-in"));
        await AYoungPerson().Named("Eve", "Later").With(ADto("2010-01-05").ReleasedOn("2010-06-11").With(ACase().AgreedOn("2010-06-01"))).SaveAsync(app);
        (await officer.SendAgainAsync(shown, Quarter(1, "/hand-in"), ("Do", "check"))).Status.ShouldBe(409);
        await HandInAsync(officer, other, 1, "With the one who came later");
        (await db.Set<ReturnDecision>().CountAsync(d => d.Signed)).ShouldBe(1);

        // Whose it is not, for them it does not exist.
        var (cardiff, worker) = (await app.SignInAsync(RoleTable.InformationOfficer, "cardiff"), await app.SignInAsync(RoleTable.Worker, "leeds"));
        var version = Quarter(1, $"/versions/{await db.Set<ReturnVersion>().Select(v => v.Id).FirstAsync()}");
        foreach (var path in new[] { Quarter(1, "/hand-in"), Quarter(1, "/mend"), version, version + "/people?table=I1&key=&column=released", version.Replace("leeds", "cardiff", StringComparison.Ordinal) })
        {
            (await cardiff.GetAsync(path)).Status.ShouldBe(404, path);
        }

        foreach (var path in new[] { Quarter(1, "/hand-in"), Quarter(1, "/sign"), Quarter(1, "/accept"), version + "?handler=Csv" })
        {
            (await worker.GetAsync(path)).Status.ShouldBe(404, path);
        }

        (await worker.GetAsync(version)).Status.ShouldBe(200);
        (await officer.GetAsync(Quarter(1, "/sign"))).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    [Trait("rule", "RET-6")]
    public async Task What_stops_it_is_mended_or_accepted_and_the_list_shrinks(Server server)
    {
        await using var app = await YearAsync(server);
        var gap = await AYoungPerson().Named("Fay", "Gap").With(AYro("2010-01-05").With(ACase().AgreedOn("2010-01-20").ClosedOn("2010-12-01").AllocatedTo("Priya Shah", "2010-01-20").With(AnAsset("2010-12-01", "programme_end").Scoring([.. Enumerable.Repeat<int?>(1, 12)])))).SaveAsync(app);
        await AYoungPerson().Named("Gus", "Never").With(ADto("2010-01-05").ReleasedOn("2010-12-10").With(ACase().AllocatedTo("Tom Bevan", "2010-01-20"))).SaveAsync(app);
        var (officer, manager) = (await app.SignInAsync(RoleTable.InformationOfficer, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        var stopped = await officer.GetAsync(Quarter(3, "/hand-in"));
        stopped.Texts("#stops + ul li").Single().ShouldContain("Fay Gap");

        var list = await officer.GetAsync(Quarter(3, "/mend"));
        list.Texts("main h2").ShouldBe(["Priya Shah", "Tom Bevan"]);
        list.Texts("#sum strong").Single().ShouldBe("1 thing stops the return");
        list.Texts("main .tg-row__act").ShouldSatisfyAllConditions(a => a.ShouldContain("for Tom Bevan to record"), a => a.Count(t => t.StartsWith("Mend", StringComparison.Ordinal)).ShouldBe(2)); // an officer types Assets and hours in, and makes no offers
        foreach (var href in list.Page.QuerySelectorAll("main a.tg-row__act").Select(a => a.GetAttribute("href")!))
        {
            (await officer.GetAsync(href)).Status.ShouldBe(200, href);
        }

        list = await manager.GetAsync(Quarter(3, "/mend"));
        list.Page.QuerySelectorAll("main a.tg-row__act").Length.ShouldBeGreaterThan(2);
        foreach (var href in list.Page.QuerySelectorAll("main a.tg-row__act").Select(a => a.GetAttribute("href")!))
        {
            (await manager.GetAsync(href)).Status.ShouldBe(200, href);
        }

        var priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        (await priya.GetAsync(Quarter(3, "/mend"))).ShouldSatisfyAllConditions(p => p.Body.ShouldContain("Fay Gap"), p => p.Body.ShouldNotContain("Gus Never"));
        (await priya.GetAsync(Quarter(3, "/mend?all=true"))).Body.ShouldContain("Gus Never");

        var accept = await manager.GetAsync(Quarter(3, "/accept"));
        var which = accept.Page.QuerySelector("input[name=Which]")!.GetAttribute("value")!;
        (await manager.SendAgainAsync(accept, Quarter(3, "/accept"), ("Which", which))).Status.ShouldBe(400); // no reason
        (await manager.SendAgainAsync(await manager.GetAsync(Quarter(3, "/accept")), Quarter(3, "/accept"), ("Which", which), ("Reason", "Closed before Asset was kept"))).Status.ShouldBe(302);
        (await officer.GetAsync(Quarter(3, "/mend"))).Texts("#sum strong").Single().ShouldBe("0 things stop the return");
        (await officer.GetAsync(Quarter(3))).Texts("#stops").Single().ShouldContain("accepted as it is");

        // Two who accepted it at the same moment left two rows: taken back, none stands.
        await using (var db = app.Context())
        {
            var first = db.Set<ReturnAcceptance>().AsNoTracking().Single();
            db.Add(new ReturnAcceptance { Scheme = first.Scheme, StartYear = first.StartYear, Quarter = first.Quarter, PersonId = first.PersonId, Item = first.Item, Reason = "The same", At = first.At, ById = first.ById, ByName = first.ByName });
            await db.SaveChangesAsync();
        }

        var standing = await manager.GetAsync(Quarter(3, "/accept"));
        (await manager.SendAgainAsync(standing, Quarter(3, "/accept"), ("Back", standing.Page.QuerySelector("input[name=Back]")!.GetAttribute("value")!))).Status.ShouldBe(302);
        (await officer.GetAsync(Quarter(3))).Texts("#stops").Single().ShouldNotContain("accepted as it is");
        (await manager.SendAgainAsync(await manager.GetAsync(Quarter(3, "/accept")), Quarter(3, "/accept"), ("Which", which), ("Reason", "Closed before Asset was kept"))).Status.ShouldBe(302);
        await HandInAsync(officer, manager, 3);
        var version = (await officer.GetAsync(Quarter(3))).Page.QuerySelector("#way dt a")!.GetAttribute("href")!;
        (await officer.GetAsync(version)).Texts("#accepted + ul li").Single().ShouldSatisfyAllConditions(t => t.ShouldContain("Fay Gap"), t => t.ShouldContain("Closed before Asset was kept"));

        await using (var db = app.Context())
        {
            var kase = await db.Cases.SingleAsync(c => c.PersonId == gap);
            await db.Assessments.AddAsync(AnAssetRow(kase.Id));
            await db.SaveChangesAsync();
        }

        (await officer.GetAsync(Quarter(3, "/mend"))).Texts("#sum strong").Single().ShouldBe("0 things stop the return");
    }

    private static AssessmentRow AnAssetRow(Guid kase)
    {
        var row = new AssessmentRow { CaseId = kase, CompletedOn = new(2010, 1, 25), Purpose = "start" };
        foreach (var section in typeof(AssessmentRow).GetProperties().Where(p => p.PropertyType == typeof(int?)))
        {
            section.SetValue(row, 2);
        }

        return row;
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_erased_record_leaves_the_frozen_figures_and_takes_its_name(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var due = await AYoungPerson().Named("Hal", "Canarybird").Born("2000-03-03").With(ADto("2017-10-03").ReleasedOn("2018-04-03").With(ACase().AgreedOn("2018-04-10").ClosedOn("2019-06-30"))).SaveAsync(app);
        At(app, "2018-07-10");
        var (officer, manager) = (await app.SignInAsync(RoleTable.InformationOfficer, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        const string return1 = "/figures/return/leeds/2018-19/1";
        (await officer.FillAsync(return1 + "/hand-in", ("Do", "check"))).Status.ShouldBe(302);
        (await officer.FillAsync(return1 + "/hand-in", ("Do", "submit"))).Status.ShouldBe(302);
        (await manager.FillAsync(return1 + "/sign", ("Do", "sign"))).Status.ShouldBe(302);
        At(app, "2026-07-01");
        (officer, manager) = (await app.SignInAsync(officer), await app.SignInAsync(manager));
        (await manager.FillAsync($"/young-people/{due}/keeping", ("Do", "propose"))).Status.ShouldBe(302);
        (await officer.FillAsync($"/young-people/{due}/keeping", ("Do", "sign"))).Status.ShouldBe(302);
        At(app, "2026-08-15");
        (await app.Services.GetRequiredService<EraseDue>().RunAsync()).ShouldBe(1);

        officer = await app.SignInAsync(officer);
        var version = (await officer.GetAsync(return1)).Page.QuerySelector("#way dt a")!.GetAttribute("href")!;
        var page = await officer.GetAsync(version);
        (page.Texts("#totals dd")[0], page.Texts("#replayed").Single()).ShouldBe(("1", "the same figures, with the same people"));
        (await officer.GetAsync(version + "/people?table=I1&key=&column=released")).Texts("main li").Single().ShouldContain("a record that was erased");
        (await ReplayAsync(app)).Item1.ShouldBeTrue();
        (await Canaries.FindAsync(app.Connection, "Canarybird")).ShouldBeEmpty();
    }
}
