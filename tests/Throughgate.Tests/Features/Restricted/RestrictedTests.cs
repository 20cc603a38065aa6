using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Tests.Build.Lives;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Restricted;

/// <summary>A record that only those named may see, and the glass that can be broken for an hour.</summary>
public sealed class RestrictedTests
{
    private const string Why = "Her uncle works in the team next door";

    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both)), Trait("requirement", "R26")]
    public async Task To_whoever_is_not_named_a_restricted_record_does_not_exist(Server server)
    {
        await using var of = await Team.StartAsync(server);
        foreach (var page in Team.Lists)
        {
            (await of.Other.GetAsync(page)).Body.ShouldContain("Restricton", customMessage: page);
        }

        (await of.RestrictAsync(of.Manager, of.Named)).Status.ShouldBe(302);

        (await of.Named.GetAsync(of.Page)).Body.ShouldContain("Only colleagues who are named");
        var gone = await of.Other.GetAsync(of.Page);
        var nobody = await of.Other.GetAsync($"/young-people/{Guid.CreateVersion7()}");
        (gone.Status, gone.Body.Length).ShouldBe((404, nobody.Body.Length));
        foreach (var page in Team.Lists)
        {
            (await of.Other.GetAsync(page)).Body.ShouldNotContain("Restricton", customMessage: page);
            (await of.Named.GetAsync(page)).Body.ShouldContain("Restricton", customMessage: page);
        }

        (await of.FindAsync(of.Other)).ShouldNotContain("Restricton");
        (await of.FindAsync(of.Named)).ShouldContain("Restricton");
        (await of.PeopleInExportAsync(of.Officer)).ShouldNotContain(of.Person.ToString());
        (await of.PeopleInExportAsync(of.Manager)).ShouldContain(of.Person.ToString());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_restriction_names_a_manager_and_says_why_and_is_lifted_again(Server server)
    {
        await using var of = await Team.StartAsync(server);
        var form = (await of.Manager.GetAsync($"{of.Page}/who-may-see")).MainForm().Where(f => f.Key != "Named");
        var empty = await of.Manager.PostAsync($"{of.Page}/who-may-see", form);
        empty.Status.ShouldBe(400);
        empty.Texts(".govuk-error-summary li").ShouldBe(["Name at least one colleague, or nobody could open the record", "Say why, in at most 2,000 characters"], ignoreOrder: true);
        var alone = await of.Manager.FillAsync($"{of.Page}/who-may-see", ("Named", of.Named.Account.Id.ToString()), ("Reason", Why));
        alone.Texts(".govuk-error-summary li").ShouldBe(["Name at least one scheme manager, who can lift the restriction again"]);
        (await of.RestrictAsync(of.Manager, of.Named)).Status.ShouldBe(302);
        (await of.Other.GetAsync($"{of.Page}/who-may-see")).Status.ShouldBe(404);

        var page = await of.Manager.GetAsync($"{of.Page}/who-may-see");
        (await of.Manager.PostAsync($"{of.Page}/who-may-see?handler=Lift", page.Form($"{of.Page}/who-may-see?handler=Lift"))).Status.ShouldBe(302);

        (await of.Other.GetAsync(of.Page)).Body.ShouldContain("The restriction of the record was lifted");
    }

    [Theory, MemberData(nameof(Both)), Trait("requirement", "R27")]
    public async Task The_glass_opens_a_record_for_an_hour_and_a_manager_hears_of_it_at_once(Server server)
    {
        await using var of = await Team.StartAsync(server);
        await of.RestrictAsync(of.Manager, of.Named);

        (await of.Other.FillAsync("/break-glass", ("Reference", of.Reference), ("Reason", "short"))).Status.ShouldBe(400);
        (await of.Other.GetAsync(of.Page)).Status.ShouldBe(404);
        var opened = await of.Other.FillAsync("/break-glass", ("Reference", of.Reference), ("Reason", "She stands at the gate and nobody is there"));

        (opened.Status, opened.Location).ShouldBe((302, of.Page));
        (await of.Other.GetAsync(of.Page)).Status.ShouldBe(200);
        (await of.Other.GetAsync("/young-people")).Body.ShouldContain("Restricton");
        (await of.Manager.GetAsync("/today")).Body.ShouldContain("1 record was opened in an emergency and not reviewed");
        var review = await of.Manager.GetAsync("/glass");
        review.Body.ShouldContain("She stands at the gate");
        (await of.App.LogAsync()).Count(r => r.Outcome == "glass_broken" && r.People.Contains(of.Person.ToString())).ShouldBe(1);
        of.App.Clock.Advance(GlassBroken.Lasts);
        var later = await of.App.SignInAsync(of.Other);
        (await later.GetAsync(of.Page)).Status.ShouldBe(404);

        var manager = await of.App.SignInAsync(of.Manager);
        (await manager.FillAsync("/glass", ("Finding", ""))).Status.ShouldBe(400);
        (await manager.FillAsync("/glass", ("Finding", "Right to do so"))).Status.ShouldBe(302);
        (await manager.GetAsync("/today")).Body.ShouldNotContain("opened in an emergency and not");
        (await manager.GetAsync("/glass")).Body.ShouldContain("Right to do so");
    }

    [Fact, Trait("requirement", "R27")]
    public async Task A_review_that_nobody_made_in_five_days_is_late_and_nobody_reviews_themselves()
    {
        await using var of = await Team.StartAsync(Server.Sqlite);
        await of.RestrictAsync(of.Manager, of.Named);
        var second = await of.App.SignInAsync(RoleTable.Manager, "leeds");
        (await second.FillAsync("/break-glass", [("Name", "Mali  restricton"), .. Day("Born", "1994-06-01"), ("Reason", "She stands at the gate and nobody is there")])).Status.ShouldBe(302);
        (await second.GetAsync("/glass")).Body.ShouldContain("another manager reviews it");
        of.App.Clock.Advance(TimeSpan.FromDays(6));
        (await (await of.App.SignInAsync(of.Manager)).GetAsync("/glass")).Body.ShouldContain("Was due by");
        (await (await of.App.SignInAsync(second)).GetAsync("/glass")).Body.ShouldNotContain("Mali Restricton");
    }

    [Fact, Trait("requirement", "R12")]
    public async Task Tries_that_find_nothing_are_on_record_and_few()
    {
        await using var of = await Team.StartAsync(Server.Sqlite);
        for (var i = 0; i < BreakGlass.MostTries; i++)
        {
            (await of.Other.FillAsync("/break-glass", ("Reference", $"GUESS{i}"), ("Reason", "She stands at the gate and nobody is there"))).Body.ShouldContain("No record has exactly this reference");
        }

        (await of.Other.FillAsync("/break-glass", ("Reference", of.Reference), ("Reason", "She stands at the gate and nobody is there"))).Status.ShouldBe(429);
        await using var db = of.App.Context();
        (await db.History.CountAsync(h => h.Kind == "glass_tried")).ShouldBe(BreakGlass.MostTries);
        (await of.App.LogAsync()).Count(r => r.Outcome == "glass_found_nothing").ShouldBe(BreakGlass.MostTries);
    }

    private sealed class Team : IAsyncDisposable
    {
        public static readonly string[] Lists = ["/young-people", "/release", "/diary?who=team", "/contacts/choose?for=record", "/today"];

        public required TestApp App { get; init; }
        public required Guid Person { get; init; }
        public required string Reference { get; init; }
        public required TestBrowser Manager { get; init; }
        public required TestBrowser Named { get; init; }
        public required TestBrowser Other { get; init; }
        public required TestBrowser Officer { get; init; }

        public string Page => $"/young-people/{Person}";

        public static async Task<Team> StartAsync(Server server)
        {
            var app = await TestApp.StartAsync(server);
            app.Clock.Set(new DateTimeOffset(2010, 5, 10, 9, 0, 0, TimeSpan.Zero));
            var programme = ACase("leeds").AgreedOn("2010-03-10").AllocatedTo("Priya Shah", "2010-03-02").With(AContact("2010-05-12 10:00").Ended("planned"));
            var person = await AYoungPerson().Named("Mali", "Restricton").Born("1994-06-01").Living("leeds").With(ADto("2010-03-01").HeldAt("wetherby").ExpectedOn("2010-05-19").With(programme)).SaveAsync(app);
            await using var db = app.Context();
            return new()
            {
                App = app,
                Person = person,
                Reference = await db.People.Where(p => p.Id == person).Select(p => p.Reference).SingleAsync(),
                Manager = await app.SignInAsync(RoleTable.Manager, "leeds"),
                Named = await app.SignInAsync(RoleTable.CaseManager, "leeds", "Priya Shah"),
                Other = await app.SignInAsync(RoleTable.Worker, "leeds"),
                Officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds"),
            };
        }

        public async Task<TestAnswer> RestrictAsync(TestBrowser manager, TestBrowser named)
        {
            var page = await manager.GetAsync($"{Page}/who-may-see");
            var form = page.MainForm().Where(f => f.Key != "Named").Select(f => KeyValuePair.Create(f.Key, f.Key == "Reason" ? Why : f.Value));
            return await manager.PostAsync($"{Page}/who-may-see", [.. form, KeyValuePair.Create("Named", manager.Account.Id.ToString()), KeyValuePair.Create("Named", named.Account.Id.ToString())]);
        }

        public async Task<string> FindAsync(TestBrowser who)
        {
            var found = await who.SubmitAsync("/young-people", "/young-people/search", ("q", "restricton"));
            return string.Join(' ', (await who.GetAsync(found.Location!)).Texts("main table"));
        }

        public async Task<string> PeopleInExportAsync(TestBrowser who)
        {
            (await who.FillAsync("/export", ("Why", "An audit"), ("Recipient", "Nia"))).Status.ShouldBe(200);
            return (await App.LogAsync()).Last(r => r.Outcome == "exported" && r.ActorId == who.Account.Id).People;
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
