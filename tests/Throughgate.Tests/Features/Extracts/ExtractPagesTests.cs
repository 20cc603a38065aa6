using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn.Keys;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Extracts;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Extracts;

/// <summary>An extract leaves only after its dry run, holds only who said yes and nothing that names them, and is on record.</summary>
[Trait("rule", "INF-6")]
public sealed class ExtractPagesTests
{
    private const string Make = "/figures/extracts/make";

    private static readonly (string, string?)[] Asks =
    [
        ("StudyName", "Lasting homes"), ("Whose", "Released"), ("First", "2010-11 1"), ("Last", "2010-11 1"),
        ("Evaluator", "Dr Ash"), ("Organisation", "Aire University"), ("Purpose", "Whether homes last"), ("Agreement", "DSA 7"),
    ];

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Only_those_who_said_yes_are_in_it_without_anything_that_names_them_and_it_stands_on_record(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(London.At(new(2010, 9, 20, 10, 0, 0)));
        var (people, cases) = await PeopleAsync(app);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        await using (var named = app.Context())
        {
            // A restricted record that the officer may open is in no extract either.
            named.Add(new RestrictionName { RestrictionId = (await named.Set<Restriction>().SingleAsync()).Id, AccountId = officer.Account.Id });
            await named.SaveChangesAsync();
        }

        (await officer.GetAsync($"/young-people/{people[15]}")).Status.ShouldBe(200);
        (await officer.GetAsync("/figures/extracts")).Texts(".tg-empty").ShouldHaveSingleItem().ShouldContain("Ask young people first");
        (await officer.FillAsync(Make, [.. Asks, ("StudyName", " ")])).Texts(".govuk-error-summary li").ShouldHaveSingleItem();
        (await officer.FillAsync(Make, [.. Asks, ("Last", "2009-10 4")])).Status.ShouldBe(400);

        var dry = await officer.FillAsync(Make, Asks);
        dry.Status.ShouldBe(200, dry.Body);
        dry.Texts("#sum").ShouldHaveSingleItem().ShouldContain("11 rows");
        Facts(dry).ShouldBe(("12", "1", "2", "1"), "restricted records and another scheme's are not counted");
        dry.Body.ShouldNotContain("Canary");
        (await officer.SendAgainAsync(dry, $"{Make}?handler=Take", ("Kind", "csv"))).Status.ShouldBe(400, "the conditions");
        await using var db = app.Context();
        (await db.Set<ExtractMade>().AnyAsync()).ShouldBeFalse();

        var (text, rows) = await TakeAsync(officer, dry);
        rows.Count.ShouldBe(11);
        string[] names = ["Canary", "1994-03", "03/1994", "SECRET-", "2010-0", "wetherby"];
        names.ShouldAllBe(n => !text.Contains(n, StringComparison.OrdinalIgnoreCase));
        people.Concat(cases).ShouldAllBe(k => !text.Contains(k.ToString("N").Substring(0, 12), StringComparison.OrdinalIgnoreCase) && !text.Contains(k.ToString(), StringComparison.OrdinalIgnoreCase));
        foreach (var cell in new[] { "Male", "White", "16 to 17", "Not given: the same for all who are alike" })
        {
            rows.Count(r => Array.IndexOf(r, cell) >= 0).ShouldBe(11, cell);
        }

        var logged = (await app.LogAsync()).Last(r => r.Outcome == "exported");
        logged.Detail.ShouldContain("Aire University");
        logged.Detail.ShouldContain("extract-leeds-2010-04-01-2010-06-30.csv");
        (await officer.GetAsync("/figures/extracts")).Texts("#made tbody tr").ShouldHaveSingleItem().ShouldContain("Aire University");

        // A study that is followed up has the same pseudonyms; another has others; and who took the yes back is gone at once.
        var study = await db.Set<Study>().AsNoTracking().SingleAsync();
        var (_, follow) = await TakeAsync(officer, await officer.FillAsync(Make, [.. Asks, ("Study", study.Id.ToString()), ("StudyName", "")]));
        follow.Select(r => r[0]).Order().ShouldBe(rows.Select(r => r[0]).Order());
        var (_, other) = await TakeAsync(officer, await officer.FillAsync(Make, [.. Asks, ("StudyName", "Another")]));
        other.Select(r => r[0]).Intersect(rows.Select(r => r[0])).ShouldBeEmpty();
        await SaysAsync(app, cases[0], ConsentAnswers.Withdrawn);
        var (_, less) = await TakeAsync(officer, await officer.FillAsync(Make, [.. Asks, ("Study", study.Id.ToString())]));
        less.Count.ShouldBe(10);
        less.Select(r => r[0]).ShouldBeSubsetOf(rows.Select(r => r[0]));

        // Its key destroyed, nothing leads on.
        var page = await officer.GetAsync("/figures/extracts");
        var form = page.Page.QuerySelectorAll("form").First(f => f.QuerySelector($"input[value='{study.Id}']") is not null);
        var fields = form.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        (await officer.PostAsync(form.GetAttribute("action")!, fields)).Status.ShouldBe(302);
        (await db.Set<Study>().AsNoTracking().SingleAsync(s => s.Id == study.Id)).Sealed.ShouldBeNull();
        (await officer.FillAsync(Make, [.. Asks, ("Study", study.Id.ToString())])).Status.ShouldBe(400);
        var cardiff = await app.SignInAsync(RoleTable.Manager, "cardiff");
        (await cardiff.GetAsync("/figures/extracts")).Body.ShouldNotContain("Aire University");
    }

    [Fact]
    public async Task It_is_for_the_manager_and_the_information_officer_alone_and_asks_for_a_fresh_proof()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        app.Clock.Set(London.At(new(2010, 9, 20, 10, 0, 0)));
        foreach (var role in new[] { RoleTable.Worker, RoleTable.BoardMember, RoleTable.CaseManager })
        {
            (await (await app.SignInAsync(role, "leeds")).GetAsync(Make)).Status.ShouldBe(404, role);
        }

        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.GetAsync("/figures")).Body.ShouldContain("/figures/extracts");
        var none = await manager.FillAsync(Make, Asks);
        none.Texts(".tg-empty").ShouldHaveSingleItem().ShouldContain("at least 5");
        (await manager.SendAgainAsync(none, $"{Make}?handler=Take", ("Accepted", "true"), ("Kind", "csv"))).Status.ShouldBe(400);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        (await manager.GetAsync(Make)).Location.ShouldStartWith("/prove");
    }

    [Fact]
    public void A_study_s_key_opens_for_that_study_alone()
    {
        var seal = new StudySeal(new EphemeralDataProtectionProvider());
        var key = Pseudonym.NewKey();
        var closed = seal.Close(Guid.CreateVersion7(), key);
        Should.Throw<CryptographicException>(() => seal.Open(Guid.CreateVersion7(), closed));
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Pseudonym.Of(key, one).ShouldBe(Pseudonym.Of(key, one));
        Pseudonym.Of(key, one).ShouldNotBe(Pseudonym.Of(key, other));
        Pseudonym.Of(key, one).ShouldNotBe(Pseudonym.Of(Pseudonym.NewKey(), one));
    }

    /// <summary>Yes, left out, not asked, no: as the dry run has them.</summary>
    private static (string Yes, string LeftOut, string NotAsked, string No) Facts(TestAnswer dry)
    {
        var facts = dry.Page.QuerySelectorAll(".govuk-summary-list__row").Select(r => (Key: r.Children[0].TextContent.Trim(), Value: r.Children[1].TextContent.Trim().Split(' ', '\n')[0])).DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Value);
        return (facts["Said yes"], facts["Left out because too few are like them"], facts["Not asked"], facts["Said no, or took the yes back"]);
    }

    private static async Task<(string Text, List<string[]> Rows)> TakeAsync(TestBrowser officer, TestAnswer dry)
    {
        dry.Status.ShouldBe(200, dry.Body);
        var taken = await officer.SendAgainAsync(dry, $"{Make}?handler=Take", ("Accepted", "true"), ("Kind", "csv"));
        taken.Status.ShouldBe(200, taken.Body);
        taken.Header("Content-Disposition").ShouldContain(".csv");
        var text = Encoding.UTF8.GetString(await taken.Response.Content.ReadAsByteArrayAsync());
        return (text, [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim().Split(',').Select(c => c.Trim('"')).ToArray())]);
    }

    private static async Task<(List<Guid> People, List<Guid> Cases)> PeopleAsync(TestApp app)
    {
        var (people, cases) = (new List<Guid>(), new List<Guid>());
        for (var i = 0; i < 17; i++)
        {
            var (scheme, reference) = (i == 16 ? "cardiff" : "leeds", $"SECRET-C{i}");
            var kase = ACase(scheme).ReferredOn("2010-02-01").AgreedOn("2010-03-01").With(AnOffer("2010-02-03")).Set(c => c.Reference = reference);
            var person = AYoungPerson().Named($"Canary{i}", "Canaryson").Referred($"SECRET-P{i}").Born("1994-03-04").Living(scheme).With(ADto("2010-01-05").HeldAt("wetherby").ReleasedOn("2010-05-10").With(kase));
            if (i == 11)
            {
                person.Set(p => (p.Gender, p.Ethnicity, p.LookedAfter) = ("female", "B1", true));
            }

            people.Add(await person.SaveAsync(app));
            cases.Add(kase.Id);
            if (i is not (12 or 13))
            {
                await SaysAsync(app, kase.Id, i == 14 ? ConsentAnswers.Refused : ConsentAnswers.Given);
            }
        }

        await using var db = app.Context();
        db.Add(new Restriction { PersonId = people[15], SetAt = app.Clock.GetUtcNow(), SetBy = "Sam", Reason = "A threat" });
        await db.SaveChangesAsync();
        return (people, cases);
    }

    private static async Task SaysAsync(TestApp app, Guid kase, string answer)
    {
        var now = app.Clock.GetUtcNow();
        var today = DateOnly.FromDateTime(London.Civil(now));
        await using var db = app.Context();
        db.Add(new ConsentTalk { CaseId = kase, Kind = ConsentTalk.Talk, HeldOn = today, At = now, ByName = "Priya", Statistics = answer, StatisticsOn = today });
        await db.SaveChangesAsync();
    }
}
