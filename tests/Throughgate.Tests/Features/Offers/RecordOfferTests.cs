using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Offers;

/// <summary>Offers of support: recorded with the young person's own words, corrected, and what comes next said at once.</summary>
[Trait("rule", "OFR-2")]
public sealed class RecordOfferTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_refusal_keeps_their_words_and_says_at_once_when_to_offer_again_and_why(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var today = Today(app);
        var person = await AYoungPerson().Living("leeds").With(ADto(Text(today.AddDays(-7))).ExpectedOn(Text(today.AddDays(90))).With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");

        var sent = await worker.FillAsync($"/young-people/{person}/offers/record", ("Answer", "refused"), ("OwnWords", "I don't need nobody."));

        (sent.Status, sent.Location).ShouldBe((302, $"/young-people/{person}/offers#next"), sent.Body);
        await using var db = app.Context();
        (await db.Offers.SingleAsync()).ShouldSatisfyAllConditions(
            o => o.OfferedOn.ShouldBe(today), o => o.Setting.ShouldBe("custody"), o => o.Answer.ShouldBe("refused"), o => o.Origin.ShouldBe(Origins.Recorded));
        (await db.Set<OfferSaid>().SingleAsync()).ShouldSatisfyAllConditions(s => s.Way.ShouldBe("visit"), s => s.OwnWords.ShouldBe("I don't need nobody."));
        var page = await worker.GetAsync($"/young-people/{person}/offers");
        page.Texts("main").Single().ShouldSatisfyAllConditions(
            t => t.ShouldContain("Offered, not taken up"),
            t => t.ShouldContain("“I don't need nobody.”"),
            t => t.ShouldContain("Offer support again before release"),
            t => t.ShouldContain($"{today.AddDays(62).Day} {today.AddDays(62):MMMM yyyy}"),
            t => t.ShouldContain("at least 28 days before the expected release"),
            t => t.ShouldContain("working with parents or carers first"));
        page.Page.QuerySelector("a[href$='contacts/record?kind=family']").ShouldNotBeNull();
        var family = await worker.GetAsync($"/young-people/{person}/contacts/record?kind=family");
        family.MainForm()["Kind"].ShouldBe("family");
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("In their words: “I don't need nobody.”");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refusal_without_a_word_a_second_offer_of_a_day_and_a_day_to_come_are_refused(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase().With(AnOffer("2010-03-10").InCustody().Undecided()))).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/offers/record";

        var silent = await worker.FillAsync(path, [("Answer", "refused"), ("OwnWords", "  "), .. Day("On", "2010-03-20")]);
        var twice = await worker.FillAsync(path, [("Answer", "accepted"), .. Day("On", "2010-03-10")]);
        var early = await worker.FillAsync(path, [("Answer", "accepted"), .. Day("On", "2090-03-10")]);
        var empty = await worker.FillAsync(path, [("Answer", null), ("Way", ""), ("Setting", "moon"), .. Day("On", "2010-03-20")]);

        (silent.Status, twice.Status, early.Status, empty.Status).ShouldBe((400, 400, 400, 400));
        silent.Page.QuerySelector("#OwnWords-error").ShouldNotBeNull();
        twice.Texts(".govuk-error-summary").Single().ShouldContain("An offer on this day is recorded already");
        early.Texts(".govuk-error-summary").Single().ShouldContain("This day is still to come");
        empty.Texts(".govuk-error-summary li").Count.ShouldBe(3);
        await using var db = app.Context();
        (await db.Offers.CountAsync()).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_imported_offer_is_corrected_and_two_people_who_do_see_both_versions(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase().With(AnOffer("2010-03-10").InCustody()))).SaveAsync(app);
        Guid offer;
        await using (var db = app.Context())
        {
            offer = (await db.Offers.SingleAsync()).Id;
        }

        var path = $"/young-people/{person}/offers/record/{offer}";
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.CaseManager, "leeds"));
        var opened = await second.GetAsync(path);
        (await first.FillAsync(path, ("Way", "visit"), ("Answer", "undecided"))).Status.ShouldBe(302);

        var late = await second.SendAgainAsync(opened, path, ("Way", "phone"));
        late.Status.ShouldBe(409);
        late.Texts(".govuk-error-summary tbody tr").ShouldContain(r => r.Contains("Undecided", StringComparison.Ordinal) && r.Contains("Accepted", StringComparison.Ordinal));

        (await second.SendAgainAsync(late, path)).Status.ShouldBe(302);
        await using var after = app.Context();
        (await after.Offers.SingleAsync()).ShouldSatisfyAllConditions(o => o.Answer.ShouldBe("accepted"), o => o.Version.ShouldBe(3));
        (await after.Set<OfferSaid>().SingleAsync()).Way.ShouldBe("phone");
        (await second.FillAsync($"/young-people/{person}/void/offers/{offer}", ("Reason", "Another boy"))).Status.ShouldBe(302);
        (await second.GetAsync($"/young-people/{person}/offers")).Texts("main").Single().ShouldContain("has not been offered support yet");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_import_a_day_s_offers_and_the_same_import_again_lose_nothing(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        await database.ImportAsync(bundle);
        await using var app = TestApp.On(database);
        Guid person;
        await using (var db = app.Context())
        {
            person = (await db.Cases.SingleAsync(c => c.Reference == "C1")).PersonId;
        }

        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.FillAsync($"/young-people/{person}/offers/record", ("Answer", "refused"), ("OwnWords", "Not today"))).Status.ShouldBe(302);
        await database.ImportAsync(bundle);

        await using var after = app.Context();
        (await after.Offers.CountAsync()).ShouldBe(4);
        (await after.Set<OfferSaid>().SingleAsync()).OwnWords.ShouldBe("Not today");
        (await worker.GetAsync($"/young-people/{person}/offers")).Texts("main").Single().ShouldContain("“Not today”");
    }

    [Fact]
    public async Task Offers_of_another_scheme_are_nobody_s_here()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var theirs = await AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase().With(AnOffer("2010-03-10")))).SaveAsync(app);
        var mine = await AYoungPerson().Living("cardiff").With(ADto("2010-03-01").With(ACase("cardiff"))).SaveAsync(app);
        Guid offer;
        await using (var db = app.Context())
        {
            offer = (await db.Offers.SingleAsync()).Id;
        }

        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        var form = (await cardiff.GetAsync($"/young-people/{mine}/offers/record")).MainForm();
        foreach (var path in new[] { $"/young-people/{theirs}/offers/record", $"/young-people/{theirs}/offers/record/{offer}", $"/young-people/{mine}/offers/record/{offer}" })
        {
            (await cardiff.GetAsync(path)).Status.ShouldBe(404, path);
            (await cardiff.PostAsync(path, form)).Status.ShouldBe(404, path);
        }

        (await cardiff.GetAsync($"/young-people/{theirs}/offers")).Status.ShouldBe(404);
    }

    private static DateOnly Today(TestApp app) => DateOnly.FromDateTime(Throughgate.Web.London.Civil(app.Clock.GetUtcNow()));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
