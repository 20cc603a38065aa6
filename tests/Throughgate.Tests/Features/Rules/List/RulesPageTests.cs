using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Features.Rules.List;

public sealed class RulesPageTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Every_rule_stands_there_once_with_the_figure_of_the_readers_scheme(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        await using (var db = app.Context())
        {
            db.SchemeFigures.Add(
                new SchemeFigure
                {
                    Scheme = "leeds",
                    Figure = "REL-3.days",
                    ValueNumber = 28,
                    FromOn = new DateOnly(2010, 4, 1),
                    SetAt = app.Clock.GetUtcNow(),
                    ActorName = "Sam Okoro",
                    Reason = "as the consortium agreed",
                }
            );
            await db.SaveChangesAsync();
        }

        var leeds = await (await app.SignInAsync(RoleTable.Worker, "leeds")).GetAsync("/rules");
        leeds.Page.QuerySelectorAll(".tg-rule").Select(r => r.Id).ShouldBe(Register.All.Select(r => r.Rule));
        var address = leeds.Texts("#REL-3").Single();
        address.ShouldContain("at least 28 days before release");
        address.ShouldContain("Set by Sam Okoro from 1 April 2010: as the consortium agreed");

        (await (await app.SignInAsync(RoleTable.Worker, "cardiff")).GetAsync("/rules")).Texts("#REL-3").Single().ShouldContain("at least 14 days");
        (await (await app.SignInAsync(RoleTable.NationalAnalyst)).GetAsync("/rules")).Texts("#REL-3").Single().ShouldContain("at least 14 days");
        (await app.Browser().GetAsync("/rules")).Status.ShouldBe(302);
    }
}
