using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.WhereTheyAre;

/// <summary>Where a child is: masked until asked for with a reason, and for some never told at all (R2, R22).</summary>
[Trait("requirement", "R2")]
public sealed class WhereaboutsTests
{
    private const string Canary = "Canary Row";

    public static TheoryData<Server> Both => TestDatabase.Both;

    private static readonly string[] Lists = ["/young-people", "/release", "/today", "/diary?who=team", "/contacts/choose?for=record"];

    [Theory, MemberData(nameof(Both))]
    public async Task Where_somebody_is_is_shown_to_who_says_why_and_each_time_is_one_row_of_the_log(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, worker) = await StartAsync(app);
        var page = $"/young-people/{person}/whereabouts";
        foreach (var masked in Lists.Append(page).Append($"/young-people/{person}").Append($"/young-people/{person}/contacts"))
        {
            (await worker.GetAsync(masked)).Body.ShouldNotContain(Canary, customMessage: masked);
        }

        var refused = await worker.FillAsync(page, ("Reason", "why"));
        (refused.Status, refused.Body.Contains(Canary, StringComparison.Ordinal)).ShouldBe((400, false));
        var shown = await worker.FillAsync(page, ("Reason", "I meet her there on Wednesday"));

        shown.Body.ShouldSatisfyAllConditions(b => b.ShouldContain($"12 {Canary}"), b => b.ShouldContain("Wetherby"));
        (await app.LogAsync()).Where(r => r.Outcome == "revealed").ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Detail.ShouldContain("I meet her there"), r => r.People.ShouldContain(person.ToString()));
        (await (await app.SignInAsync(RoleTable.Worker, "cardiff")).GetAsync(page)).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(Both)), Trait("requirement", "R22")]
    public async Task Do_not_disclose_beats_every_list_sheet_and_export_for_everybody(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, worker) = await StartAsync(app);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var page = $"/young-people/{person}/whereabouts";
        (await worker.GetAsync("/release")).Texts("main li, main tr").ShouldContain(r => r.Contains("Wetherby") && r.Contains("Mali"));
        var form = await manager.GetAsync(page);
        (await worker.PostAsync($"{page}?handler=Keep", [.. (await worker.GetAsync(page)).MainForm(), KeyValuePair.Create("KeepReason", "x")])).Status.ShouldBe(404);

        (await manager.PostAsync($"{page}?handler=Keep", [.. form.Form($"{page}?handler=Keep").Where(f => f.Key != "KeepReason"), KeyValuePair.Create("KeepReason", "A threat to her life")])).Status.ShouldBe(302);

        foreach (var who in new[] { worker, manager })
        {
            foreach (var list in Lists.Append($"/young-people/{person}/contacts/sheet").Append($"/young-people/{person}"))
            {
                var answer = await who.GetAsync(list);
                answer.Texts("main tr, main li, main p, main dd, main h1").ShouldAllBe(r => !(r.Contains("Wetherby") && !r.Contains("All establishments")), list);
                answer.Body.ShouldNotContain(Canary);
            }
        }

        (await worker.GetAsync($"/young-people/{person}")).Body.ShouldContain("In custody; where is not to be disclosed");
        (await manager.FillAsync("/export", ("Why", "An audit"), ("Recipient", "Nia"))).Status.ShouldBe(200);
        (await app.LogAsync()).Last(r => r.Outcome == "exported").People.ShouldNotContain(person.ToString());
        (await worker.FillAsync(page, ("Reason", "I collect her at the gate"))).Body.ShouldContain("Wetherby");
    }

    private static async Task<(Guid Person, TestBrowser Worker)> StartAsync(TestApp app)
    {
        app.Clock.Set(new DateTimeOffset(2010, 5, 10, 9, 0, 0, TimeSpan.Zero));
        var programme = ACase("leeds").AgreedOn("2010-03-10").AllocatedTo("Priya Shah", "2010-03-02").With(AnAddress("2010-05-01"));
        var person = await AYoungPerson().Named("Mali", "Evans").Living("leeds").With(ADto("2010-03-01").HeldAt("wetherby").ExpectedOn("2010-05-19").With(programme)).SaveAsync(app);
        await using (var db = app.Context())
        {
            db.Add(new StreetAddress { RowId = db.Accommodation.Single().Id, CaseId = db.Cases.Single().Id, Text = $"12 {Canary}" });
            await db.SaveChangesAsync();
        }

        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        (await worker.FillAsync($"/young-people/{person}/contacts/plan", [("Kind", "appointment"), ("Time", "14:00"), ("Place", $"Café, {Canary}"), .. Day("On", "2010-05-12")])).Status.ShouldBe(302);
        return (person, worker);
    }
}
