using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Features.Sharing;

/// <summary>Partners and agreements of a scheme: added, renewed, ended; the warning of SCH-4.</summary>
public sealed class PartnersTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_partner_is_added_agreed_with_and_its_agreement_ended_with_effect_at_once(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.FillAsync("/partners/add", ("Name", " "))).Texts(".govuk-error-summary li").Count.ShouldBe(3);
        var added = await manager.FillAsync("/partners/add", ("Name", "Aire Homes"), ("Kind", "housing"), ("Delivers", "yes"));
        added.Status.ShouldBe(302, added.Body);
        (await manager.GetAsync("/partners")).Texts("td strong").Single().ShouldContain("no agreement with it is in force");

        (await manager.FillAsync(added.Location + "/agree", ("Purpose", "Homes"), ("Protocol", "yes"))).Status.ShouldBe(400, "a protocol allows something");
        var agreed = await manager.FillAsync(added.Location + "/agree", ("Purpose", "Homes"), ("Protocol", "yes"), ("Allowed", "plan"));
        agreed.Status.ShouldBe(302, agreed.Body);

        var page = await manager.GetAsync(added.Location!);
        page.Texts(".govuk-summary-card").Single().ShouldContain("Your plan and who does what");
        page.Texts(".govuk-warning-text").ShouldBeEmpty();
        await using (var db = app.Context())
        {
            var row = await db.Set<AgreementRow>().SingleAsync();
            var ended = await manager.SendAgainAsync(page, added.Location + "?handler=End", ("agreement", row.Id.ToString()), ("Version", "1"));
            ended.Status.ShouldBe(302, ended.Body);
        }

        (await manager.GetAsync(added.Location!)).Texts(".govuk-warning-text").Single().ShouldContain("No agreement is in force");
        await using var after = app.Context();
        (await after.History.OrderBy(h => h.Seq).Select(h => h.Kind).ToListAsync()).ShouldBe(["partner_added", "agreement_made", "agreement_ended"]);
    }

    [Fact]
    public async Task A_partner_of_another_scheme_is_not_there()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var leeds = await app.SignInAsync(RoleTable.Manager, "leeds");
        var added = await leeds.FillAsync("/partners/add", ("Name", "Aire Homes"), ("Kind", "housing"), ("Delivers", "no"));
        var cardiff = await app.SignInAsync(RoleTable.Manager, "cardiff");
        (await cardiff.GetAsync(added.Location!)).Status.ShouldBe(404);
        (await cardiff.GetAsync(added.Location + "/agree")).Status.ShouldBe(404);
        (await cardiff.GetAsync("/partners")).Body.ShouldNotContain("Aire Homes");
        (await (await app.SignInAsync(RoleTable.Worker, "leeds")).GetAsync("/partners")).Status.ShouldBe(404);
    }
}
