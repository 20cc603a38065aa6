using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Stages;

/// <summary>Key stages between custody and YOT: what is missing, ticked as it goes, late or in time (INF-8).</summary>
public sealed class StagesTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task What_went_is_ticked_and_what_is_missing_stays(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await AYoungPerson().Named("Kai", "Ownington").Living("leeds").With(ADto("2010-03-31").ExpectedOn("2010-09-20").With(ACase().ReferredOn("2010-03-31"))).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/stages";
        (await worker.GetAsync(path)).Texts(".govuk-summary-card")[0].ShouldContain("6 things are missing, late");

        (await worker.FillAsync(path, [.. Forms.Day("On", "2010-04-09")])).Status.ShouldBe(400);
        foreach (var item in KeyStages.Items(KeyStages.Sentence))
        {
            (await worker.FillAsync(path, [("Went", item), .. Forms.Day("On", "2010-04-09")])).Status.ShouldBe(302);
        }

        (await worker.GetAsync(path)).Texts(".govuk-summary-card")[0].ShouldContain("All there, in time");
        await using var db = app.Context();
        (await db.Set<KeyStageExchangeRow>().CountAsync()).ShouldBe(6);
        (await worker.GetAsync($"/young-people/{person}")).Status.ShouldBe(200);
        (await (await app.SignInAsync(RoleTable.Worker, "cardiff")).GetAsync(path)).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(Both)), Trait("requirement", "R1")]
    public async Task A_link_worker_ticks_what_custody_sent_and_sees_nothing_else_of_the_record(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new DateTimeOffset(2010, 5, 10, 9, 0, 0, TimeSpan.Zero));
        var programme = ACase().ReferredOn("2010-03-31").AllocatedTo("Priya Shah", "2010-03-31");
        var person = await AYoungPerson().Named("Mali", "Here").Living("leeds").With(ADto("2010-03-31").HeldAt("wetherby").ExpectedOn("2010-09-20").With(programme)).SaveAsync(app);
        var elsewhere = await AYoungPerson().Named("Kai", "Elsewhere").Living("leeds").With(ADto("2010-03-31").HeldAt("hindley").ExpectedOn("2010-09-20").With(ACase())).SaveAsync(app);
        var link = await app.SignInAsync(RoleTable.LinkWorker, "wetherby");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var (path, theirs) = ($"/held/{person}/stages", $"/young-people/{person}/stages");
        (await link.GetAsync($"/held/{person}")).Body.ShouldContain(path);
        var page = await link.GetAsync(path);
        page.Texts(".govuk-summary-card")[0].ShouldContain("6 things are missing, late");
        page.Page.QuerySelectorAll("input[name=Went]").Select(i => i.GetAttribute("value")).Distinct().ShouldBe(KeyStages.All.SelectMany(KeyStages.ToYot).Where(i => page.Body.Contains($"value=\"{i}\"", StringComparison.Ordinal)), "only what custody sends is theirs to tick");
        page.Body.ShouldNotContain("Priya Shah");

        (await link.FillAsync(path, [("Went", KeyStages.ToCustody(KeyStages.Sentence)[0]), .. Forms.Day("On", "2010-04-09")])).Status.ShouldBe(400, "what the YOT sends");
        (await link.FillAsync(path, [("Went", "arrived"), .. Forms.Day("On", "2010-05-11")])).Status.ShouldBe(400, "tomorrow");
        (await link.FillAsync(path, [("Went", "arrived"), .. Forms.Day("On", "2010-03-30")])).Status.ShouldBe(400, "before the sentence");
        foreach (var item in KeyStages.ToYot(KeyStages.Sentence))
        {
            (await link.FillAsync(path, [("Went", item), .. Forms.Day("On", "2010-04-09")])).Status.ShouldBe(302);
        }

        foreach (var item in KeyStages.ToCustody(KeyStages.Sentence))
        {
            (await worker.FillAsync(theirs, [("Went", item), .. Forms.Day("On", "2010-04-12")])).Status.ShouldBe(302);
        }

        // The plan went ahead of its meeting: either side may say so, custody as the YOT.
        var ahead = (await link.GetAsync(path)).Page.QuerySelector("form:has(input[value=custody_plan]) input[name=Stage]")!.GetAttribute("value")!;
        ahead.ShouldContain(KeyStages.Planning);

        (await link.FillAsync(path, [("Stage", ahead), ("Went", "custody_plan"), .. Forms.Day("On", "2010-04-01")])).Status.ShouldBe(302);

        // Each side sees what the other recorded.
        (await link.GetAsync(path)).Texts(".govuk-summary-card")[0].ShouldContain("All there, late");
        (await worker.GetAsync(theirs)).Texts(".govuk-summary-card")[0].ShouldContain("All there, late");
        await using var db = app.Context();
        var told = db.History.Where(h => h.Kind == "stage_exchanged").ToList();
        told.Count.ShouldBe(7);
        told.ShouldAllBe(h => h.Chain == "leeds" && h.PersonId == person);
        (await link.GetAsync($"/held/{elsewhere}/stages")).Status.ShouldBe(404);
        (await link.GetAsync(theirs)).Status.ShouldBe(404);
        (await (await app.SignInAsync(RoleTable.LinkWorker, "hindley")).GetAsync(path)).Status.ShouldBe(404);
    }
}
