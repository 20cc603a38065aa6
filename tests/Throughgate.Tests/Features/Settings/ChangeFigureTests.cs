using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Settings;

/// <summary>A scheme manager sees every figure with its source and changes one from a day on, with a reason.</summary>
public sealed class ChangeFigureTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Fact]
    public async Task Every_figure_stands_once_with_its_rule_and_where_it_comes_from()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");

        var page = await manager.GetAsync("/settings");

        page.Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(Register.Figures.Count);
        page.Page.QuerySelectorAll("main tbody a[href^='/settings/']").Select(a => a.GetAttribute("href")!["/settings/".Length..]).ShouldBe(Register.Figures.Select(f => f.Key), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_figure_changed_today_moves_the_duties_of_sentences_from_today_on_and_no_others(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new DateTimeOffset(2010, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var before = await AYoungPerson().Living("leeds").With(ADto("2010-05-03").With(ACase())).SaveAsync(app);
        var after = await AYoungPerson().Living("leeds").With(ADto("2010-05-04").With(ACase())).SaveAsync(app);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");

        (await manager.FillAsync("/settings/OFR-1.working-days", ("Value", "3"), ("Reason", "The board wants it sooner."))).Status.ShouldBe(302);

        (await manager.GetAsync($"/young-people/{before}")).Texts("#OFR-1 ~ .tg-duty__day").Single().ShouldBe("in 13 days");
        var moved = await manager.GetAsync($"/young-people/{after}");
        moved.Texts("#OFR-1 ~ .tg-duty__day").Single().ShouldContain("7 May");
        moved.Body.ShouldContain("The board wants it sooner.");
        await using var db = app.Context();
        (await db.History.SingleAsync()).ShouldSatisfyAllConditions(h => h.Kind.ShouldBe("figure_changed"), h => h.Why.ShouldBe("The board wants it sooner."));
    }

    [Fact]
    public async Task A_figure_out_of_bounds_a_day_gone_by_and_no_reason_are_each_said_and_nothing_is_saved()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");

        var sent = await manager.FillAsync("/settings/OFR-1.working-days", [("Value", "-1"), ("Reason", ""), .. Day("From", "2010-01-01")]);

        (sent.Status, sent.Texts(".govuk-error-summary li").Count).ShouldBe((400, 3));
        await using var db = app.Context();
        (await db.SchemeFigures.AnyAsync()).ShouldBeFalse();
        (await manager.GetAsync("/settings/NO-1.such")).Status.ShouldBe(404);
        (await (await app.SignInAsync(RoleTable.Worker, "leeds")).GetAsync("/settings")).Status.ShouldBe(404);
    }
}
