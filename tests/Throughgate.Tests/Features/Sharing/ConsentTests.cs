using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Sharing;

/// <summary>The talk about sharing, partly agreed, taken back, decided without; what was told (INF-2, INF-5).</summary>
[Trait("rule", "INF-2")]
[Trait("rule", "INF-5")]
[Trait("requirement", "R19")]
public sealed class ConsentTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    private static readonly (string, string?)[] Talk =
    [
        ("How", "Read together"), ("Present", "Mum"), ("Understood", "yes"), ("Competence", "capacity"), ("ParentView", "agrees"), ("OwnWords", "Housing yes, health no way"),
    ];

    [Theory, MemberData(nameof(Both))]
    public async Task A_part_is_agreed_to_and_taken_back_with_effect_at_once_and_all_of_it_stays_on_record(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, _) = await SavedAsync(app);
        var partner = await app.PartnerAsync("Aire Homes", "housing", "leeds", Categories.Plan, Categories.Health);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/sharing";

        var sent = await worker.FillAsync(path + "/talk", [.. Talk, ("About", partner.ToString()), ("Yes", $"{partner}:plan")]);
        sent.Status.ShouldBe(302, sent.Body);
        var page = await worker.GetAsync(path);
        page.Texts(".govuk-summary-card")[0].ShouldContain("The young person agreed");
        page.Texts(".govuk-summary-card")[0].ShouldContain("Your health: the young person said no");
        page.Body.ShouldContain("Housing yes, health no way");

        var back = await worker.FillAsync(path + "/withdraw", ("What", "everything"), ("OwnWords", "Stop it"));
        back.Status.ShouldBe(302, back.Body);
        page = await worker.GetAsync(path);
        page.Texts(".govuk-summary-card")[0].ShouldContain("Nothing.");
        page.Body.ShouldContain("Nothing is shared with anybody now");
        page.Texts(".govuk-summary-card")[0].ShouldContain("the young person took their consent back");
        await using var db = app.Context();
        (await db.Set<ConsentAnswerRow>().OrderBy(a => a.At).ThenBy(a => a.Category).Select(a => a.Answer).ToListAsync()).ShouldBe(["refused", "given", "withdrawn"]);
        (await worker.GetAsync(path + "/withdraw")).Body.ShouldContain("There is no consent to take back");
    }

    [Theory]
    [InlineData("Understood", "no")]
    [InlineData("Competence", "gillick")]
    [InlineData("Present", "")]
    [InlineData("OwnWords", " ")]
    [InlineData("Until-year", "2090")]
    public async Task Nothing_is_agreed_to_that_was_not_understood_or_could_not_be(string field, string value)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, _) = await SavedAsync(app);
        var partner = await app.PartnerAsync("Aire Homes");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var sent = await worker.FillAsync($"/young-people/{person}/sharing/talk", [.. Talk, ("About", partner.ToString()), ("Yes", $"{partner}:plan"), (field, value)]);
        sent.Status.ShouldBe(400);
        sent.Texts(".govuk-error-summary li").Count.ShouldBe(1);
        await using var db = app.Context();
        (await db.Set<ConsentTalk>().AnyAsync()).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_no_is_overridden_only_where_it_is_said_so_and_a_second_person_confirms_it(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, kase) = await SavedAsync(app);
        var partner = await app.PartnerAsync("Aire Homes");
        await app.SaysAsync(kase, partner, ConsentAnswers.Refused, Categories.Risk);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var path = $"/young-people/{person}/sharing";
        (string, string?)[] decision = [("Partner", partner.ToString()), ("What", "risk"), ("Basis", "safeguarding"), ("Reason", "She is not safe"), ("HowLong", "until")];

        var asked = await worker.FillAsync(path + "/decide", decision);
        asked.Status.ShouldBe(400);
        asked.Page.QuerySelector("input[name=AllTheSame]").ShouldNotBeNull();
        (await worker.SendAgainAsync(asked, path + "/decide", ("AllTheSame", "true"))).Status.ShouldBe(302);
        (await worker.GetAsync(path)).Texts(".govuk-summary-card")[0].ShouldContain("a second person has to confirm the decision");
        await using var db = app.Context();
        var row = await db.Set<SharingDecisionRow>().SingleAsync();
        var own = await worker.GetAsync(path);
        (await worker.PostAsync(path + "?handler=Confirm", own.Form().Append(new("decision", row.Id.ToString())).DistinctBy(p => p.Key))).Status.ShouldBe(404, "not by whoever decided");

        var seen = await manager.GetAsync(path);
        var form = seen.Page.QuerySelectorAll("main form").First(f => f.GetAttribute("action")?.Contains("Confirm", StringComparison.Ordinal) == true);
        var fields = form.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        (await manager.PostAsync(form.GetAttribute("action")!, fields)).Status.ShouldBe(302);
        (await manager.GetAsync(path)).Texts(".govuk-summary-card")[0].ShouldContain("Safeguarding, until");
    }

    [Fact]
    public async Task The_police_are_told_once_for_each_decision_and_the_young_person_has_the_list()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, _) = await SavedAsync(app);
        var police = await app.PartnerAsync("Aire Police", PartnerKinds.Police);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/sharing";
        (await worker.GetAsync(path + "/talk")).Body.ShouldNotContain("Aire Police");
        (string, string?)[] decision = [("Partner", police.ToString()), ("What", "release"), ("Basis", "legal_duty"), ("Reason", "The court asks")];
        (await worker.FillAsync(path + "/decide", [.. decision, ("HowLong", "until")])).Status.ShouldBe(400);
        (await worker.FillAsync(path + "/decide", decision)).Status.ShouldBe(302);
        (await worker.GetAsync(path)).Texts(".govuk-summary-card")[0].ShouldContain("Nothing.");

        await using var db = app.Context();
        var row = await db.Set<SharingDecisionRow>().SingleAsync();
        var tell = $"{path}/tell?decision={row.Id}";
        (await worker.FillAsync(tell, ("Recipient", "PC Hill"), ("Which", "health"), ("How", "spoken"), ("Why", "Asked"))).Status.ShouldBe(400, "not in the decision");
        (await worker.FillAsync(tell, ("Recipient", "PC Hill"), ("Which", "release"), ("How", "spoken"), ("Why", "Asked"))).Status.ShouldBe(302);
        (await worker.GetAsync(tell)).Status.ShouldBe(404, "used");
        var list = await worker.GetAsync(path + "/told");
        list.Texts("tbody tr").Single().ShouldContain("PC Hill");
        list.Texts("tbody tr").Single().ShouldContain("A duty in law");
    }

    [Fact]
    public async Task What_stands_on_nothing_is_not_recorded_as_told()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, kase) = await SavedAsync(app);
        var partner = await app.PartnerAsync("Aire Homes");
        await app.AgreesAsync(kase, partner, Categories.Plan);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/sharing/tell";
        (string, string?)[] told = [("Partner", partner.ToString()), ("Recipient", "Jo"), ("How", "spoken"), ("Why", "A flat")];
        (await worker.FillAsync(path, [.. told, ("Which", "health")])).Body.ShouldContain("the young person has not been asked");
        (await worker.FillAsync(path, [.. told, ("Which", "plan")])).Status.ShouldBe(302);
    }

    [Fact]
    public async Task The_explanation_says_in_plain_words_what_is_shared_with_whom()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, kase) = await SavedAsync(app);
        await app.AgreesAsync(kase, await app.PartnerAsync("Aire Homes"), Categories.Accommodation);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var page = await worker.GetAsync($"/young-people/{person}/sharing/explained");
        page.Texts("main li").ShouldContain(l => l.StartsWith("What kind of home you need. You said yes.", StringComparison.Ordinal));
        (await worker.OpenAsync($"/young-people/{person}/sharing/explained?lang=cy")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Nobody_sees_or_records_sharing_of_another_scheme_s()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, _) = await SavedAsync(app);
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        foreach (var page in new[] { "", "/talk", "/withdraw", "/decide", "/tell", "/told", "/explained" })
        {
            (await cardiff.GetAsync($"/young-people/{person}/sharing{page}")).Status.ShouldBe(404, page);
        }
    }

    internal static async Task<(Guid Person, Guid Case)> SavedAsync(TestApp app)
    {
        var kase = ACase().ReferredOn("2010-03-01");
        var person = await AYoungPerson().Named("Kai", "Ownington").Born("2005-05-05").Living("leeds").With(ADto("2010-03-01").With(kase)).SaveAsync(app);
        return (person, kase.Id);
    }
}
