using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Contacts;

/// <summary>Recording, correcting and taking out a contact: the walk that every page of casework goes.</summary>
[Trait("rule", "ISS-1")]
public sealed class RecordContactTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_contact_is_recorded_with_its_note_its_event_and_one_row_of_the_log(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, _) = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");

        var sent = await worker.FillAsync($"/young-people/{person}/contacts/record", [("Kind", "appointment"), ("Minutes", "45"), ("Note", "Talked about the flat.")]);

        (sent.Status, sent.Location).ShouldBe((302, $"/young-people/{person}#contacts"), sent.Body);
        await using var db = app.Context();
        var contact = await db.Contacts.SingleAsync();
        (contact.Kind, contact.Outcome, contact.CountsAs, contact.Minutes, contact.Origin).ShouldBe(("appointment", "attended", "irs", 45, Origins.Recorded));
        (await db.Notes.SingleAsync()).Text.ShouldBe("Talked about the flat.");
        (await db.History.SingleAsync(h => h.PersonId == person)).Kind.ShouldBe("contact_recorded");
        (await app.LogAsync())[^1].ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe("changed"), r => r.People.ShouldContain(person.ToString()));
        var page = await worker.GetAsync($"/young-people/{person}");
        page.Texts("#contacts td")[1].ShouldBe("Appointment");
        page.Texts("#history").Single().ShouldContain("Contact recorded: Appointment");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_cannot_be_is_said_in_its_field_and_nothing_typed_is_lost(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, _) = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");

        var sent = await worker.FillAsync(
            $"/young-people/{person}/contacts/record",
            [("Kind", ""), ("Time", "half past"), ("Minutes", "2000"), ("Note", "Keep me"), .. Day("On", "2010-02-30")]
        );

        sent.Status.ShouldBe(400);
        sent.Texts(".govuk-error-summary li").Count.ShouldBe(4);
        sent.Page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Keep me");
        sent.MainForm()["Time"].ShouldBe("half past");
        await using var db = app.Context();
        (await db.Contacts.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_day_to_come_is_planned_and_a_planned_day_is_to_come()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, _) = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        foreach (var (day, outcome) in new[] { ("2090-05-04", "attended"), ("2010-05-04", "planned") })
        {
            var sent = await worker.FillAsync($"/young-people/{person}/contacts/record", [("Kind", "appointment"), ("Outcome", outcome), .. Day("On", day)]);
            sent.Status.ShouldBe(400);
            sent.Page.QuerySelector("#Outcome-error").ShouldNotBeNull();
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_people_who_correct_the_same_contact_see_both_versions(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, contact) = await SavedAsync(app, AContact("2010-05-04"));
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        var path = $"/young-people/{person}/contacts/record/{contact}";
        var opened = await second.GetAsync(path);
        (await first.FillAsync(path, [("Outcome", "missed")])).Status.ShouldBe(302);

        var late = await second.SendAgainAsync(opened, path, ("Minutes", "31"));

        late.Status.ShouldBe(409);
        late.Texts(".govuk-error-summary").Single().ShouldContain("Resettlement worker of leeds");
        late.Texts(".govuk-error-summary tbody tr").ShouldContain(r => r.Contains("Missed", StringComparison.Ordinal) && r.Contains("Attended", StringComparison.Ordinal));
        await using (var db = app.Context())
        {
            (await db.Contacts.SingleAsync()).ShouldSatisfyAllConditions(c => c.Outcome.ShouldBe("missed"), c => c.Minutes.ShouldBe(60));
        }

        (await second.SendAgainAsync(late, path)).Status.ShouldBe(302);
        await using var after = app.Context();
        (await after.Contacts.SingleAsync()).ShouldSatisfyAllConditions(c => c.Outcome.ShouldBe("attended"), c => c.Minutes.ShouldBe(31), c => c.Version.ShouldBe(3));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_recorded_by_mistake_goes_from_every_page_and_stays_in_history(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, contact) = await SavedAsync(app, AContact("2010-05-04"));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/void/contacts/{contact}";
        (await worker.FillAsync(path, ("Reason", " "))).Status.ShouldBe(400);

        (await worker.FillAsync(path, ("Reason", "It was another boy."))).Status.ShouldBe(302);

        var page = await worker.GetAsync($"/young-people/{person}");
        page.Texts("#contacts").Single().ShouldContain("No contact is recorded yet");
        page.Texts("#history").Single().ShouldContain("It was another boy.");
        (await worker.GetAsync(path)).Status.ShouldBe(404);
        await using var db = app.Context();
        (await db.Contacts.IgnoreQueryFilters().SingleAsync()).Voided.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_records_or_takes_out_what_is_another_scheme_s()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, contact) = await SavedAsync(app, AContact("2010-05-04"));
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        var (mine, _) = await SavedAsync(app, null, "cardiff");
        var form = (await cardiff.GetAsync($"/young-people/{mine}/contacts/record")).MainForm();
        form["Kind"] = "appointment";
        foreach (var path in new[] { $"/young-people/{person}/contacts/record", $"/young-people/{person}/contacts/record/{contact}", $"/young-people/{mine}/contacts/record/{contact}", $"/young-people/{mine}/void/contacts/{contact}" })
        {
            (await cardiff.GetAsync(path)).Status.ShouldBe(404, path);
            (await cardiff.PostAsync(path, form)).Status.ShouldBe(404, path);
        }

        (await app.SignInAsync(RoleTable.InformationOfficer, "leeds")).ShouldNotBeNull();
    }

    private static async Task<(Guid Person, Guid Contact)> SavedAsync(TestApp app, Build.Lives.ContactBuilder? contact = null, string scheme = "leeds")
    {
        var kase = ACase(scheme);
        var person = await AYoungPerson().Living(scheme).With(ADto("2010-03-01").With(contact is null ? kase : kase.With(contact))).SaveAsync(app);
        await using var db = app.Context();
        return (person, (await db.Contacts.FirstOrDefaultAsync())?.Id ?? default);
    }
}
