using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.HeldHere;

/// <summary>A link worker sees the young people of the establishment, and of their cases what placing and visiting needs.</summary>
[Trait("requirement", "R1")]
public sealed class HeldHereTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_link_worker_sees_whom_the_establishment_holds_until_a_month_after_release(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new DateTimeOffset(2010, 5, 10, 9, 0, 0, TimeSpan.Zero));
        var programme = ACase("leeds").AllocatedTo("Priya Shah", "2010-03-02").With(AContact("2010-05-12 10:00").Of("custody_visit").Ended("planned"));
        var here = await AYoungPerson().Named("Mali", "Here").Living("leeds").With(ADto("2010-03-01").HeldAt("wetherby").ExpectedOn("2010-05-19").With(programme)).SaveAsync(app);
        var other = await AYoungPerson().Named("Kai", "Elsewhere").Living("leeds").With(ADto("2010-03-01").HeldAt("hindley").ExpectedOn("2010-05-19").With(ACase("leeds"))).SaveAsync(app);
        await AYoungPerson().Named("Seren", "Gone").Living("cardiff").With(ADto("2010-01-04").HeldAt("wetherby").ReleasedOn("2010-04-12").With(ACase("cardiff"))).SaveAsync(app);
        await AYoungPerson().Named("Jo", "Longgone").Living("cardiff").With(ADto("2010-01-04").HeldAt("wetherby").ReleasedOn("2010-04-09").With(ACase("cardiff"))).SaveAsync(app);
        var link = await app.SignInAsync(RoleTable.LinkWorker, "wetherby");

        var list = await link.GetAsync("/held");

        list.Body.ShouldSatisfyAllConditions(
            b => b.ShouldContain("Mali Here"), b => b.ShouldContain("Seren Gone"), b => b.ShouldNotContain("Kai Elsewhere"), b => b.ShouldNotContain("Jo Longgone"), b => b.ShouldContain("10:00"));
        (await link.GetAsync($"/held/{here}")).Body.ShouldContain("Priya Shah");
        (await link.GetAsync($"/held/{other}")).Status.ShouldBe(404);
        (await link.GetAsync($"/young-people/{here}")).Status.ShouldBe(404);
        (await link.GetAsync("/")).Location.ShouldBe("/held");
        (await app.LogAsync()).Last(r => r.Action == "GET /held").People.ShouldContain(here.ToString());
    }
}
