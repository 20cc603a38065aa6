using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Conditions;

[Trait("rule", "REL-16")]
public sealed class ConditionTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_condition_stands_at_the_top_until_it_ends(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await AYoungPerson().With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/conditions/record";
        (await worker.FillAsync(path, [("Kind", ""), ("ConditionText", ""), ("ExplainedBy", "Priya")])).Texts(".govuk-error-summary li").Count.ShouldBe(2);

        (await worker.FillAsync(path, [("Kind", "curfew"), ("ConditionText", "At home 19:00 to 07:00"), .. Day("From", "2010-03-05")])).Status.ShouldBe(302);

        (await TopAsync(worker, person)).ShouldContain("At home 19:00 to 07:00");
        (await TopAsync(worker, person)).ShouldContain("Not explained yet");
        await using var db = app.Context();
        var row = await db.LicenceConditions.AsNoTracking().SingleAsync();
        var opened = await worker.GetAsync($"{path}/{row.Id}");
        (await worker.FillAsync($"{path}/{row.Id}", [("ExplainedBy", "Priya Shah"), .. Day("ExplainedOn", "2010-03-06")])).Status.ShouldBe(302);
        (await TopAsync(worker, person)).ShouldNotContain("Not explained yet");
        (await worker.SendAgainAsync(opened, $"{path}/{row.Id}", ("ConditionText", "Other"))).Status.ShouldBe(409);
        (await worker.FillAsync($"{path}/{row.Id}", Day("To", "2010-06-01"))).Status.ShouldBe(302);
        (await TopAsync(worker, person)).ShouldNotContain("19:00");
        (await worker.GetAsync($"/young-people/{person}/conditions")).Texts("main").Single().ShouldContain("Explained 6 March 2010 by Priya Shah");
        (await worker.GetAsync($"/young-people/{person}?on=2010-05-01")).Texts(".tg-facts").Single().ShouldContain("19:00");
        (await worker.FillAsync($"{path}/{row.Id}", ("Mistake", "Another boy's"))).Status.ShouldBe(302);
        (await db.LicenceConditions.AnyAsync()).ShouldBeFalse();
        var history = (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single();
        history.ShouldContain("condition recorded: Curfew");
        history.ShouldContain("Another boy's");
    }

    [Fact]
    public async Task Nobody_of_another_scheme_reads_or_records_one()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await AYoungPerson().With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        (await cardiff.GetAsync($"/young-people/{person}/conditions")).Status.ShouldBe(404);
        (await cardiff.GetAsync($"/young-people/{person}/conditions/record")).Status.ShouldBe(404);
        (await (await app.SignInAsync(RoleTable.InformationOfficer, "leeds")).GetAsync($"/young-people/{person}/conditions/record")).Status.ShouldBe(404);
    }

    private static async Task<string> TopAsync(TestBrowser browser, Guid person) => (await browser.GetAsync($"/young-people/{person}")).Texts(".tg-facts").Single();
}
