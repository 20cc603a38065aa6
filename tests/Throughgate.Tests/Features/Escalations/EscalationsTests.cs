using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Throughgate.Domain.Rules.Escalations;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Jobs;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Escalations;

[Trait("rule", "ESC-1")]
public sealed class EscalationsTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_duty_left_overdue_climbs_is_answered_rests_climbs_on_and_ends_when_it_is_done(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        On(app, "2010-03-08"); // PLN-1 of Monday 1 March is due today
        var life = ACase();
        var person = await AYoungPerson().Named("Kai", "Okafor").Living("leeds").With(ADto("2010-03-01").With(life.Set(c => c.PlanDrawnUpOn = Day("2010-03-02")).With(AnOffer("2010-03-02")))).SaveAsync(app);
        On(app, "2010-03-11");
        await MorningAsync(app);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await RowsAsync(app)).ShouldNotContain(r => r.Rule == "PLN-1");
        (await manager.GetAsync("/escalations")).Status.ShouldBe(200);

        On(app, "2010-03-12");
        await MorningAsync(app);
        await MorningAsync(app);
        manager = await app.SignInAsync(RoleTable.Manager, "leeds"); // a session does not last until tomorrow
        var row = (await RowsAsync(app)).Where(r => r.Rule == "PLN-1").ShouldHaveSingleItem();
        (row.Rule, row.Step, row.SinceOn).ShouldBe(("PLN-1", Step.SchemeManager, Day("2010-03-11")));
        var page = await manager.GetAsync("/escalations");
        page.Page.QuerySelector($"a[href='/escalations/{row.Id}']").ShouldNotBeNull();

        (await manager.FillAsync($"/escalations/{row.Id}", ("Answer", ""))).Status.ShouldBe(400);
        (await manager.FillAsync($"/escalations/{row.Id}", [("Answer", "Priya will be named"), .. Day("RestsUntil", "2010-03-20")])).Status.ShouldBe(302);
        On(app, "2010-03-25");
        manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.FillAsync("/escalations")).Status.ShouldBe(302);
        (await RowsAsync(app)).Single(r => r.Rule == "PLN-1").Step.ShouldBe(Step.SchemeManager);
        On(app, "2010-03-29"); // three mornings were slept through
        await MorningAsync(app);
        (await RowsAsync(app)).Single(r => r.Rule == "PLN-1").Step.ShouldBe(Step.HeadOfService);

        await using (var db = app.Context())
        {
            (await db.Cases.SingleAsync()).LeadProfessionalOn = Day("2010-03-29");
            await db.SaveChangesAsync();
        }

        On(app, "2010-03-30");
        await MorningAsync(app);
        (await RowsAsync(app)).Single(r => r.Rule == "PLN-1").ShouldSatisfyAllConditions(r => r.EndedHow.ShouldBe("met"), r => r.EndedOn.ShouldBe(Day("2010-03-30")));
        manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var history = (await manager.GetAsync($"/young-people/{person}")).Texts("#history").Single();
        foreach (var told in new[] { "Escalated to the scheme manager", "Priya will be named", "Escalated to the YOT head of service", "No longer escalated" })
        {
            history.ShouldContain(told);
        }
    }

    [Fact]
    public async Task A_worker_sees_what_is_escalated_and_only_a_manager_answers_or_lets_it_climb()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        On(app, "2010-03-30");
        await AYoungPerson().Named("Kai", "Okafor").Living("leeds").With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        await MorningAsync(app);
        var row = (await RowsAsync(app))[0];
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var page = await worker.GetAsync("/escalations");
        page.Texts("main tbody th").ShouldContain("Kai Okafor");
        page.Page.QuerySelector($"a[href='/escalations/{row.Id}']").ShouldBeNull();
        (await worker.GetAsync($"/escalations/{row.Id}")).Status.ShouldBe(404);
        var token = (await worker.GetAsync("/password")).MainForm();
        (await worker.PostAsync("/escalations", token)).Status.ShouldBe(404);
        var cardiff = await app.SignInAsync(RoleTable.Manager, "cardiff");
        (await cardiff.GetAsync("/escalations")).Body.ShouldNotContain("Okafor");
        (await cardiff.GetAsync($"/escalations/{row.Id}")).Status.ShouldBe(404);
    }

    private static void On(TestApp app, string day) => app.Clock.Set(new DateTimeOffset(Day(day).ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero));

    private static async Task MorningAsync(TestApp app) => await app.Services.GetServices<IHostedService>().OfType<EveryMorning>().Single().RunAsync(CancellationToken.None);

    private static async Task<List<Escalation>> RowsAsync(TestApp app)
    {
        await using var db = app.Context();
        return await db.Set<Escalation>().AsNoTracking().OrderBy(e => e.DueOn).ToListAsync();
    }
}
