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
}
