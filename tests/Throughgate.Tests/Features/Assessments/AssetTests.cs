using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Assessments;

/// <summary>An Asset is recorded; which is the start and which the end is decided by somebody, and the page shows what the return reads (RET-1).</summary>
public sealed class AssetTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_asset_is_recorded_with_its_scores(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/assessments/record";
        var wrong = await worker.FillAsync(path, [("Scores[3]", "5"), .. Day("CompletedOn", "2090-01-01")]);
        wrong.Status.ShouldBe(400);
        wrong.Texts(".govuk-error-summary li").Count.ShouldBe(3);

        var sent = await worker.FillAsync(path, [("Purpose", "start"), ("Scores[0]", "4"), ("Scores[11]", "0"), .. Day("CompletedOn", "2010-03-08")]);

        (sent.Status, sent.Location).ShouldBe((302, $"/young-people/{person}/assessments"), sent.Body);
        await using var db = app.Context();
        (await db.Assessments.SingleAsync()).ShouldSatisfyAllConditions(
            a => a.LivingArrangements.ShouldBe(4),
            a => a.MotivationToChange.ShouldBe(0),
            a => a.Lifestyle.ShouldBeNull(),
            a => a.Purpose.ShouldBe("start")
        );
        (await worker.FillAsync(path, [("Purpose", "start"), ("Scores[0]", "4"), .. Day("CompletedOn", "2010-03-08")])).Status.ShouldBe(400);
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("Asset recorded: Start of the programme");
    }

    [Theory, MemberData(nameof(Both))]
    [Trait("rule", "RET-1")]
    public async Task The_asset_of_the_start_is_not_later_than_that_of_the_end(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app, AnAsset("2011-01-10", "programme_end"));
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        var path = $"/young-people/{person}/assessments/record?for=start";
        (await officer.GetAsync(path)).Page.QuerySelector("input[name=Purpose][value=start]")!.HasAttribute("checked").ShouldBeTrue("what the worklist asks for is chosen already");
        var late = await officer.FillAsync(path, [("Scores[0]", "4"), .. Day("CompletedOn", "2011-01-11")]);
        (late.Status, late.Texts(".govuk-error-summary li").Single()).ShouldBe((400, "The Asset of the end is of an earlier day: enter the day on which the one for the start was made"));
        (await officer.FillAsync(path, [("Scores[0]", "4"), .. Day("CompletedOn", "2010-03-08")])).Status.ShouldBe(302);
        var early = await officer.FillAsync($"/young-people/{person}/assessments/record?for=programme_end", [("Scores[0]", "4"), .. Day("CompletedOn", "2010-03-07")]);
        early.Texts(".govuk-error-summary li").Single().ShouldStartWith("The Asset of the start is of a later day");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Which_is_the_start_and_which_the_end_is_a_decision(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app, AnAsset("2010-03-08"), AnAsset("2010-04-20"), AnAsset("2011-01-10", "order_end"), AnAsset("2011-02-05", "review"));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/assessments";
        var (opened, stale) = (await worker.GetAsync(path), await worker.GetAsync(path));
        opened.Texts("h2#reads + ul li")[0].ShouldContain("8 March 2010");
        opened.Texts("h2#reads + ul li")[1].ShouldContain("none");
        Guid[] made;
        await using (var before = app.Context())
        {
            made = [.. (await before.Assessments.OrderBy(a => a.CompletedOn).ToListAsync()).Select(a => a.Id)];
        }

        (await worker.SendAgainAsync(opened, path, ("Start", made[1].ToString()), ("End", made[1].ToString()))).Status.ShouldBe(400);
        (await worker.SendAgainAsync(opened, path, ("Start", Guid.CreateVersion7().ToString()))).Status.ShouldBe(400);
        var sent = await worker.SendAgainAsync(opened, path, ("Start", made[1].ToString()), ("End", made[3].ToString()), ("Why", "The first was made before sentence."));

        sent.Status.ShouldBe(302, sent.Body);
        await using var db = app.Context();
        (await db.Assessments.OrderBy(a => a.CompletedOn).ToListAsync()).Select(a => (a.Purpose, a.Version))
            .ShouldBe([("review", 2), ("start", 1), ("order_end", 1), ("programme_end", 2)]);
        var shown = await worker.GetAsync(path);
        shown.Texts("h2#reads + ul li")[0].ShouldContain("20 April 2010");
        shown.Texts("h2#reads + ul li")[1].ShouldContain("5 February 2011");
        (await db.History.SingleAsync(h => h.PersonId == person)).Why.ShouldBe("The first was made before sentence.");
        (await worker.SendAgainAsync(stale, path, ("Start", ""), ("End", ""))).Status.ShouldBe(409);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_people_who_correct_the_same_asset_see_both_versions(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app, AnAsset("2010-03-08"));
        await using var db = app.Context();
        var path = $"/young-people/{person}/assessments/record/{(await db.Assessments.SingleAsync()).Id}";
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        var opened = await second.GetAsync(path);
        (await first.FillAsync(path, [("Scores[2]", "1")])).Status.ShouldBe(302);

        var late = await second.SendAgainAsync(opened, path, ("Scores[5]", "3"));

        late.Status.ShouldBe(409);
        late.Texts(".govuk-error-summary tbody tr").Count.ShouldBe(2);
        (await second.SendAgainAsync(late, path)).Status.ShouldBe(302);
        (await db.Assessments.AsNoTracking().SingleAsync()).ShouldSatisfyAllConditions(a => a.EducationTrainingEmployment.ShouldBe(2), a => a.SubstanceUse.ShouldBe(3), a => a.Version.ShouldBe(3));
    }

    [Fact]
    public async Task Nobody_records_or_decides_for_another_scheme()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await SavedAsync(app, AnAsset("2010-03-08"));
        await using var db = app.Context();
        var asset = await db.Assessments.SingleAsync();
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        foreach (var page in new[] { "assessments", "assessments/record", $"assessments/record/{asset.Id}" })
        {
            (await cardiff.GetAsync($"/young-people/{person}/{page}")).Status.ShouldBe(404, page);
        }
    }

    private static Task<Guid> SavedAsync(TestApp app, params Build.Lives.AssessmentBuilder[] made) =>
        AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase("leeds").With(made))).SaveAsync(app);
}
