using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data.Sharing;

namespace Throughgate.Tests.Features.Sharing;

/// <summary>The third answer: may the record be used, without name, for evaluation.</summary>
[Trait("rule", "INF-6")]
public sealed class StatisticsTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    private static readonly (string, string?)[] Talk =
    [
        ("How", "Read together"), ("Present", "Mum"), ("Understood", "yes"), ("Competence", "capacity"), ("ParentView", "agrees"), ("OwnWords", "That is all right"),
    ];

    [Theory, MemberData(nameof(Both))]
    public async Task It_is_asked_by_itself_stands_until_it_is_taken_back_and_is_told_to_the_young_person(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, _) = await ConsentTests.SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/sharing";
        (await worker.GetAsync(path)).Body.ShouldContain("Not asked, so the record is not used for evaluation");
        (await worker.FillAsync(path + "/talk", Talk)).Status.ShouldBe(302);
        (await AllowsAsync(app, person)).ShouldBeFalse("not talked about");
        (await worker.GetAsync(path + "/explained")).Body.ShouldContain("we have not asked you yet");

        (await worker.FillAsync(path + "/talk", [.. Talk, ("Statistics", "yes")])).Status.ShouldBe(302);
        (await AllowsAsync(app, person)).ShouldBeTrue();
        (await worker.GetAsync(path)).Body.ShouldContain("Yes: the record may be used for evaluation, without the name");
        (await worker.GetAsync(path + "/explained")).Body.ShouldContain("Now: you said yes.");
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("the record may be used for evaluation");
        (await worker.FillAsync(path + "/talk", Talk)).Status.ShouldBe(302);
        (await AllowsAsync(app, person)).ShouldBeTrue("a talk in which it was not talked about leaves it as it was");

        var part = await worker.FillAsync(path + "/withdraw", ("What", "parts"), ("Which", "statistics"), ("On-day", "1"), ("On-month", "3"), ("On-year", "2010"));
        part.Status.ShouldBe(302, part.Body);
        (await AllowsAsync(app, person)).ShouldBeFalse("at once, whatever day it was said on");
        (await worker.GetAsync(path + "/withdraw")).Body.ShouldContain("There is no consent to take back");
        (await worker.GetAsync(path)).Body.ShouldContain("Taken back: the record is not used for evaluation any more");
        (await worker.FillAsync(path + "/talk", [.. Talk, ("Statistics", "yes")])).Status.ShouldBe(302);
        (await worker.FillAsync(path + "/withdraw", ("What", "everything"))).Status.ShouldBe(302);
        (await AllowsAsync(app, person)).ShouldBeFalse("everything is everything");
        await using var db = app.Context();
        var copy = await Web.Data.Records.EverythingAbout.EverythingAsync(db, person);
        copy.Single(t => t.Name == "consents").Rows.SelectMany(r => r).Where(c => c.Column == "statistics" && c.Text.Length > 0).ShouldAllBe(c => !c.AboutOthers);
    }

    [Theory]
    [InlineData("Understood", "no")]
    [InlineData("Competence", "not_competent")]
    [InlineData("Statistics", "maybe")]
    public async Task Nobody_says_yes_to_what_was_not_understood_or_could_not_be_decided(string field, string value)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, _) = await ConsentTests.SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var sent = await worker.FillAsync($"/young-people/{person}/sharing/talk", [.. Talk.Where(t => t.Item1 != "ParentView"), ("ParentView", "disagrees"), ("Statistics", "yes"), (field, value)]);
        sent.Status.ShouldBe(400);
        sent.Texts(".govuk-error-summary li").Count.ShouldBe(1);
        await using var db = app.Context();
        (await db.Set<ConsentTalk>().AnyAsync()).ShouldBeFalse();
    }

    private static async Task<bool> AllowsAsync(TestApp app, Guid person)
    {
        await using var db = app.Context();
        var now = app.Clock.GetUtcNow();
        return StatisticsFlag.Allows(await db.StatisticsOfAsync(person), now, DateOnly.FromDateTime(Web.London.Civil(now)));
    }
}
