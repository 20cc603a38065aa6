using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Places;

/// <summary>Places: the line works itself out from recorded needs, and a community case waits for everybody who leaves custody.</summary>
[Trait("rule", "ELG-3")]
public sealed class PlacesPageTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_community_case_takes_a_place_only_once_everybody_leaving_was_offered_one(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var today = Today(app);
        var kai = await AYoungPerson().Named("Kai", "Okafor").Living("leeds").With(ADto(Text(today.AddDays(-30))).ExpectedOn(Text(today.AddDays(40))).With(ACase())).SaveAsync(app);
        var ana = await AYoungPerson().Named("Ana", "Brook").Living("leeds").With(AYro(Text(today.AddDays(-30))).With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{ana}/place";
        var shut = await worker.GetAsync(path);
        shut.Texts("main").Single().ShouldContain("Kai Okafor");
        shut.Page.QuerySelector("main form").ShouldBeNull();

        // By hand, past the page.
        var form = (await worker.GetAsync($"/young-people/{ana}/needs")).MainForm();
        var refused = await worker.PostAsync(path, form);
        refused.Status.ShouldBe(400);
        refused.Texts(".govuk-error-summary").Single().ShouldContain("No place can be given yet");
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.FillAsync(path, ("Why", " "))).Status.ShouldBe(400);
        await using (var db = app.Context())
        {
            (await db.Set<PlaceRow>().AnyAsync()).ShouldBeFalse();
        }

        (await worker.FillAsync($"/young-people/{kai}/offers/record", ("Answer", "refused"), ("OwnWords", "Not now"))).Status.ShouldBe(302);
        (await worker.FillAsync(path)).Status.ShouldBe(302);
        await using var after = app.Context();
        (await after.Set<PlaceRow>().SingleAsync()).WhyAllTheSame.ShouldBeNull();
        (await worker.GetAsync(path)).Texts("main").Single().ShouldContain("Ana has had a place since");
    }

    [Fact]
    public async Task The_manager_decides_otherwise_with_a_reason_that_history_keeps()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var today = Today(app);
        await AYoungPerson().Living("leeds").With(ADto(Text(today.AddDays(-30))).ExpectedOn(Text(today.AddDays(40)))).SaveAsync(app); // on nobody's books
        var ana = await AYoungPerson().Living("leeds").With(AYro(Text(today.AddDays(-30))).With(ACase())).SaveAsync(app);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");

        (await manager.FillAsync($"/young-people/{ana}/place", ("Why", "The board agreed it."))).Status.ShouldBe(302);

        await using var db = app.Context();
        (await db.Set<PlaceRow>().SingleAsync()).WhyAllTheSame.ShouldBe("The board agreed it.");
        (await db.History.SingleAsync(h => h.Kind == "place_given")).Why.ShouldBe("The board agreed it.");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_line_is_worked_out_from_recorded_needs_and_a_full_scheme_has_no_place(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var today = Today(app);
        await AYoungPerson().Named("Late", "Leaver").Living("leeds").With(ADto(Text(today.AddDays(-30))).ExpectedOn(Text(today.AddDays(300))).With(ACase())).SaveAsync(app);
        var second = await AYoungPerson().Named("Second", "Leaver").Living("leeds").With(ADto(Text(today.AddDays(-20))).ExpectedOn(Text(today.AddDays(320))).With(ACase())).SaveAsync(app);
        await AYoungPerson().Named("Ana", "Brook").Living("leeds").With(AYro(Text(today.AddDays(-30))).With(ACase())).SaveAsync(app);
        await AYoungPerson().Named("Soon", "Leaver").Living("leeds").With(ADto(Text(today.AddDays(-10))).ExpectedOn(Text(today.AddDays(30))).With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");

        (await worker.FillAsync($"/young-people/{second}/needs", ("Substance", "receives"))).Status.ShouldBe(302);
        (await worker.FillAsync($"/young-people/{second}/needs", ("Substance", "mostly"))).Status.ShouldBe(400);

        var page = await worker.GetAsync("/places");
        page.Texts("tbody th").Select(t => t.Split(". ")[1].Trim()).ShouldBe(["Soon Leaver", "Second Leaver", "Late Leaver", "Ana Brook"]);
        page.Texts("tbody tr")[1].ShouldContain("Receives a specialist substance misuse intervention");
        await using (var db = app.Context())
        {
            db.Add(new SchemeFigure { Scheme = "leeds", Figure = "ELG-6.places", ValueNumber = 1, FromOn = new(2010, 1, 1), ActorName = "Sam Reid", Reason = "Agreed" });
            await db.SaveChangesAsync();
        }

        (await worker.GetAsync("/places")).Texts("main").Single().ShouldContain("0 of 1 places are taken.");
    }

    [Fact]
    public async Task Needs_changed_by_two_people_are_shown_to_the_second()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.CaseManager, "leeds"));
        var path = $"/young-people/{person}/needs";
        var opened = await second.GetAsync(path);
        (await first.FillAsync(path, ("Substance", "need"))).Status.ShouldBe(302);

        var late = await second.SendAgainAsync(opened, path, ("Substance", "none"));
        late.Status.ShouldBe(409);
        late.Body.ShouldContain("What stands there now");
        (await second.SendAgainAsync(late, path)).Status.ShouldBe(302);
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        (await cardiff.GetAsync(path)).Status.ShouldBe(404);
        (await cardiff.GetAsync($"/young-people/{person}/place")).Status.ShouldBe(404);
    }

    private static DateOnly Today(TestApp app) => DateOnly.FromDateTime(Throughgate.Web.London.Civil(app.Clock.GetUtcNow()));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
