using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Concerns;

/// <summary>A concern reaches the case manager at once, stays open until answered, and is answered by nobody else.</summary>
[Trait("rule", "RSK-1")]
public sealed class ConcernsTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Raised_by_a_worker_first_on_the_case_manager_s_Today_acknowledged_answered_and_closed(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 5, 6, 9, 0, 0, TimeSpan.Zero));
        var (person, path) = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var tom = await app.SignInAsync(RoleTable.CaseManager, "leeds", "Tom Bevan");
        (await worker.FillAsync(path, ("Text", " "))).Texts(".govuk-error-summary li").Count.ShouldBe(2);

        (await worker.FillAsync(path, ("Text", "A man waits for him at the gate."), ("Safeguarding", "yes"))).Status.ShouldBe(302);

        var today = await tom.GetAsync("/today");
        today.Texts("section h2")[0].ShouldBe("1 concern is open");
        today.Texts("section .tg-row")[0].ShouldContain("Safeguarding concern raised by Resettlement worker of leeds");
        today.Body.ShouldContain("Acknowledge the concern that was raised");
        var open = await tom.GetAsync(path);
        var acknowledged = await tom.PostAsync(path + "?handler=Acknowledge", Press(open));
        acknowledged.Status.ShouldBe(302, acknowledged.Body);
        (await tom.PostAsync(path + "?handler=Acknowledge", Press(open))).Status.ShouldBe(409);
        (await tom.PostAsync(path + "?handler=Close", Press(await tom.GetAsync(path)))).Status.ShouldBe(400);
        (await tom.PostAsync(path + "?handler=Answer", Press(await tom.GetAsync(path), ("answer", "I rang the police and his mother."))) ).Status.ShouldBe(302);
        (await tom.PostAsync(path + "?handler=Close", Press(await tom.GetAsync(path)))).Status.ShouldBe(302);

        await using var db = app.Context();
        (await db.Set<Concern>().SingleAsync()).ShouldSatisfyAllConditions(c => c.Answer.ShouldBe("I rang the police and his mother."), c => c.ClosedAt.ShouldNotBeNull(), c => c.AcknowledgedBy.ShouldBe("YOT case manager of leeds"));
        (await db.History.Where(h => h.PersonId == person).OrderBy(h => h.Seq).Select(h => h.Kind).ToListAsync()).ShouldBe(["concern_raised", "concern_taken_on", "concern_answered", "concern_closed"]);
        (await tom.GetAsync("/today")).Body.ShouldNotContain("1 concern is open");
    }

    [Fact]
    public async Task Nobody_else_answers_by_page_or_by_a_request_made_by_hand()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (_, path) = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        (await worker.FillAsync(path, ("Text", "He says he cannot go on."), ("Safeguarding", "no"))).Status.ShouldBe(302);
        var theirs = Press(await (await app.SignInAsync(RoleTable.Manager, "leeds")).GetAsync(path));

        foreach (var other in new[] { worker, await app.SignInAsync(RoleTable.CaseManager, "leeds", "Another Manager") })
        {
            var page = await other.GetAsync(path);
            page.Page.QuerySelectorAll("form[action*=Acknowledge]").Length.ShouldBe(0);
            page.Body.ShouldContain("Risk stays with the case manager");
            foreach (var handler in new[] { "Acknowledge", "Answer", "Close" })
            {
                var form = new Dictionary<string, string>(theirs) { ["__RequestVerificationToken"] = page.MainForm()["__RequestVerificationToken"], ["answer"] = "x", ["tg-once"] = Guid.CreateVersion7().ToString("N") };
                (await other.PostAsync($"{path}?handler={handler}", form)).Status.ShouldBe(400, handler);
            }
        }

        var cardiff = await app.SignInAsync(RoleTable.Manager, "cardiff");
        (await cardiff.GetAsync(path)).Status.ShouldBe(404);
        await using var db = app.Context();
        (await db.Set<Concern>().SingleAsync()).Version.ShouldBe(1);
    }

    private static Dictionary<string, string> Press(TestAnswer page, params (string Field, string Value)[] more)
    {
        var form = page.Page.QuerySelector(".govuk-summary-card form")!.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var (field, value) in more)
        {
            form[field] = value;
        }

        form["tg-once"] = Guid.CreateVersion7().ToString("N");
        return form;
    }

    private static async Task<(Guid Person, string Path)> SavedAsync(TestApp app)
    {
        var person = await AYoungPerson().With(ADto("2010-03-01").With(ACase().AllocatedTo("Priya Shah", "2010-03-01").AllocatedTo("Tom Bevan", "2010-03-01", "case_manager"))).SaveAsync(app);
        return (person, $"/young-people/{person}/concerns");
    }
}
