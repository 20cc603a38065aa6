using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Plans;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Case = Throughgate.Web.Data.Rows.Case;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Plans;

/// <summary>A plan from its first words to the second version: drawn up, gated, agreed, checked, taken up again, printed.</summary>
[Trait("rule", "PLN-3")]
public sealed class PlanPagesTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_plan_is_drawn_up_and_agreed_by_both_and_the_programme_is_open(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var today = Today(app);
        var person = await AYoungPerson().Named("Kai", "Okafor").Living("leeds")
            .With(ADto(Text(today.AddDays(-20))).ExpectedOn(Text(today.AddDays(90))).With(ACase().With(AnOffer(Text(today.AddDays(-5))).InCustody(), AnAsset(Text(today.AddDays(-10)))))).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/plan";

        await WriteAsync(worker, path);
        foreach (var pathway in Pathways.All)
        {
            (await KaseAsync(app)).PlanDrawnUpOn.ShouldBeNull(pathway);
            await PathwayAsync(worker, path, pathway);
        }

        (await KaseAsync(app)).ShouldSatisfyAllConditions(c => c.PlanDrawnUpOn.ShouldBe(today), c => c.Origin.ShouldBe(Origins.Recorded));
        (await worker.FillAsync($"{path}/agree", ("By", "person"), ("Answer", "agrees"))).Status.ShouldBe(302);
        (await worker.GetAsync(path)).Texts("main").Single().ShouldContain("The programme opens on the day");
        (await worker.FillAsync($"{path}/agree", ("By", "yot"))).Status.ShouldBe(302);

        var kase = await KaseAsync(app);
        (kase.PlanAgreedByPersonOn, kase.PlanAgreedByYotOn).ShouldBe((today, today));
        var page = await worker.GetAsync(path);
        page.Texts("main").Single().ShouldSatisfyAllConditions(t => t.ShouldContain("The programme is open since"), t => t.ShouldContain("Enhanced"), t => t.ShouldContain("24 of 48"), t => t.ShouldContain("Check the quality of the plan"));
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("The programme started on");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_missing_is_listed_and_a_hand_made_post_is_refused_too(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await AYoungPerson().Living("leeds").With(AYro("2010-03-01").With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/plan";
        (await worker.FillAsync($"{path}/draw", ("OwnWords", "I want to go home"))).Status.ShouldBe(302);

        (await worker.GetAsync(path)).Texts("#missing li").Count.ShouldBe(4, "approach, hours, level and place");
        foreach (var by in new[] { "person", "yot" })
        {
            var refused = await worker.FillAsync($"{path}/agree", ("By", by), ("Answer", "agrees"));
            refused.Status.ShouldBe(400);
            refused.Texts(".govuk-error-summary").Single().ShouldContain("cannot be agreed as it is");
        }

        (await worker.FillAsync($"{path}/agree", ("By", "person"), ("Answer", "does_not_agree"))).Status.ShouldBe(400, "why?");
        (await worker.FillAsync($"{path}/agree", ("By", "person"), ("Answer", "does_not_agree"), ("Reason", "Too many meetings"))).Status.ShouldBe(302);
        (await worker.FillAsync($"{path}/draw", ("ChosenLevel", "intensive"))).Status.ShouldBe(400, "another level needs a reason");
        var kase = await KaseAsync(app);
        (kase.PlanAgreedByPersonOn, kase.PlanAgreedByYotOn).ShouldBe((null, null));
        (await worker.GetAsync(path)).Texts("main").Single().ShouldContain("Too many meetings");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_agreed_plan_is_kept_and_the_next_version_says_what_changed(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, worker) = await AgreedAsync(app);
        var path = $"/young-people/{person}/plan";
        var before = await KaseAsync(app);

        (await worker.FillAsync($"{path}/pathway?pathway=ete", ("Goal", "Plumbing"))).Status.ShouldBe(302);

        var page = await worker.GetAsync(path);
        page.Texts("h1").Single().ShouldBe("Plan, version 2");
        page.Texts("table tbody tr").Single().ShouldSatisfyAllConditions(t => t.ShouldContain("Bricklaying"), t => t.ShouldContain("Plumbing"));
        (await worker.GetAsync($"{path}?version=1")).Texts("main").Single().ShouldContain("Bricklaying");
        (await worker.GetAsync($"{path}?version=9")).Status.ShouldBe(404);
        (await KaseAsync(app)).ShouldSatisfyAllConditions(c => c.PlanAgreedByPersonOn.ShouldBe(before.PlanAgreedByPersonOn), c => c.PlanAgreedByYotOn.ShouldBe(before.PlanAgreedByYotOn));
        (await worker.FillAsync($"{path}/agree", ("By", "person"), ("Answer", "agrees"))).Status.ShouldBe(302);
        (await worker.FillAsync($"{path}/draw", ("Hours", "5"))).Status.ShouldBe(302);
        (await worker.GetAsync(path)).Texts("#agreement + dl").Single().ShouldContain("not asked yet");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Somebody_other_than_the_author_checks_it_and_two_who_write_at_once_are_told(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, worker) = await AgreedAsync(app);
        var path = $"/young-people/{person}/plan";
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var form = (await manager.GetAsync($"{path}/check")).MainForm();
        (await worker.GetAsync($"{path}/check")).Page.QuerySelector("main form").ShouldBeNull();
        var own = (await worker.GetAsync($"{path}/draw")).MainForm();
        foreach (var key in form.Keys.Where(k => k.StartsWith("Mend", StringComparison.Ordinal) || k == "Number"))
        {
            own[key] = form[key];
        }

        (await worker.PostAsync($"{path}/check", own)).Status.ShouldBe(400, "by hand, too");

        (await manager.FillAsync($"{path}/check", ("Mend[ete]", "Name a date for the college"))).Status.ShouldBe(302);

        (await worker.GetAsync(path)).Texts("main").Single().ShouldContain("Name a date for the college");
        await using (var db = app.Context())
        {
            (await db.Set<PlanCheckRow>().CountAsync()).ShouldBe(7);
        }

        var opened = await manager.GetAsync($"{path}/pathway?pathway=health");
        (await worker.FillAsync($"{path}/pathway?pathway=health", ("Goal", "Sleep"))).Status.ShouldBe(302);
        var late = await manager.SendAgainAsync(opened, $"{path}/pathway?pathway=health", ("Goal", "Run"));
        late.Status.ShouldBe(409);
        late.Texts(".govuk-error-summary tbody tr").ShouldContain(r => r.Contains("Sleep", StringComparison.Ordinal) && r.Contains("Run", StringComparison.Ordinal));
        (await manager.SendAgainAsync(late, $"{path}/pathway?pathway=health")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task An_action_is_done_without_a_new_version_and_the_page_for_the_young_person_is_plain()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, worker) = await AgreedAsync(app);
        var path = $"/young-people/{person}/plan";
        Guid action;
        await using (var db = app.Context())
        {
            action = (await db.Set<PlanActionRow>().FirstAsync(a => a.Pathway == "ete")).Id;
        }

        (await worker.FillAsync($"{path}/actions/{action}", [("Parents", "agreed"), .. Day("Done", Text(Today(app)))])).Status.ShouldBe(302);

        (await worker.GetAsync(path)).Texts("h1").Single().ShouldBe("Plan, version 1");
        var mine = await worker.GetAsync($"{path}/page");
        mine.Texts("article").Single().ShouldSatisfyAllConditions(
            t => t.ShouldContain("I said yes to this plan"), t => t.ShouldContain("School, training and work"), t => t.ShouldContain("I do this: Visit the college. Done!"));
        var pdf = await worker.GetAsync($"{path}/pdf");
        pdf.Status.ShouldBe(File.Exists("/usr/bin/chromium") ? 200 : 302);
        pdf.Body.ShouldStartWith(pdf.Status == 200 ? "%PDF" : "");
        Directory.EnumerateDirectories(Path.GetTempPath(), "throughgate-print-*").ShouldBeEmpty();
        (await app.LogAsync())[^1].Outcome.ShouldBe(pdf.Status == 200 ? "exported" : "shown");
    }

    [Fact]
    public async Task A_lead_professional_is_named_and_nothing_of_this_is_another_scheme_s()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, worker) = await AgreedAsync(app);
        var path = $"/young-people/{person}";
        (await worker.FillAsync($"{path}/lead-professional", ("Name", ""))).Status.ShouldBe(400);
        (await worker.FillAsync($"{path}/lead-professional", ("Name", "Tom Bevan, YOT"))).Status.ShouldBe(302);
        (await KaseAsync(app)).LeadProfessionalOn.ShouldBe(Today(app));
        var mine = await AYoungPerson().Living("cardiff").With(ADto("2010-03-01").With(ACase("cardiff"))).SaveAsync(app);
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        var form = (await cardiff.GetAsync($"/young-people/{mine}/plan/draw")).MainForm();
        foreach (var page in new[] { "plan", "plan/page", "plan/pdf" })
        {
            (await cardiff.GetAsync($"{path}/{page}")).Status.ShouldBe(404, page);
        }

        foreach (var page in new[] { "plan/draw", "plan/pathway", "plan/agree", "plan/check", "lead-professional" })
        {
            (await cardiff.PostAsync($"{path}/{page}", form)).Status.ShouldBe(404, page);
        }
    }

    private static async Task<(Guid Person, TestBrowser Worker)> AgreedAsync(TestApp app)
    {
        var today = Today(app);
        var person = await AYoungPerson().Named("Kai", "Okafor").Living("leeds").With(ADto(Text(today.AddDays(-20))).With(ACase().With(AnAsset(Text(today.AddDays(-10)))))).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/plan";
        await WriteAsync(worker, path);
        foreach (var pathway in Pathways.All)
        {
            await PathwayAsync(worker, path, pathway);
        }

        (await worker.FillAsync($"{path}/agree", ("By", "person"), ("Answer", "agrees"))).Status.ShouldBe(302);
        (await worker.FillAsync($"{path}/agree", ("By", "yot"))).Status.ShouldBe(302);
        return (person, worker);
    }

    private static async Task WriteAsync(TestBrowser worker, string path) =>
        (await worker.FillAsync($"{path}/draw", ("OwnWords", "I want my own place"), ("Approach", "Short talks"), ("Hours", "2.5"))).Status.ShouldBe(302);

    private static async Task PathwayAsync(TestBrowser worker, string path, string pathway)
    {
        (string, string?)[] fields = pathway == "ete"
            ?
            [
                ("Need", "No school"), ("Goal", "Bricklaying"), ("ResourceKind", "gap"), ("Actions[0].What", "Visit the college"), ("Actions[0].By", "4 5 2030"), ("Actions[0].Parents", "needed"),
            ]
            : [("NoNeed", "true")];
        var sent = await worker.FillAsync($"{path}/pathway?pathway={pathway}", fields);
        sent.Status.ShouldBe(302, sent.Body);
    }

    private static async Task<Case> KaseAsync(TestApp app)
    {
        await using var db = app.Context();
        return await db.Cases.AsNoTracking().SingleAsync(c => c.Scheme == "leeds");
    }

    private static DateOnly Today(TestApp app) => DateOnly.FromDateTime(Throughgate.Web.London.Civil(app.Clock.GetUtcNow()));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
