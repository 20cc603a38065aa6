using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Workers;

/// <summary>Who leads, manages and mentors: a run of days each, one of each on every day.</summary>
[Trait("rule", "SCH-3")]
public sealed class AllocateWorkerTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_one_before_ends_the_day_before_and_both_stay_on_record(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase().AllocatedTo("Priya Shah", "2010-03-02"))).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", "Ann Other");
        var path = $"/young-people/{person}/workers";
        (await worker.GetAsync(path)).Texts(".govuk-warning-text").Single().ShouldContain("No case manager is named today");
        var ann = worker.Account.WorkerId!.Value.ToString();

        (await worker.FillAsync(path, [("Role", "lead_worker"), ("Worker", ann), ("Why", "Priya moves on"), .. Day("From", "2010-06-01")])).Status.ShouldBe(302);
        (await worker.FillAsync(path, [("Role", "case_manager"), ("Worker", ann), .. Day("From", "2010-06-01")])).Status.ShouldBe(302);

        var page = await worker.GetAsync(path);
        page.Texts(".govuk-warning-text").ShouldBeEmpty();
        page.Texts("main tbody tr").ShouldContain(r => r.Contains("Priya Shah", StringComparison.Ordinal) && r.Contains("31 May 2010", StringComparison.Ordinal));
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("Priya moves on");
        await using var db = app.Context();
        (await db.Allocations.CountAsync()).ShouldBe(3);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_part_twice_a_day_before_the_case_and_nobody_chosen_are_refused(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase().AllocatedTo("Priya Shah", "2010-03-02"))).SaveAsync(app);
        var priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var path = $"/young-people/{person}/workers";
        var me = priya.Account.WorkerId!.Value.ToString();
        foreach (var fields in new (string, string?)[][]
        {
            [("Role", "lead_worker"), ("Worker", me), .. Day("From", "2010-06-01")],
            [("Role", "mentor"), ("Worker", me), .. Day("From", "2010-02-01")],
            [("Role", "mentor"), ("Worker", ""), .. Day("From", "2010-06-01")],
            [("Role", "boss"), ("Worker", me), .. Day("From", "2010-06-01")],
            [("Role", "mentor"), ("Worker", Guid.CreateVersion7().ToString()), .. Day("From", "2010-06-01")],
        })
        {
            var sent = await priya.FillAsync(path, fields);
            (sent.Status, sent.Texts(".govuk-error-summary li").Count).ShouldBe((400, 1), string.Join(", ", fields));
        }

        await using var db = app.Context();
        (await db.Allocations.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_young_person_s_wish_for_another_worker_is_recorded_in_their_words()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/workers";
        (await worker.FillAsync(path, ("Role", "lead_worker"), ("Asked", "true"))).Status.ShouldBe(400);

        (await worker.FillAsync(path, ("Role", "lead_worker"), ("Asked", "true"), ("Why", "I want somebody who listens"))).Status.ShouldBe(302);

        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("I want somebody who listens");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_worker_records_their_own_leave_and_a_manager_anybody_s_and_it_is_seen_where_somebody_is_chosen(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new DateTimeOffset(2010, 6, 1, 9, 0, 0, TimeSpan.Zero));
        var person = await AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase().AllocatedTo("Priya Shah", "2010-03-02"))).SaveAsync(app);
        var ann = await app.SignInAsync(RoleTable.Worker, "leeds", "Ann Other");
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        await using var db = app.Context();
        var priya = (await db.Workers.SingleAsync(w => w.Name == "Priya Shah")).Id.ToString();
        (string, string?)[] away = [.. Day("From", "2010-06-03"), .. Day("To", "2010-06-10")];

        (await ann.FillAsync("/team", [("Worker", priya), .. away])).Status.ShouldBe(400);
        (await manager.FillAsync("/team", [("Worker", priya), ("Cover", ann.Account.WorkerId.ToString()), .. away])).Status.ShouldBe(302);
        (await ann.FillAsync("/team", [("Worker", ann.Account.WorkerId.ToString()), .. Day("From", "2010-06-20"), .. Day("To", "2010-06-19")])).Status.ShouldBe(400);
        (await manager.SendAgainAsync(await manager.GetAsync("/team"), "/team", [("Worker", priya), .. away, ("TakeBack", null)])).Status.ShouldBe(400, "twice on the same days");

        (await ann.GetAsync("/team")).Texts("main tbody tr").ShouldContain(r => r.Contains("Ann Other covers", StringComparison.Ordinal));
        (await ann.GetAsync($"/young-people/{person}/workers")).Texts("#Worker option").ShouldContain("Priya Shah: 1 open case, away until 10 June 2010");
    }
}
