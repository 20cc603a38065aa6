using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Around;

/// <summary>Parents, carers, the social worker and others: how they are reached, and who may not be told anything.</summary>
public sealed class RecordAroundTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Somebody_is_recorded_changed_and_taken_out_and_who_may_not_be_contacted_stands_first(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await AYoungPerson().Living("leeds").LookedAfter().With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/people";
        (await worker.GetAsync(path)).Texts(".govuk-warning-text").Single().ShouldContain("no social worker is named");

        (await worker.FillAsync(path + "/record", ("Kind", "social_worker"), ("Name", "Lena Marsh"), ("Phone", "01632 960001"))).Status.ShouldBe(302);
        (await worker.FillAsync(path + "/record", ("Kind", "parent"), ("Name", "Zed Evans"), ("NotToBeContacted", "true"))).Status.ShouldBe(400, "without a reason");
        (await worker.FillAsync(path + "/record", ("Kind", "parent"), ("Name", "Zed Evans"), ("NotToBeContacted", "true"), ("WhyNot", "Court order"))).Status.ShouldBe(302);

        var page = await worker.GetAsync(path);
        page.Texts("main h2")[0].ShouldContain("Zed Evans");
        page.Texts(".govuk-warning-text").Single().ShouldContain("nobody with parental responsibility");
        await using var db = app.Context();
        var lena = await db.Set<PersonAround>().SingleAsync(a => a.Name == "Lena Marsh");
        var open = await worker.GetAsync($"{path}/record/{lena.Id}");
        (await worker.FillAsync($"{path}/record/{lena.Id}", ("Parental", "true"))).Status.ShouldBe(302);
        (await worker.SendAgainAsync(open, $"{path}/record/{lena.Id}", ("Name", "Lena March"))).Status.ShouldBe(409);
        (await worker.FillAsync($"{path}/record/{lena.Id}", ("Do", "out"))).Status.ShouldBe(302);
        (await worker.GetAsync(path)).Body.ShouldNotContain("Lena Marsh");
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("Social worker taken out: Lena Marsh");
    }

    [Theory, MemberData(nameof(Both))]
    [Trait("rule", "FAM-3")]
    public async Task A_discussion_with_children_s_services_ends_the_duty(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await AYoungPerson().Living("leeds").AParent().With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync($"/young-people/{person}")).Texts("#FAM-3").ShouldHaveSingleItem();

        (await worker.FillAsync($"/young-people/{person}/people/discussed", [("WithWhom", "Duty team"), ("What", "Contact with the child on Sundays"), .. Day("On", "2010-03-10")])).Status.ShouldBe(302);

        (await worker.GetAsync($"/young-people/{person}")).Texts("#due > .tg-duties .tg-duty__what").ShouldNotContain(t => t.Contains("children’s services", StringComparison.Ordinal));
        (await worker.GetAsync($"/young-people/{person}/people")).Body.ShouldContain("Contact with the child on Sundays");
    }

    [Fact]
    public async Task Nobody_reads_or_changes_the_people_around_somebody_else_s_young_person()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        var mine = await AYoungPerson().Living("cardiff").With(ADto("2010-03-01").With(ACase("cardiff"))).SaveAsync(app);
        var leeds = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await leeds.FillAsync($"/young-people/{person}/people/record", ("Kind", "parent"), ("Name", "Hidden Name"))).Status.ShouldBe(302);
        await using var db = app.Context();
        var row = (await db.Set<PersonAround>().SingleAsync()).Id;
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        foreach (var path in new[] { $"/young-people/{person}/people", $"/young-people/{person}/people/record/{row}", $"/young-people/{mine}/people/record/{row}", $"/young-people/{person}/workers" })
        {
            var answer = await cardiff.GetAsync(path);
            (answer.Status, answer.Body.Contains("Hidden", StringComparison.Ordinal)).ShouldBe((404, false), path);
        }
    }
}
