using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Accommodation;

/// <summary>An address is added, confirmed and told: REL-3 and REL-5 follow, REL-4 warns, and the street stands apart.</summary>
[Trait("rule", "REL-3")]
public sealed class RecordAddressTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_address_confirmed_ends_the_duty_and_its_street_is_shown_to_who_asks(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync($"/young-people/{person}")).Page.QuerySelector("#done #REL-3, #done [id^='REL-3']").ShouldBeNull();
        var today = Today();

        var sent = await worker.FillAsync(
            $"/young-people/{person}/accommodation/record",
            [("Type", "parents"), ("Suitable", "yes"), ("Street", "7 Gate Lane"), .. Day("ConfirmedOn", today), .. Day("ToldOn", today)]
        );

        (sent.Status, sent.Location).ShouldBe((302, $"/young-people/{person}#accommodation"), sent.Body);
        await using var db = app.Context();
        var spell = await db.Accommodation.SingleAsync();
        (spell.Type, spell.Suitable, spell.Origin, spell.FromOn).ShouldBe(("parents", true, Origins.Recorded, DateOnly.Parse(Today(60), System.Globalization.CultureInfo.InvariantCulture)));
        var page = await worker.GetAsync($"/young-people/{person}");
        page.Page.QuerySelector("#done [id^='REL-3']").ShouldNotBeNull();
        page.Body.ShouldNotContain("Gate Lane");
        (await db.History.SingleAsync(h => h.PersonId == person)).ShouldSatisfyAllConditions(h => h.Kind.ShouldBe("address_recorded"), h => h.Data.ShouldNotContain("Gate Lane"));
        (await worker.GetAsync($"/young-people/{person}/accommodation/record/{spell.Id}")).Body.ShouldNotContain("Gate Lane");
        (await worker.GetAsync($"/young-people/{person}/accommodation/{spell.Id}/street")).Body.ShouldNotContain("Gate Lane");
        (await worker.FillAsync($"/young-people/{person}/accommodation/{spell.Id}/street", ("Reason", "no"))).Status.ShouldBe(400);
        (await worker.FillAsync($"/young-people/{person}/accommodation/{spell.Id}/street", ("Reason", "I visit them there"))).Body.ShouldContain("7 Gate Lane");
        (await app.LogAsync())[^1].ShouldSatisfyAllConditions(r => r.People.ShouldContain(person.ToString()), r => r.Detail.ShouldContain(spell.Id.ToString()));
        (await (await app.SignInAsync(RoleTable.InformationOfficer, "leeds")).GetAsync($"/young-people/{person}/accommodation/{spell.Id}/street")).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(Both))]
    [Trait("rule", "REL-4")]
    public async Task A_place_for_assessment_is_warned_of_and_never_stopped(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");

        (await worker.FillAsync($"/young-people/{person}/accommodation/record", [("Type", "bed_and_breakfast"), ("Suitable", "yes"), .. Day("ConfirmedOn", Today())])).Status.ShouldBe(302);

        var page = await worker.GetAsync($"/young-people/{person}");
        page.Texts("#accommodation").Single().ShouldContain("Never counts as an address for release");
        page.Page.QuerySelector("#done [id^='REL-3']").ShouldBeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_cannot_be_is_said_in_its_field_and_nothing_typed_is_lost(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/accommodation/record";

        (await worker.FillAsync(path, [("Type", ""), ("Suitable", null), .. Day("From", "2010-02-30")])).Texts(".govuk-error-summary li").Count.ShouldBe(3);
        var sent = await worker.FillAsync(path, [("Type", "parents"), .. Day("From", "2010-05-04"), .. Day("To", "2010-05-03"), .. Day("ConfirmedOn", "2090-01-01"), .. Day("ToldOn", "2090-01-01"), ("Street", "Keep me")]);

        sent.Status.ShouldBe(400);
        sent.Texts(".govuk-error-summary li").Count.ShouldBe(3);
        sent.MainForm()["Street"].ShouldBe("Keep me");
        await using var db = app.Context();
        (await db.Accommodation.AnyAsync()).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_people_who_correct_the_same_address_see_both_versions(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app, AnAddress("2010-09-20", "hostel"));
        var spell = await OneAsync(app);
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        var path = $"/young-people/{person}/accommodation/record/{spell}";
        var opened = await second.GetAsync(path);
        (await first.FillAsync(path, [("Suitable", "no")])).Status.ShouldBe(302);

        var late = await second.SendAgainAsync(opened, path, [.. Day("ConfirmedOn", "2010-08-01")]);

        late.Status.ShouldBe(409);
        late.Texts(".govuk-error-summary tbody tr").Count.ShouldBe(2);
        (await second.SendAgainAsync(late, path)).Status.ShouldBe(302);
        await using var db = app.Context();
        (await db.Accommodation.SingleAsync()).ShouldSatisfyAllConditions(a => a.Suitable.ShouldBe(true), a => a.ConfirmedOn.ShouldBe(new(2010, 8, 1)), a => a.Version.ShouldBe(3));
    }

    [Fact]
    public async Task A_street_address_is_changed_kept_and_taken_away()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await SavedAsync(app, AnAddress("2010-09-20", "hostel"));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var spell = await OneAsync(app);
        var (form, street) = ($"/young-people/{person}/accommodation/record/{spell}", $"/young-people/{person}/accommodation/{spell}/street");
        (await worker.FillAsync(street, ("Reason", "I visit them there"))).Body.ShouldContain("No street address is recorded");
        (await worker.FillAsync(form, ("Street", "1 First Row"))).Status.ShouldBe(302);
        (await worker.FillAsync(form, ("Suitable", "no"))).Status.ShouldBe(302);
        (await worker.FillAsync(street, ("Reason", "I visit them there"))).Body.ShouldContain("1 First Row");
        (await worker.FillAsync(form, ("Street", "2 Second Row"))).Status.ShouldBe(302);
        (await worker.FillAsync(street, ("Reason", "I visit them there"))).Body.ShouldContain("2 Second Row");
        (await worker.FillAsync(form, ("NoStreet", "true"))).Status.ShouldBe(302);
        (await worker.FillAsync(street, ("Reason", "I visit them there"))).Body.ShouldContain("No street address is recorded");
    }

    [Fact]
    public async Task Nobody_records_or_reads_an_address_of_another_scheme_s()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await SavedAsync(app, AnAddress("2010-09-20", "hostel"));
        var spell = await OneAsync(app);
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        var mine = await SavedAsync(app, null, "cardiff");
        var form = (await cardiff.GetAsync($"/young-people/{mine}/accommodation/record")).MainForm();
        form["Type"] = "hostel";
        foreach (var path in new[] { $"/young-people/{person}/accommodation/record", $"/young-people/{person}/accommodation/record/{spell}", $"/young-people/{mine}/accommodation/record/{spell}" })
        {
            (await cardiff.GetAsync(path)).Status.ShouldBe(404, path);
            (await cardiff.PostAsync(path, form)).Status.ShouldBe(404, path);
        }

        (await cardiff.GetAsync($"/young-people/{mine}/accommodation/{spell}/street")).Status.ShouldBe(404);
    }

    private static string Today(int later = 0) => TimeProvider.System.GetUtcNow().AddDays(later).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Guid> OneAsync(TestApp app)
    {
        await using var db = app.Context();
        return (await db.Accommodation.SingleAsync()).Id;
    }

    private static Task<Guid> SavedAsync(TestApp app, Build.Lives.AddressBuilder? address = null, string scheme = "leeds")
    {
        var kase = ACase(scheme);
        return AYoungPerson().Living(scheme).With(ADto("2010-03-01").ExpectedOn(Today(60)).With(address is null ? kase : kase.With(address))).SaveAsync(app);
    }
}
