using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Features.Sharing;

/// <summary>A link that expires, with a code told another way: no file, no name in the title, closed by withdrawal, wrong codes and time (R7).</summary>
[Trait("requirement", "R7")]
[Trait("requirement", "R5")]
public sealed class PackTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_pack_shows_its_parts_with_its_mark_and_closes_with_the_consent(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, kase) = await ConsentTests.SavedAsync(app);
        var partner = await app.PartnerAsync("Aire Homes");
        await app.AgreesAsync(kase, partner, Categories.Identity, Categories.Offence);
        var (link, code) = await MakeAsync(app, person, partner, "identity");
        await using (var db = app.Context())
        {
            var pack = await db.Set<Pack>().SingleAsync();
            Convert.ToHexStringLower(pack.KeyHash).ShouldNotContain(link[^20..]);
        }

        var somebody = app.Browser();
        var asked = await somebody.GetAsync(link);
        asked.Body.ShouldNotContain("Ownington");
        var opened = await somebody.SendAgainAsync(asked, link, ("Code", code));
        opened.Status.ShouldBe(200, opened.Body);
        opened.Page.Title.ShouldNotBeNull().ShouldNotContain("Ownington");
        opened.Body.ShouldContain("Kai Ownington");
        opened.Body.ShouldContain("For Jo Field, Aire Homes");
        opened.Body.ShouldNotContain("Detention");
        opened.Header("Cache-Control").ShouldContain("no-store");
        (await app.LogAsync())[^1].ShouldSatisfyAllConditions(r => r.ActorName.ShouldBe("Jo Field"), r => r.People.ShouldContain(person.ToString()), r => r.Detail.ShouldNotContain(link[^20..]));

        await app.SaysAsync(kase, partner, ConsentAnswers.Withdrawn, Categories.Identity);
        var after = await somebody.SendAgainAsync(asked, link, ("Code", code));
        after.Status.ShouldBe(400);
        after.Body.ShouldNotContain("Ownington");
        await using var read = app.Context();
        (await read.Set<DisclosureRow>().SingleAsync()).ShouldSatisfyAllConditions(d => d.How.ShouldBe("pack"), d => d.Recipient.ShouldBe("Jo Field"), d => d.Basis.ShouldBe("consent"));
    }

    [Fact]
    [Trait("requirement", "R12")]
    public async Task Five_wrong_codes_close_it_and_all_refusals_read_alike()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, kase) = await ConsentTests.SavedAsync(app);
        var partner = await app.PartnerAsync("Aire Homes");
        await app.AgreesAsync(kase, partner, Categories.Identity);
        var (link, code) = await MakeAsync(app, person, partner, "identity");
        var somebody = app.Browser();
        var asked = await somebody.GetAsync(link);
        for (var i = 0; i < 5; i++)
        {
            (await somebody.SendAgainAsync(asked, link, ("Code", "1"))).Status.ShouldBe(400);
        }

        var late = await somebody.SendAgainAsync(asked, link, ("Code", code));
        late.Status.ShouldBe(400, "the code was wrong too often");
        var nowhere = await somebody.SendAgainAsync(asked, "/pack/" + new string('a', 64), ("Code", code));
        (nowhere.Status, string.Join('|', nowhere.Texts("main"))).ShouldBe((400, string.Join('|', late.Texts("main"))));
    }

    [Fact]
    public async Task A_link_ends_with_its_last_day_and_when_it_is_closed()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, kase) = await ConsentTests.SavedAsync(app);
        var partner = await app.PartnerAsync("Aire Homes");
        await app.AgreesAsync(kase, partner, Categories.Identity);
        var (first, code) = await MakeAsync(app, person, partner, "identity");
        var somebody = app.Browser();
        var asked = await somebody.GetAsync(first);
        await using (var db = app.Context())
        {
            var until = (await db.Set<Pack>().SingleAsync()).UntilAt;
            app.Clock.Set(until.AddSeconds(-30));
            (await somebody.SendAgainAsync(asked, first, ("Code", code))).Status.ShouldBe(200);
            app.Clock.Set(until);
            (await somebody.SendAgainAsync(asked, first, ("Code", code))).Status.ShouldBe(400);
        }

        var (second, other) = await MakeAsync(app, person, partner, "identity");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var page = await worker.GetAsync($"/young-people/{person}/sharing/pack");
        var form = page.Page.QuerySelectorAll("main form").First(f => f.GetAttribute("action")?.Contains("Close", StringComparison.Ordinal) == true);
        (await worker.PostAsync(form.GetAttribute("action")!, form.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? ""))).Status.ShouldBe(302);
        (await somebody.SendAgainAsync(asked, second, ("Code", other))).Status.ShouldBe(400);
    }

    private static async Task<(string Link, string Code)> MakeAsync(TestApp app, Guid person, Guid partner, string what)
    {
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/sharing/pack";
        (await worker.FillAsync(path, ("Partner", partner.ToString()), ("Recipient", "Jo Field"), ("Why", "A flat"), ("What", "health"))).Status.ShouldBe(400, "health is not shared");
        var made = await worker.FillAsync(path, ("Partner", partner.ToString()), ("Recipient", "Jo Field"), ("Why", "A flat"), ("What", what));
        made.Status.ShouldBe(200, made.Body);
        return (new Uri(made.Texts("#link").Single()).AbsolutePath, made.Texts("#code").Single());
    }
}
