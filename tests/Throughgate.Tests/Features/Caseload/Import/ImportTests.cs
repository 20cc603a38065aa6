using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Caseload.Export;

namespace Throughgate.Tests.Features.Caseload.Import;

/// <summary>What an import does to what is held, on both databases.</summary>
public class ImportTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_sample_is_added_whole_and_a_second_time_left_whole(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        (await database.ImportAsync(BundleFolder.Sample)).Counts().ShouldBe((33390, 0, 0));
        (await database.ImportAsync(BundleFolder.Sample)).Counts().ShouldBe((0, 0, 33390));
        await using var db = database.Context();
        (db.People.Count(), db.Cases.Count(), db.Contacts.Count(), db.EteWeeks.Count()).ShouldBe((700, 693, 17479, 3921));
        (db.Workers.Count(), db.Allocations.Count()).ShouldBe((db.Workers.Select(w => w.Name).Distinct().Count(), 1604));
        db.People.All(p => p.Origin == Origins.Imported && p.ImportId != null).ShouldBeTrue();
        db.Imports.OrderBy(i => i.Id).Select(i => new { i.Added, i.Changed, i.Unchanged }).ToList().Select(i => (i.Added, i.Changed, i.Unchanged)).ShouldBe([(33390, 0, 0), (0, 0, 33390)]);
        db.History.Select(h => h.Kind).ToList().ShouldBe(["caseload_imported", "caseload_imported"]);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_first_import_of_a_schemes_cases_begins_its_recording_here_and_a_later_one_leaves_it(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        await database.ImportAsync(BundleFolder.Sample);
        await using var db = database.Context();
        var set = await db.SchemeFigures.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        set.Select(s => s.Scheme).Order(StringComparer.Ordinal).ShouldBe(db.Cases.Select(c => c.Scheme).Distinct().ToList().Order(StringComparer.Ordinal));
        set.ShouldAllBe(s => s.Figure == FirstDayOfRecording.Key && s.ValueNumber == FirstDayOfRecording.Write(s.FromOn));

        (await db.SchemeFigures.Where(s => s.Scheme == "leeds").ExecuteUpdateAsync(u => u.SetProperty(s => s.ValueNumber, 20100901), TestContext.Current.CancellationToken)).ShouldBe(1);
        await database.ImportAsync(BundleFolder.Sample);
        (await db.SchemeFigures.AsNoTracking().SingleAsync(s => s.Scheme == "leeds", TestContext.Current.CancellationToken)).ValueNumber.ShouldBe(20100901);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_export_imports_as_it_was_and_is_the_same_twice(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        await database.ImportAsync(BundleFolder.Sample);
        using var first = BundleFolder.Small();
        using var second = BundleFolder.Small();
        var export = new ExportCaseload(database.Connection);
        await export.RunAsync(first.Path, null);
        (await database.ImportAsync(first)).Counts().ShouldBe((0, 0, 33390));
        await using var other = await TestDatabase.CreateAsync(server == Server.Sqlite ? Server.Postgres : Server.Sqlite);
        (await other.ImportAsync(first)).Counts().ShouldBe((33390, 0, 0));
        await new ExportCaseload(other.Connection).RunAsync(second.Path, null);
        foreach (var file in Directory.GetFiles(first.Path))
        {
            File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(Path.Combine(second.Path, Path.GetFileName(file))), Path.GetFileName(file));
        }

        var zip = first.Path + ".zip";
        await export.RunAsync(zip, "leeds");
        var outcome = await database.ImportAsync(zip);
        outcome.Counts().ShouldBe((0, 0, outcome.Report.Left));
        outcome.Report.Files["cases"].Left.ShouldBe(CsvRows.Read(Path.Combine(BundleFolder.Sample, "cases.csv")).Count(c => c["scheme"] == "leeds"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_rehearsal_says_the_same_and_writes_nothing(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        (await database.ImportAsync(bundle, rehearse: true)).Counts().ShouldBe((26, 0, 0));
        await using var db = database.Context();
        (db.People.Count() + db.Workers.Count() + db.Imports.Count() + db.History.Count()).ShouldBe(0);
        (await database.ImportAsync(bundle)).Counts().ShouldBe((26, 0, 0));
        bundle.Replace("people", "Ann", "Anne");
        (await database.ImportAsync(bundle, rehearse: true)).Counts().ShouldBe((0, 1, 25));
        db.People.Single(p => p.Reference == "P1").FirstName.ShouldBe("Ann");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_changed_cell_changes_its_row_and_history_says_from_what_to_what(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        await database.ImportAsync(bundle);
        bundle.Replace("people", "Ann,Jones", "Anne,Éluard").Replace("contacts", "10:00,60", "10:15,45").Replace("cases", "P2,cardiff", "P2,leeds").With("contacts", "K1,C2,2009-07-01T10:15,45,custody_visit,irs,attended");
        (await database.ImportAsync(bundle)).Counts().ShouldBe((0, 3, 22));
        await using var db = database.Context();
        var person = db.People.Single(p => p.Reference == "P1");
        (person.FirstName, person.SearchName, person.Version).ShouldBe(("Anne", "eluard anne", 2));
        var contact = db.Contacts.Single(k => k.Reference == "K1");
        (contact.Minutes, contact.HeldAt).ShouldBe((45, new DateTime(2009, 7, 1, 10, 15, 0)));
        contact.CaseId.ShouldBe(db.Cases.Single(c => c.Reference == "C2").Id);
        var change = db.History.Single(h => h.Kind == "row_imported" && h.CaseId == null && h.PersonId == person.Id);
        change.Data.ShouldBe("""{"file":"people","row":"P1","was":{"first_name":"Ann","last_name":"Jones"},"is":{"first_name":"Anne","last_name":"Éluard"}}""");
        change.ImportId.ShouldBe(person.ImportId);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Rows_without_a_reference_are_compared_as_a_bag(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        await database.ImportAsync(bundle);

        // The order does not matter; one of two equal rows goes, one changes, one comes.
        bundle.Only("ete").With("ete", "C1,2010-03-08,2.5,other,", "C1,2010-03-08,25.00,employment,", "C1,2010-03-15,3,other,");
        (await database.ImportAsync(bundle)).Counts().ShouldBe((0, 1, 2));
        bundle.With("ete", "C1,2010-03-08,25,employment,");
        (await database.ImportAsync(bundle)).Counts().ShouldBe((0, 2, 1));
        bundle.With("ete", "C1,2010-03-08,25,employment,", "C1,2010-03-08,25,employment,", "C1,2010-03-22,1,other,");
        (await database.ImportAsync(bundle)).Counts().ShouldBe((2, 0, 1));
        await using var db = database.Context();
        var case1 = db.Cases.Single(c => c.Reference == "C1").Id;
        db.EteWeeks.Where(e => e.CaseId == case1).Select(e => e.Hours).ToList().Order().ShouldBe([1m, 25m, 25m]);

        // A case with no row in the file is left as it is.
        db.EteWeeks.Count(e => e.CaseId != case1).ShouldBe(1);
        db.History.Count(h => h.Kind == "row_imported" && h.CaseId == case1).ShouldBe(3);
        db.Offers.Count().ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_date_that_changes_is_added_to_and_never_overwritten(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        await database.ImportAsync(bundle, "2009-07-01");
        bundle.Replace("sentences", "ashfield,2010-03-01,2010-03-01,2010-09-01", "wetherby,2010-04-01,2010-03-01,2010-09-01");
        (await database.ImportAsync(bundle, "2010-01-15")).Counts().ShouldBe((0, 1, 25));
        (await database.ImportAsync(bundle, "2010-01-16")).Counts().ShouldBe((0, 0, 26));
        bundle.Replace("sentences", "2010-04-01", "2010-05-01");
        await database.ImportAsync(bundle, "2010-01-15");
        await using var db = database.Context();
        var sentence = db.Sentences.Single(s => s.Reference == "S1").Id;
        db.SentenceDates.Where(d => d.SentenceId == sentence && d.What == SentenceDate.ExpectedRelease).OrderBy(d => d.Position)
            .Select(d => new { d.Position, d.ValueOn, d.KnownFrom }).ToList().Select(d => (d.Position, d.ValueOn, d.KnownFrom))
            .ShouldBe([(0, Day("2010-03-01"), Day("2009-06-01")), (1, Day("2010-04-01"), Day("2010-01-15")), (2, Day("2010-05-01"), Day("2010-01-15"))]);
        db.Placements.Where(p => p.SentenceId == sentence).OrderBy(p => p.Position).Select(p => new { p.Establishment, p.FromOn }).ToList()
            .Select(p => (p.Establishment, p.FromOn)).ShouldBe([("ashfield", Day("2009-06-01")), ("wetherby", Day("2010-01-15"))]);
        db.SentenceDates.Count(d => d.SentenceId == sentence && d.What == SentenceDate.Ends).ShouldBe(1);
        await new ExportCaseload(database.Connection).RunAsync(bundle.Path, null);
        bundle.Read("sentences").ShouldContain("wetherby,2010-05-01,2010-03-01");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_empty_cell_wipes_nothing_out_and_is_listed(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        await database.ImportAsync(bundle);
        bundle.Replace("people", "yes,no,,Welsh", ",,,").Replace("sentences", "ashfield,2010-03-01,2010-03-01,2010-09-01", ",,,").Replace("cases", "2010-08-01,withdrew", ",");
        var outcome = await database.ImportAsync(bundle);
        outcome.Counts().ShouldBe((0, 0, 26));
        outcome.Report.Kept.Select(k => $"{k.File}:{k.Line} {k.Column} {k.Ours}").ShouldBe(
            [
                "people.csv:2 looked_after yes", "people.csv:2 send no", "people.csv:2 first_language Welsh",
                "sentences.csv:2 establishment ashfield", "sentences.csv:2 expected_release_on 2010-03-01", "sentences.csv:2 released_on 2010-03-01", "sentences.csv:2 ends_on 2010-09-01",
                "cases.csv:3 closed_on 2010-08-01", "cases.csv:3 closing_reason withdrew",
            ]
        );
        await using var db = database.Context();
        (db.People.Single(p => p.Reference == "P1").LookedAfter, db.Cases.Single(c => c.Reference == "C2").ClosedOn).ShouldBe((true, Day("2010-08-01")));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_an_empty_cell_keeps_must_still_fit_the_row(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        await database.ImportAsync(bundle);
        bundle.Replace("sentences", "2009-06-01,ashfield,2010-03-01,2010-03-01", "2010-04-01,ashfield,2010-03-01,");
        var problem = (await database.ImportAsync(bundle)).Problems.ShouldHaveSingleItem();
        (problem.File, problem.Line, problem.Column).ShouldBe(("sentences.csv", 2, "released_on"));
        await using var db = database.Context();
        db.Sentences.Single(s => s.Reference == "S1").SentencedOn.ShouldBe(Day("2009-06-01"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_was_recorded_here_is_kept_unless_theirs_is_taken(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        await database.ImportAsync(bundle);
        await using (var db = database.Context())
        {
            var person = db.People.Single(p => p.Reference == "P1");
            (person.FirstName, person.Origin) = ("Anna", Origins.Recorded);
            var case2 = db.Cases.Single(c => c.Reference == "C2").Id;
            var offer = db.Offers.Single(o => o.CaseId == case2 && o.Answer == "refused");
            (offer.Answer, offer.Origin) = ("undecided", Origins.Recorded);
            db.Offers.Add(new OfferRow { CaseId = case2, OfferedOn = Day("2010-01-25"), Setting = "custody", Answer = "refused" });
            var residence = db.Residences.Single(r => r.Yot == "elsewhere");
            (residence.ToOn, residence.Origin) = (Day("2010-05-01"), Origins.Recorded);
            await db.SaveChangesAsync();
        }

        var kept = await database.ImportAsync(bundle);
        kept.Counts().ShouldBe((0, 0, 26));
        kept.Report.Conflicts.Select(c => (c.File, c.Line)).ShouldBe([("people.csv", 2), ("residences.csv", 4), ("offers.csv", 3)]);
        await using (var db = database.Context())
        {
            db.People.Single(p => p.Reference == "P1").FirstName.ShouldBe("Anna");
            db.Offers.Count().ShouldBe(4);
        }

        (await database.ImportAsync(bundle, takeTheirs: true)).Counts().ShouldBe((0, 3, 23));
        await using (var db = database.Context())
        {
            var person = db.People.Single(p => p.Reference == "P1");
            (person.FirstName, person.Origin).ShouldBe(("Ann", Origins.Imported));
            db.Offers.Select(o => o.Answer).ToList().Order().ShouldBe(["accepted", "accepted", "refused", "refused"]);
            db.Residences.Single(r => r.Yot == "elsewhere").ToOn.ShouldBeNull();
        }

        (await database.ImportAsync(bundle)).Counts().ShouldBe((0, 0, 26));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_date_recorded_here_is_kept_beside_what_the_bundle_says_otherwise(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        await database.ImportAsync(bundle);
        await using (var db = database.Context())
        {
            var sentence = db.Sentences.Single(s => s.Reference == "S1").Id;
            db.SentenceDates.Add(new SentenceDate { SentenceId = sentence, What = SentenceDate.ExpectedRelease, ValueOn = Day("2010-02-20"), KnownFrom = Day("2010-01-01"), Position = 1 });
            await db.SaveChangesAsync();
        }

        bundle.Replace("sentences", "2009-01-05", "2009-01-06");
        var outcome = await database.ImportAsync(bundle);
        outcome.Counts().ShouldBe((0, 1, 25));
        var conflict = outcome.Report.Conflicts.ShouldHaveSingleItem();
        (conflict.Column, conflict.Ours, conflict.Theirs).ShouldBe(("expected_release_on", "2010-02-20", "2010-03-01"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_bundle_may_hold_some_files_and_refer_to_what_is_held(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        await database.ImportAsync(bundle);
        bundle.Only("contacts").With("contacts", "K3,C1,2010-03-02T09:00,15,phone,irs,attended");
        (await database.ImportAsync(bundle)).Counts().ShouldBe((1, 0, 0));
        bundle.Only("sentences").With("sentences", "S2,P1,yro,drugs,,,2010-01-04,,,,2011-01-03");
        var problem = (await database.ImportAsync(bundle)).Problems.ShouldHaveSingleItem();
        problem.What.ShouldContain("\"C2\" held for this sentence is of \"P2\"");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Text_comes_back_as_it_was_given(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small().WithText(
            "people",
            "\ufeff" + BundleFolder.Header("people") + "\r\nP1,\"=HYPERLINK(\"\"x\"\",1)\",@Jones,1994-05-01,female,W1,,,,+1-2\r\nP2,\"A, B\r\nC\",-שלום 🙂,1993-02-28,male,M1,,,,\r\n"
        );
        (await database.ImportAsync(bundle)).Counts().ShouldBe((26, 0, 0));
        await using var db = database.Context();
        db.People.OrderBy(p => p.Reference).Select(p => p.FirstName).ToList().ShouldBe(["=HYPERLINK(\"x\",1)", "A, B\r\nC"]);
        await new ExportCaseload(database.Connection).RunAsync(bundle.Path, null);
        (await database.ImportAsync(bundle)).Counts().ShouldBe((0, 0, 26));
        bundle.Read("people").ShouldContain("P1,\"=HYPERLINK(\"\"x\"\",1)\",@Jones,");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_lacks_the_evidence_of_a_gate_is_warned_of(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small().With("assessments").With("offers");
        (await database.ImportAsync(bundle)).Report.Warnings.Select(w => (w.Gate, w.Count)).ShouldBe([("place", 1), ("plan", 2), ("start", 2), ("closing", 1)]);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
