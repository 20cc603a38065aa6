using Throughgate.Tests.Build;
using Throughgate.Tests.Build.Lives;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Releases;

/// <summary>The release board: nobody of the scheme who is held is missing.</summary>
public sealed class BoardTests(LeedsCaseload leeds)
{
    private static List<string> Part(TestAnswer page, string id) =>
        [.. page.Page.QuerySelectorAll($"table[aria-labelledby={id}] .tg-list__who > a").Select(a => a.TextContent)];

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Everybody_who_is_held_stands_in_one_part_nearest_first(Server server)
    {
        var (app, browser) = await leeds.SignInAsync(server);
        await using var _ = app;
        var page = await browser.GetAsync("/release");
        page.Status.ShouldBe(200, page.Body);
        Part(page, "passed").ShouldBe(["Amy Mensah"]);
        Part(page, "undated").ShouldBe(["Owain Adeyemi"]);
        Part(page, "soon").ShouldBe(["Jordan Evans", "Zoë Ångström", "Kai Okafor", "Mo Ali"]);
        Part(page, "later").ShouldBe(["Later Leaver"]);
        Part(page, "remand").ShouldBe(["Lee Ray"]);
        page.Body.ShouldNotContain("P-CARDIFF");
        (await app.LogAsync()).Last(r => r.ActorId == browser.Account.Id).People.Count(c => c == ',').ShouldBe(7);
    }

    [Fact]
    public async Task A_row_says_when_address_told_who_leads_and_how_far_support_is()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        var rows = (await browser.GetAsync("/release")).Texts("table[aria-labelledby=soon] tbody tr")
            .Select(r => string.Join(' ', r.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        rows[0].ShouldStartWith("Jordan Evans aged 16 · HMYOI Wetherby Started 6 April 2010 · Priya Shah Fri 24 September 2010 in 9 days Overdue 5 days");
        rows[0].ShouldContain("Not recorded then"); // to be told by 24 August
        rows[0].ShouldEndWith("0 of 8");
        rows[1].ShouldContain("Wed 27 October 2010 in 6 weeks Done");
        rows[2].ShouldContain("Offered, not taken up: last offer 10 August 2010 · Nobody");
        rows[3].ShouldContain("Not on the books");
    }

    [Fact]
    public async Task A_day_that_no_longer_stands_moves_them_and_an_earlier_day_sees_the_earlier_date()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        app.Clock.Set(new DateTimeOffset(2010, 9, 15, 12, 0, 0, TimeSpan.Zero));
        await using var db = app.Context();
        await AYoungPerson().Named("Moved", "Date").With(
            ADto("2010-03-01").ExpectedOn("2010-09-20").ExpectedOn("2010-11-01", knownFrom: "2010-09-10").EndsOn("2011-02-28").With(ACase())).SaveAsync(db);
        await AYoungPerson().Named("Never", "Released").With(ADto("2008-03-01").ExpectedOn("2008-09-01").EndsOn("2009-02-28").With(ACase())).SaveAsync(db);
        await AYoungPerson().Named("Long", "Gone").With(ADto("2008-03-01").ExpectedOn("2008-09-01").EndsOn("2009-02-28")).SaveAsync(db);
        await AYoungPerson().Named("Closed", "Inside").With(ADto("2010-03-01").ExpectedOn("2010-10-01").EndsOn("2011-02-28").With(ACase().AgreedOn("2010-03-20").ClosedOn("2010-08-01"))).SaveAsync(db);
        await AYoungPerson().Named("Out", "Today").With(ADto("2010-03-01").ExpectedOn("2010-09-15").ReleasedOn("2010-09-15").EndsOn("2011-02-28").With(ACase())).SaveAsync(db);
        await AYoungPerson().Named("Lives", "Elsewhere").Living("cardiff").With(ADto("2010-03-01").ExpectedOn("2010-10-02").EndsOn("2011-02-28").With(ACase())).SaveAsync(db);
        var browser = await app.SignInAsync(RoleTable.Manager, "leeds");

        var now = await browser.GetAsync("/release");
        Part(now, "passed").ShouldBe(["Never Released"]); // a case is open: somebody has to say what happened
        Part(now, "soon").ShouldBe(["Closed Inside", "Lives Elsewhere", "Moved Date"]);
        now.Body.ShouldContain("1 November 2010");
        now.Texts("table[aria-labelledby=soon] tbody tr")[0].ShouldContain("Closed 1 August 2010");
        var before = await browser.GetAsync("/release?on=2010-09-09");
        before.Body.ShouldContain("20 September 2010");
        Part(before, "soon").ShouldBe(["Out Today", "Moved Date", "Closed Inside", "Lives Elsewhere"]);
    }

    [Fact]
    public async Task Narrowed_by_establishment_and_worker_in_the_address_and_the_way_back_keeps_it()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        var page = await browser.GetAsync("/release?establishment=rainsbrook");
        Part(page, "soon").ShouldBe(["Zoë Ångström", "Kai Okafor"]);
        Part(page, "passed").ShouldBeEmpty();
        page.Texts("#narrowed").Single().ShouldBe("2 of 8 who are held are shown.");
        var tom = page.Page.QuerySelectorAll("#filter-worker option").Single(o => o.TextContent == "Tom Bevan").GetAttribute("value");
        var his = await browser.GetAsync($"/release?establishment=rainsbrook&worker={tom}");
        Part(his, "soon").ShouldBe(["Zoë Ångström"]);
        his.Page.QuerySelector("#filter-establishment option[selected]")!.GetAttribute("value").ShouldBe("rainsbrook");
        var person = his.Page.QuerySelector("table[aria-labelledby=soon] .tg-list__who > a")!.GetAttribute("href")!.Replace("/release", "", StringComparison.Ordinal);
        (await browser.GetAsync(person)).Page.QuerySelectorAll("a").ShouldContain(a => a.GetAttribute("href") == $"/release?establishment=rainsbrook&worker={tom}");
        Part(await browser.GetAsync("/release?worker=nobody"), "soon").ShouldBe(["Kai Okafor", "Mo Ali"]);
        Part(await browser.GetAsync("/release?team=atlantis&establishment=nowhere&worker=x"), "soon").Count.ShouldBe(4);
    }

    [Fact]
    public async Task All_of_a_part_is_shown_narrowed_as_the_part_was()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        app.Clock.Set(new DateTimeOffset(2010, 9, 15, 12, 0, 0, TimeSpan.Zero));
        for (var i = 0; i < 27; i++)
        {
            await AYoungPerson().Named($"Soon{i}", "Wetherby").With(ADto("2010-03-01").HeldAt("wetherby").ExpectedOn("2010-10-01").EndsOn("2011-02-28").With(ACase())).SaveAsync(app);
            await AYoungPerson().Named($"Later{i}", "Wetherby").With(ADto("2010-03-01").HeldAt("wetherby").ExpectedOn("2011-10-01").EndsOn("2012-02-28").With(ACase())).SaveAsync(app);
        }

        await AYoungPerson().Named("Elsewhere", "Held").With(ADto("2010-03-01").HeldAt("parc").ExpectedOn("2010-10-01").EndsOn("2011-02-28").With(ACase())).SaveAsync(app);
        await AYoungPerson().Named("Elsewhere", "Later").With(ADto("2010-03-01").HeldAt("parc").ExpectedOn("2011-10-01").EndsOn("2012-02-28").With(ACase())).SaveAsync(app);
        var browser = await app.SignInAsync(RoleTable.Manager, "leeds");
        foreach (var (part, held) in new[] { ("soon", "Elsewhere Held"), ("later", "Elsewhere Later") })
        {
            var page = await browser.GetAsync("/release?on=2010-09-14&team=leeds&establishment=wetherby&worker=nobody");
            var all = page.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.EndsWith($"#{part}", StringComparison.Ordinal));
            var whole = await browser.GetAsync(all.Split('#')[0]);
            Part(whole, part).Count.ShouldBe(27);
            Part(whole, part).ShouldNotContain(held);
            whole.Page.QuerySelector("#filter-establishment option[selected]")!.GetAttribute("value").ShouldBe("wetherby");
            whole.Page.QuerySelector("input[name=on]")!.GetAttribute("value").ShouldBe("2010-09-14");
        }
    }

    [Fact]
    public async Task A_scheme_without_anybody_held_says_so()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var browser = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await browser.GetAsync("/release")).Body.ShouldContain("Nobody of your scheme is in custody.");
        (await browser.GetAsync("/young-people")).Body.ShouldContain("Your scheme has no open case yet.");
        (await browser.GetAsync("/young-people?show=closed")).Body.ShouldContain("has been closed yet");
        (await browser.GetAsync("/young-people/not-on-the-books")).Status.ShouldBe(200);
    }
}
