using System.Text.Json;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>What every page of a person's record relies on: R1, R3, R4, R14.</summary>
public sealed class RecordPageTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_record_shown_is_one_row_of_the_log_with_exactly_the_person_shown(Server server)
    {
        await using var app = await TestApp.StartTrialAsync(server);
        var kai = await PersonAsync(app, "leeds");
        await PersonAsync(app, "leeds");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");

        (await worker.GetAsync($"/trial/record/{kai}")).Status.ShouldBe(200);

        var row = (await app.LogAsync())[^1];
        (row.Action, row.Outcome, row.ActorId, row.Role, row.Chain).ShouldBe(
            ("GET /trial/record/{id:guid}", "shown", worker.Account.Id, "worker", "leeds")
        );
        JsonSerializer.Deserialize<Guid[]>(row.People).ShouldBe([kai]);
    }

    [Theory, MemberData(nameof(Both))]
    [Trait("requirement", "R3")]
    public async Task Not_yours_and_does_not_exist_are_the_same_answer_and_both_on_record(Server server)
    {
        await using var app = await TestApp.StartTrialAsync(server);
        var elsewhere = await PersonAsync(app, "cardiff");
        var nobody = Guid.CreateVersion7();
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var analyst = await app.SignInAsync(RoleTable.NationalAnalyst);
        var administrator = await app.SignInAsync(RoleTable.Administrator);

        foreach (var browser in new[] { worker, analyst, administrator })
        {
            var notYours = await browser.GetAsync($"/trial/record/{elsewhere}");
            var notThere = await browser.GetAsync($"/trial/record/{nobody}");
            notYours.Status.ShouldBe(404);
            notThere.Status.ShouldBe(404);
            notYours.Texts("main").ShouldBe(notThere.Texts("main"));
            notYours.Body.Length.ShouldBe(notThere.Body.Length);
            Names(notYours).ShouldBe(Names(notThere));
        }

        var refused = (await app.LogAsync()).Where(r => r.Outcome == "refused").ToList();
        refused.Count.ShouldBe(6);
        refused.ShouldAllBe(r => r.People == "[]");
        refused.Count(r => r.Detail.Contains(elsewhere.ToString(), StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task The_anonymous_are_asked_to_sign_in_and_come_back()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var kai = await PersonAsync(app, "leeds");

        var answer = await app.Browser().GetAsync($"/trial/record/{kai}");

        (answer.Status, answer.Location).ShouldBe((302, $"/sign-in?next=%2Ftrial%2Frecord%2F{kai}"));
        (await app.LogAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_home_in_the_schemes_area_makes_a_person_visible_even_when_it_is_past()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var kai = await AYoungPerson().Named("Kai", "Okafor").Living("leeds", "2009-01-01", "2009-12-31").With(ADto("2010-03-01").With(ACase("cardiff"))).SaveAsync(app);
        (await (await app.SignInAsync(RoleTable.Worker, "leeds")).GetAsync($"/trial/record/{kai}")).Status.ShouldBe(200);
        (await (await app.SignInAsync(RoleTable.Worker, "cardiff")).GetAsync($"/trial/record/{kai}")).Status.ShouldBe(200);
        (await (await app.SignInAsync(RoleTable.Worker, "lewisham")).GetAsync($"/trial/record/{kai}")).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task When_the_log_cannot_be_written_nothing_is_shown(Server server)
    {
        await using var app = await TestApp.StartTrialAsync(server);
        var kai = await PersonAsync(app, "leeds");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var before = await worker.GetAsync($"/trial/record/{kai}");
        before.Body.ShouldContain("Okafor");
        var form = before.Form();
        await RunAsync(app, "alter table access_log rename to lost");

        var shown = await worker.GetAsync($"/trial/record/{kai}");
        form["Note"] = "unlogged";
        var saved = await worker.PostAsync($"/trial/record/{kai}", form);

        (shown.Status, saved.Status).ShouldBe((503, 503));
        shown.Body.ShouldNotContain("Okafor");
        await RunAsync(app, "alter table lost rename to access_log");
        (await SavedAsync(app)).ShouldBe(0);
        (await worker.GetAsync($"/trial/record/{kai}")).Status.ShouldBe(200);
        (await ChainsAsync(app)).ShouldAllBe(c => c.Broken == null);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_change_its_event_and_its_log_row_are_one_commit(Server server)
    {
        await using var app = await TestApp.StartTrialAsync(server);
        var kai = await PersonAsync(app, "leeds");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var form = (await worker.GetAsync($"/trial/record/{kai}")).Form();

        form["Note"] = "fail";
        (await worker.PostAsync($"/trial/record/{kai}", form)).Status.ShouldBe(500);
        (await SavedAsync(app)).ShouldBe(0);

        form["Note"] = "met at the gate";
        (await worker.PostAsync($"/trial/record/{kai}", form)).Status.ShouldBe(302);

        (await SavedAsync(app)).ShouldBe(1);
        await using var db = app.Context();
        var change = db.History.Single();
        (change.Kind, change.ActorId, change.PersonId, change.Chain).ShouldBe(("account_closed", worker.Account.Id, kai, "leeds"));
        HistoryEvent.Read(change.Kind, change.Data).ShouldBeOfType<Web.Access.Accounts.AccountClosed>().Name.ShouldBe("met at the gate");
        var row = (await app.LogAsync())[^1];
        (row.Outcome, row.Seq).ShouldBe(("changed", change.Seq + 1));
        (await ChainsAsync(app)).ShouldAllBe(c => c.Broken == null);
    }

    [Theory, MemberData(nameof(Both))]
    [Trait("requirement", "R14")]
    public async Task A_form_sent_many_times_at_once_is_done_once_and_each_answer_is_the_first_ones(Server server)
    {
        await using var app = await TestApp.StartTrialAsync(server);
        var kai = await PersonAsync(app, "leeds");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var form = (await worker.GetAsync($"/trial/record/{kai}")).Form();
        form["Note"] = "twice";

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => worker.Copy().PostAsync($"/trial/record/{kai}", form)));

        answers.Select(a => a.Status).ShouldAllBe(s => s == 302);
        answers.Select(a => a.Location).Distinct().ShouldHaveSingleItem()!.ShouldContain("?saved=");
        (await SavedAsync(app)).ShouldBe(1);
    }

    [Fact]
    [Trait("requirement", "R14")]
    public async Task A_form_without_its_one_time_key_is_refused()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var kai = await PersonAsync(app, "leeds");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var form = (await worker.GetAsync($"/trial/record/{kai}")).Form();
        form.Remove("tg-once").ShouldBeTrue();
        (await worker.PostAsync($"/trial/record/{kai}", form)).Status.ShouldBe(400);
        (await SavedAsync(app)).ShouldBe(0);
    }

    [Fact]
    public async Task A_handler_may_need_more_than_its_page()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var kai = await PersonAsync(app, "leeds");
        var path = $"/trial/record/{kai}?handler=Manage";
        (await (await app.SignInAsync(RoleTable.Worker, "leeds")).GetAsync(path)).Status.ShouldBe(404);
        (await (await app.SignInAsync(RoleTable.Manager, "leeds")).GetAsync(path)).Body.ShouldBe("managed");
    }

    private static Task<Guid> PersonAsync(TestApp app, string scheme) =>
        AYoungPerson().Named("Kai", "Okafor").Living(scheme, "2009-01-01").With(ADto("2010-03-01").With(ACase(scheme))).SaveAsync(app);

    private static async Task<int> SavedAsync(TestApp app)
    {
        await using var db = app.Context();
        return db.Workers.Count();
    }

    private static async Task<List<ChainState>> ChainsAsync(TestApp app) => await ChainAudit.VerifyAsync(app.Connection).ToListAsync();

    private static async Task RunAsync(TestApp app, string sql)
    {
        await using var connection = await app.Connection.OpenAsync(forMigrations: true);
        await connection.RunAsync(sql);
    }

    private static string Names(TestAnswer answer) => string.Join(',', answer.Response.Headers.Select(h => h.Key).Order());
}
