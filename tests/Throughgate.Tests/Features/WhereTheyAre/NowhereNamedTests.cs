using Throughgate.Tests.Access;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.WhereTheyAre;

/// <summary>
/// Somebody whose whereabouts must not be disclosed is planted with two places that nobody else is at, by recording, by a transfer and by an import; then every page of
/// the program is opened as every role, with filters, search, history and export: no place is named (R2, R22).
/// </summary>
[Trait("requirement", "R2")]
[Trait("requirement", "R22")]
public sealed class NowhereNamedTests
{
    private static readonly string[] Places = ["Hindley", "hindley", "Wetherby", "wetherby", "Canary Row"];

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task No_page_history_filter_search_or_export_names_the_places(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new DateTimeOffset(2010, 5, 10, 9, 0, 0, TimeSpan.Zero));
        var programme = ACase("leeds").AgreedOn("2010-03-10").AllocatedTo("Priya Shah", "2010-03-02").With(AnAddress("2010-05-01"));
        var person = await AYoungPerson().Named("Mali", "Evans").Living("leeds").With(ADto("2010-03-01").HeldAt("wetherby").ExpectedOn("2010-05-19").With(programme)).SaveAsync(app);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        Guid sentence;
        await using (var db = app.Context())
        {
            sentence = db.Sentences.Single().Id;
            db.Add(new StreetAddress { RowId = db.Accommodation.Single().Id, CaseId = db.Cases.Single().Id, Text = "12 Canary Row" });
            await db.SaveAsync(
                Actor.CommandLine with { Scheme = "leeds" },
                app.Clock,
                new RowImported("sentences", "S1", new Dictionary<string, string?> { ["establishment"] = "wetherby" }, new Dictionary<string, string?> { ["establishment"] = "hindley" }) { PersonId = person }
            );
        }

        (await manager.FillAsync($"/young-people/{person}/sentences/{sentence}/transfer", [("Establishment", "hindley"), .. Day("On", "2010-05-07")])).Status.ShouldBe(302);
        var before = await manager.GetAsync($"/young-people/{person}?all=history");
        Places.Take(4).ShouldAllBe(p => before.Body.Contains(p, StringComparison.OrdinalIgnoreCase), "they are there while nothing is kept");

        await using (var db = app.Context())
        {
            db.Add(new NotDisclosed { PersonId = person, SetAt = app.Clock.GetUtcNow(), SetBy = "Sam", Reason = "A threat to her life" });
            await db.SaveChangesAsync();
        }

        var faults = new List<string>();
        foreach (var role in RoleTable.All)
        {
            var scheme = role.NeedsScheme || role.Kinds.Contains(MembershipKinds.Consortium) ? "leeds" : role.Kinds.Contains(MembershipKinds.Establishment) ? "ashfield" : null;
            var who = await app.SignInAsync(role.Code, scheme, role.NeedsScheme ? "Priya Shah" : null);
            var addresses = (await MatrixTests.PagesAsync(app)).Where(p => Gate.Of(p.Page).Admits(who.ActorOf())).Select(p => MatrixTests.Address(p.Template, person, "leeds"))
                .Concat(role.May.Contains(Permission.SeePerson)
                    ? [$"/young-people/{person}?all=history", $"/young-people/{person}/sentences/{sentence}/transfer", $"/young-people/{person}/void/sentences/{sentence}", "/release?establishment=hindley"]
                    : []);
            foreach (var address in addresses.Distinct())
            {
                var answer = await who.GetAsync(address);
                Look($"{role.Code} {address}", answer);
            }

            if (role.May.Contains(Permission.SeeReturn))
            {
                foreach (var measure in (string[])["caseload", "timely", "address-14", "take-up"])
                {
                    var figure = await who.GetAsync($"/figures/performance/{measure}?by=days&on=2010-05-10&to=2010-05-10");
                    Look($"{role.Code} {measure}", figure);
                    (await who.GetAsync($"/figures/performance/{measure}?by=days&on=2010-05-10&to=2010-05-10&split=Establishment&row=hindley")).Texts("main table").ShouldAllBe(t => !t.Contains("Mali"));
                }
            }

            if (role.May.Contains(Permission.SeeCaseload))
            {
                // A filter by the place finds nobody, and none of its choices tells that somebody is there.
                (await who.GetAsync("/young-people?where=hindley")).Texts("main table").ShouldAllBe(t => !t.Contains("Mali"));
                foreach (var list in (string[])["/young-people", "/release"])
                {
                    (await who.GetAsync(list)).Page.QuerySelectorAll("option[value=hindley], option[value=wetherby]").ShouldBeEmpty($"{role.Code} {list}");
                }

                var found = await who.SubmitAsync("/young-people", "/young-people/search", ("q", "hindley"));
                (await who.GetAsync(found.Location!)).Texts("main table").ShouldAllBe(t => !t.Contains("Mali"));
            }

            if (role.May.Contains(Permission.Export))
            {
                (await who.FillAsync("/export", ("Why", "An audit"), ("Recipient", "Nia"))).Status.ShouldBe(200);
                (await app.LogAsync()).Last(r => r.Outcome == "exported").People.ShouldNotContain(person.ToString());
            }
        }

        string.Join('\n', faults).ShouldBeEmpty();

        // What is told of a transfer stays told, without the place; and trying a place on tells nothing either.
        (await manager.GetAsync($"/young-people/{person}?all=history")).Body.ShouldContain("Transferred to (a place that is not to be disclosed)");
        (await manager.FillAsync($"/young-people/{person}/sentences/{sentence}/transfer", [("Establishment", "hindley"), .. Day("On", "2010-05-08")])).Status.ShouldBe(302, "not: she is held there already");

        void Look(string where, TestAnswer answer)
        {
            foreach (var option in answer.Page.QuerySelectorAll("option:not([selected]), select, input[type=search]").ToList())
            {
                // The list of all establishments there are says nothing of anybody; what is chosen in it would.
                if (option.LocalName == "option")
                {
                    option.Remove();
                }
            }

            var text = $"{answer.Page.Title} {answer.Page.QuerySelector("main")?.InnerHtml}";
            faults.AddRange(Places.Where(p => text.Contains(p, StringComparison.Ordinal)).Select(p => $"{where}: names {p}: …{Around(text, p)}…"));
        }

        static string Around(string text, string place) => text[Math.Max(0, text.IndexOf(place, StringComparison.Ordinal) - 80)..Math.Min(text.Length, text.IndexOf(place, StringComparison.Ordinal) + 60)].ReplaceLineEndings(" ");
    }
}

file static class Roles
{
    public static Actor ActorOf(this TestBrowser browser) => new(browser.Account.Id, "", browser.Account.Role, "leeds");
}
