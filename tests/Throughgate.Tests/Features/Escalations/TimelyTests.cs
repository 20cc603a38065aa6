using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Escalations;

/// <summary>The report of timeliness by YOT, establishment and pathway. Today is 4 May 2010.</summary>
[Trait("rule", "ESC-2")]
public sealed class TimelyTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Open_cases_and_those_closed_in_the_year_count_by_where_they_were(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.GetAsync("/escalations/timeliness")).Body.ShouldContain("Nothing came due");
        await AYoungPerson().Living("leeds").With(ADto("2010-03-01").HeldAt("feltham").HeldAt("wetherby", "2010-03-10").With(ACase().LedFrom("2010-03-05").PlannedOn("2010-03-20"))).SaveAsync(app);
        await AYoungPerson().Named("Kai", "Closed").Living("leeds").With(
            ADto("2009-06-01").HeldAt("wetherby").EndsOn("2009-12-31").With(ACase().LedFrom("2009-06-02").PlannedOn("2009-06-05").AgreedOn("2009-06-20").ClosedOn("2009-07-15"))
        ).SaveAsync(app);

        var page = await manager.GetAsync("/escalations/timeliness");

        page.Status.ShouldBe(200, page.Body);
        page.Page.Body!.TextContent.ShouldNotContain("Kai Closed");
        var establishments = page.Texts("table")[1];
        establishments.ShouldContain("Wetherby");
        establishments.ShouldContain("Feltham");
        page.Texts("table")[2].ShouldContain("Case management and transitions");
        (await (await app.SignInAsync(RoleTable.InformationOfficer, "leeds")).GetAsync("/escalations/timeliness")).Status.ShouldBe(404);
    }
}
