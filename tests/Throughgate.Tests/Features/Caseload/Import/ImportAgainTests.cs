using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;

namespace Throughgate.Tests.Features.Caseload.Import;

/// <summary>A caseload is imported, a day's casework is done on it in the pages, and the same caseload is imported again: nothing of the day is lost.</summary>
public sealed class ImportAgainTests
{
    // These grow with every import, and keep what they have.
    private static readonly string[] Growing = ["history", "imports", "chain_heads"];

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_import_a_day_s_casework_and_the_same_import_again_lose_nothing(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small().With(
            "contacts",
            "K1,C1,2009-07-01T10:00,60,custody_visit,irs,attended", "K2,C2,2010-02-10T13:30,,phone,statutory,missed",
            "K3,C1,2010-09-20T10:00,30,phone,irs,attended", "K4,C1,2010-10-04T08:30,60,appointment,irs,planned", "K5,C1,2010-10-11T08:30,60,appointment,irs,planned"
        );
        await database.ImportAsync(bundle);
        await using var app = TestApp.On(database);
        app.Clock.Set(new DateTimeOffset(2010, 10, 4, 12, 0, 0, TimeSpan.Zero));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", "Ann Other");
        await DayOfCaseworkAsync(app, worker);
        var before = await database.DumpAsync();

        var again = await database.ImportAsync(bundle, "2010-10-05");

        again.Problems.ShouldBeEmpty();
        (again.Report.Added, again.Report.Changed).ShouldBe((0, 0));
        new[] { "people.csv", "contacts.csv", "assessments.csv", "accommodation.csv" }.ShouldBeSubsetOf(again.Report.Conflicts.Select(c => c.File));
        var after = await database.DumpAsync();
        after.Keys.ShouldBe(before.Keys);
        foreach (var (table, rows) in before)
        {
            if (Growing.Contains(table))
            {
                rows.Where(r => table != "chain_heads" && !after[table].Contains(r)).ShouldBeEmpty(table);
                after[table].Count.ShouldBeInRange(rows.Count, rows.Count + 1, table);
            }
            else
            {
                after[table].ShouldBe(rows, table);
            }
        }
    }

    private static async Task DayOfCaseworkAsync(TestApp app, TestBrowser worker)
    {
        await using var db = app.Context();
        var programme = await db.Cases.SingleAsync(c => c.Reference == "C1");
        var contacts = await db.Contacts.ToDictionaryAsync(c => c.Reference, c => c);
        var record = $"/young-people/{programme.PersonId}";
        async Task DoneAsync(string page, params (string, string?)[] fields)
        {
            var sent = await worker.FillAsync($"{record}/{page}", fields);
            sent.Status.ShouldBe(302, $"{page}: {string.Join("; ", sent.Texts(".govuk-error-summary"))}");
        }

        await DoneAsync("details", ("LastName", "Jones-Smith"), ("LookedAfter", "no"));
        await DoneAsync("residence", [("Yot", "leeds"), .. Day("From", "2010-10-02")]);
        await DoneAsync("workers", [("Role", "lead_worker"), ("Worker", worker.Account.WorkerId.ToString()), ("Why", "Jo moves on"), .. Day("From", "2010-10-04")]);
        await DoneAsync("workers", [("Role", "case_manager"), ("Worker", worker.Account.WorkerId.ToString()), .. Day("From", "2010-10-04")]);

        await DoneAsync("contacts/record", ("Kind", "phone"), ("Minutes", "15"), ("Note", "Rang about the flat."));
        await DoneAsync($"contacts/record/{contacts["K1"].Id}", ("Minutes", "45"), ("Kind", "appointment"));
        await DoneAsync($"void/contacts/{contacts["K3"].Id}", ("Reason", "It was another girl."));
        var diary = await worker.GetAsync("/diary");
        (await worker.SendAgainAsync(diary, "/diary", ("person", $"{programme.PersonId}"), ("contact", $"{contacts["K4"].Id}"), ("version", $"{contacts["K4"].Version}"), ("outcome", "attended"))).Status.ShouldBe(302);

        var spell = await db.Accommodation.SingleAsync(a => a.CaseId == programme.Id);
        await DoneAsync($"accommodation/record/{spell.Id}", [("Suitable", "no"), .. Day("To", "2010-10-03")]);
        await DoneAsync("accommodation/record", [("Type", "parents"), ("Suitable", "yes"), ("Street", "7 Gate Lane"), .. Day("From", "2010-10-04"), .. Day("ConfirmedOn", "2010-10-04"), .. Day("ToldOn", "2010-10-04")]);

        var asset = await db.Assessments.SingleAsync(a => a.CaseId == programme.Id);
        await DoneAsync($"assessments/record/{asset.Id}", ("Scores[2]", "0"));
        await DoneAsync("assessments/record", [("Purpose", "review"), ("Scores[0]", "1"), ("Scores[3]", "1"), .. Day("CompletedOn", "2010-09-27")]);
        await DoneAsync("assessments/record", [("Purpose", "review"), ("Scores[0]", "2"), ("Scores[3]", "2"), .. Day("CompletedOn", "2009-07-20")]);
        var made = await db.Assessments.AsNoTracking().Where(a => a.CaseId == programme.Id).OrderBy(a => a.CompletedOn).Select(a => a.Id).ToListAsync();
        await DoneAsync("assessments", ("Start", $"{made[1]}"), ("End", $"{made[2]}"), ("Why", "The first was made for the court."));

        await DoneAsync("education/record?until=2010-10-04", ("Lines[0].Hours", "12"), ("Lines[0].Provision", "college"));
        await DoneAsync("education/record?until=2010-03-10", ("Lines[0].Hours", "20"));
        await DoneAsync("offers/record", ("Answer", "refused"), ("OwnWords", "Not today"));
        await DoneAsync("reviews/record", [("Kind", "quarterly"), ("There", "young_person"), ("Decided", "Go on as before"), .. Day("On", "2010-10-04")]);

        await DoneAsync("contacts/record", ("Kind", "activity"), ("Handover", "Her mother"));
        await DoneAsync("endings/record", ("Who", "Ann Other"), ("Part", "lead_worker"), ("How", "Tea on the last day"));
        await DoneAsync("stop", [("OwnWords", "I am busy now"), .. Day("ComeBack", "2010-10-04")]);
        await DoneAsync("family-visits", ("Who", "Her mother"), ("Cost", "12.40"), ("SourcesTried", "Prison visits scheme: refused"), ("PaidBy", "irs"));

        await DoneAsync("close", ("YotView", "Agreed"), ("OwnView", "I can do this"), ("ServicesThatGoOn", "Mentor"), ("TookPart", "true"));
        var closing = await worker.GetAsync($"{record}/close");
        var form = closing.Form($"{record}/close?handler=Close");
        form["Reason"] = "no_longer_helps";
        (await worker.PostAsync($"{record}/close?handler=Close", form)).Status.ShouldBe(302, string.Join("; ", closing.Texts("main")));
    }
}
