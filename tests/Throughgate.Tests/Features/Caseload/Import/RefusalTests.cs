using System.IO.Compression;
using System.Text;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Features.Caseload.Import;

/// <summary>Everything that issue and rulebook name as refused, with the line and column that the sender is told. Nothing is written.</summary>
public class RefusalTests
{
    public static TheoryData<string, string, string, string, int, string, string> Cells { get; } =
        new()
        {
            { "unknown code", "people", ",female,", ",woman,", 2, "gender", "not in the list gender" },
            { "unknown scheme", "cases", "P1,leeds", "P1,atlantis", 2, "scheme", "not in the schemes" },
            { "unknown yot", "residences", "elsewhere", "nowhere", 4, "yot", "not in the YOTs" },
            { "29 February in a common year", "sentences", "2010-01-04", "2010-02-29", 3, "sentenced_on", "2010 has no 29 February" },
            { "not a date", "sentences", "2010-01-04", "04/01/2010", 3, "sentenced_on", "is not a date" },
            { "no such month", "sentences", "2010-01-04", "2010-13-04", 3, "sentenced_on", "not a day of the calendar" },
            { "born too early", "people", "1994-05-01", "1979-12-31", 2, "date_of_birth", "too early" },
            { "needed cell empty", "people", ",Jones,", ",,", 2, "last_name", "is empty" },
            { "neither yes nor no", "people", "W1,yes", "W1,maybe", 2, "looked_after", "neither yes nor no" },
            { "more than a day of minutes", "contacts", "10:00,60", "10:00,1441", 2, "minutes", "out of range" },
            { "minutes not whole", "contacts", "10:00,60", "10:00,6.5", 2, "minutes", "not a whole number" },
            { "time without a T", "contacts", "2009-07-01T10:00", "2009-07-01 10:00", 2, "at", "not a date and time" },
            { "more than sixty hours", "ete", "03-08,25,", "03-08,60.5,", 2, "hours", "out of range" },
            { "hours below nought", "ete", "03-08,25,", "03-08,-1,", 2, "hours", "not a number of hours" },
            { "five decimals", "ete", "03-08,25,", "03-08,1.00001,", 2, "hours", "not a number of hours" },
            { "week not a Monday", "ete", "2010-03-08,25", "2010-03-09,25", 2, "week", "is a Tuesday" },
            { "score above four", "assessments", "start,1,", "start,5,", 2, "living_arrangements", "out of range" },
            { "control character", "people", "Ann", "A\u0001nn", 2, "first_name", "control character (U+0001)" },
            { "nought byte", "people", "Ann", "A\0nn", 2, "first_name", "control character (U+0000)" },
            { "residence ends before it begins", "residences", "2009-12-31", "2007-12-31", 2, "to", "before from" },
            { "released before sentence", "sentences", "2010-03-01,2010-03-01,", "2010-03-01,2009-05-31,", 2, "released_on", "before sentenced_on" },
            { "release of a community order", "sentences", "2010-01-04,,,,", "2010-01-04,,,2010-02-01,", 3, "released_on", "not custodial" },
            { "expected release of a community order", "sentences", "2010-01-04,,,,", "2010-01-04,,2010-02-01,,", 3, "expected_release_on", "not custodial" },
            { "establishment of a community order", "sentences", "2010-01-04,,,,", "2010-01-04,ashfield,,,", 3, "establishment", "neither custodial nor a remand" },
            { "closing before start", "cases", "2010-08-01", "2010-02-02", 3, "closed_on", "before the start" },
            { "closing without start", "cases", "2010-02-01,2010-02-03", "2010-02-01,", 3, "closed_on", "has not started" },
            { "closing without reason", "cases", ",withdrew", ",", 3, "closing_reason", "is empty for a case that is closed" },
            { "reason without closing", "cases", "2010-08-01,withdrew", ",withdrew", 3, "closing_reason", "not closed" },
            { "duplicate reference", "people", "P2,Siôn", "P1,Siôn", 3, "person", "there twice: line 2" },
            { "duplicate contact", "contacts", "K2,", "K1,", 3, "contact", "there twice: line 2" },
            { "broken person", "residences", "P2,elsewhere", "P9,elsewhere", 4, "person", "neither in people.csv nor held" },
            { "broken sentence", "cases", "cardiff,S2", "cardiff,S9", 3, "sentence", "neither in sentences.csv nor held" },
            { "broken case", "reviews", "C2,", "C9,", 3, "case", "neither in cases.csv nor held" },
            { "sentence of somebody else", "cases", "cardiff,S2", "cardiff,S1", 3, "sentence", "is a sentence of \"P1\"" },
            { "overlapping residences", "residences", "P1,cardiff,2010-01-01", "P1,cardiff,2009-12-31", 3, "from", "falls in another residence" },
            { "two offers on a day", "offers", "C2,2010-01-20", "C2,2010-01-10", 4, "offered_on", "another offer on the same day: line 3" },
            { "missing cell", "people", ",Welsh", "", 2, "", "has 9 cells" },
            { "stray quote", "people", "Ann", "A\"nn", 2, "first_name", "a quote where none can stand" },
            { "unclosed quote", "people", "Siôn", "\"Siôn", 3, "first_name", "opened here and never closed" },
            { "unknown column", "people", "gender", "sex", 1, "sex", "this column is not known" },
            { "missing column", "people", "gender", "sex", 1, "gender", "this column is missing" },
            { "column twice", "people", "looked_after", "gender", 1, "gender", "there twice" },
            { "semicolons", "offers", "case,offered_on,setting,answer", "case;offered_on;setting;answer", 1, "case;offered_on;setting;answer", "separated by semicolons" },
        };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Names_file_line_column_and_what_was_expected(string name, string file, string old, string @new, int line, string column, string what)
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small().Replace(file, old, @new);
        var outcome = await database.ImportAsync(bundle);
        outcome.Problems.ShouldContain(p => p.File == file + ".csv" && p.Line == line && p.Column == column && p.What.Contains(what, StringComparison.Ordinal), name);
        outcome.Problems.ShouldAllBe(p => p.Expected.Length > 0);
        (outcome.Report.Added + outcome.Report.Changed + outcome.Report.Left).ShouldBe(0);
        await ShouldBeEmptyAsync(database);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_wrong_between_rows_is_found_on_either_database(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small()
            .Replace("residences", "P1,cardiff,2010-01-01", "P1,cardiff,2009-12-31")
            .Replace("cases", "cardiff,S2", "cardiff,S1")
            .Replace("contacts", "K2,C2", "K1,C9")
            .Replace("offers", "C2,2010-01-20", "C2,2010-01-10")
            .With("assessments", "C1,2009-06-15,start,1,,,,,,,,,,,", "C1,2009-06-15,start,2,,,,,,,,,,,");
        var outcome = await database.ImportAsync(bundle);
        outcome.Problems.Select(p => (p.File, p.Line, p.Column)).ShouldBe(
            [("residences.csv", 3, "from"), ("cases.csv", 3, "sentence"), ("offers.csv", 4, "offered_on"), ("contacts.csv", 3, "contact"), ("contacts.csv", 3, "case"), ("assessments.csv", 3, "completed_on")],
            ignoreOrder: true
        );
        await ShouldBeEmptyAsync(database);
    }

    [Fact]
    public async Task A_bad_cell_is_told_once_and_not_what_follows_from_it()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small().Replace("people", "1994-05-01", "1994-05-32").Replace("cases", ",S1,2009-06-03", ",S1,soon");
        (await database.ImportAsync(bundle)).Problems.Select(p => (p.File, p.Line, p.Column)).ShouldBe([("people.csv", 2, "date_of_birth"), ("cases.csv", 2, "referred_on")]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_breaks_no_reference()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small().WithText("people", "");
        var problem = (await database.ImportAsync(bundle)).Problems.ShouldHaveSingleItem();
        (problem.File, problem.What).ShouldBe(("people.csv", "is empty"));
    }

    [Fact]
    public async Task Lines_are_those_of_an_editor()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small().With("people", "P1,\"Ann\nMary\r\nSue\",Jones,1994-05-01,female,W1,,,,", "", "P2,Jo,Brown,1990-01-01,nobody,W1,,,,");
        (await database.ImportAsync(bundle)).Problems.ShouldHaveSingleItem().Line.ShouldBe(6);
    }

    [Fact]
    public async Task A_byte_that_is_not_utf8_is_found_where_it_stands()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small();
        bundle.WithBytes("people", Encoding.Latin1.GetBytes(bundle.Read("people")));
        var problem = (await database.ImportAsync(bundle)).Problems.ShouldHaveSingleItem();
        (problem.File, problem.Line, problem.Column).ShouldBe(("people.csv", 3, "first_name"));
        problem.What.ShouldContain("0xF4, byte 3");
    }

    [Fact]
    public async Task Utf16_is_called_by_its_name()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small();
        bundle.WithBytes("people", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(bundle.Read("people"))]);
        (await database.ImportAsync(bundle)).Problems.ShouldHaveSingleItem().What.ShouldContain("UTF-16");
    }

    [Fact]
    public async Task An_unclosed_quote_in_a_large_file_takes_no_memory()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small();
        var rows = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"Q{i},Jo,Brown,1990-01-01,male,W1,,,,\n"));
        bundle.WithText("people", BundleFolder.Header("people") + "\nP1,\"Ann,Jones,1994-05-01,female,W1,,,,\n" + rows);
        var problem = (await database.ImportAsync(bundle)).Problems.First(p => p.File == "people.csv");
        problem.Line.ShouldBe(2);
    }

    [Fact]
    public async Task All_problems_are_counted_and_the_first_thousand_listed()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small();
        bundle.With("reviews", [.. Enumerable.Range(0, 2500).Select(i => $"C1,2010-02-30,{(i % 2 == 0 ? "quarterly" : "never")}")]);
        var outcome = await database.ImportAsync(bundle);
        outcome.ProblemCount.ShouldBe(3750);
        outcome.Problems.Count.ShouldBe(1000);
    }

    [Fact]
    public async Task Neither_bundle_nor_file_is_told_in_words()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        (await database.ImportAsync("/nowhere/at/all")).Problems.ShouldHaveSingleItem().What.ShouldBe("is not there");
        using var bundle = BundleFolder.Small().WithText("pepole", "person\n");
        (await database.ImportAsync(bundle)).Problems.ShouldHaveSingleItem().File.ShouldContain("pepole.csv");
        using var empty = BundleFolder.Small().Only();
        (await database.ImportAsync(empty)).Problems.ShouldHaveSingleItem().What.ShouldContain("no file of a caseload bundle");
    }

    public static TheoryData<string, string> Paths { get; } =
        new()
        {
            { "../people.csv", "a path outside" },
            { "/etc/people.csv", "a path outside" },
            { "a/../../people.csv", "a path outside" },
            { "..\\people.csv", "a path outside" },
            { "C:people.csv", "a path outside" },
            { "a/b/people.csv", "a file where none is looked for" },
            { "notes.txt", "not a file of a caseload bundle" },
            { "people.csv", "is there twice" },
        };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_zip_with_a_path_outside_or_an_unknown_entry(string path, string what)
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small();
        var zip = bundle.Zip(z => Write(z, path, "person\n"));
        (await database.ImportAsync(zip)).Problems.ShouldContain(p => p.What.Contains(what, StringComparison.Ordinal));
        await ShouldBeEmptyAsync(database);
    }

    [Fact]
    public async Task A_zip_that_unpacks_to_a_hundred_times_its_size()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small().WithText("reviews", BundleFolder.Header("reviews") + "\n" + new string('\n', 20_000_000));
        (await database.ImportAsync(bundle.Zip())).Problems.ShouldContain(p => p.What.Contains("unpacks to more than 100 times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_zip_that_lies_about_its_size()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small().WithText("reviews", BundleFolder.Header("reviews") + "\n" + new string('\n', 20_000_000));
        var zip = bundle.Zip();
        var bytes = File.ReadAllBytes(zip);
        var size = BitConverter.GetBytes(new FileInfo(Path.Combine(bundle.Path, "reviews.csv")).Length)[..4];
        for (int at; (at = bytes.AsSpan().IndexOf(size)) >= 0; )
        {
            BitConverter.GetBytes(100).CopyTo(bytes, at);
        }

        File.WriteAllBytes(zip, bytes);
        (await database.ImportAsync(zip)).IsRefused.ShouldBeTrue();
        await ShouldBeEmptyAsync(database);
    }

    [Fact]
    public async Task A_zip_of_too_many_entries_or_no_zip_at_all()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small();
        var many = bundle.Zip(z => Enumerable.Range(0, 200).ToList().ForEach(i => Write(z, $"f{i}.csv", "x")));
        (await database.ImportAsync(many)).Problems.ShouldHaveSingleItem().What.ShouldContain("more than 100 entries");
        File.WriteAllText(many, "PK but not really");
        (await database.ImportAsync(many)).Problems.ShouldHaveSingleItem().What.ShouldContain("cannot be read as a .zip");
        File.WriteAllText(many, "");
        (await database.ImportAsync(many)).Problems.ShouldHaveSingleItem().What.ShouldContain("is empty");
        var whole = bundle.Zip();
        var bytes = File.ReadAllBytes(whole);
        File.WriteAllBytes(whole, bytes[..(bytes.Length / 2)]);
        (await database.ImportAsync(whole)).Problems.ShouldHaveSingleItem().What.ShouldContain("cannot be read as a .zip");
    }

    [Fact]
    public async Task A_zip_damaged_inside_writes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small();
        var zip = bundle.Zip();
        var bytes = File.ReadAllBytes(zip);
        for (var i = 60; i < 90; i++)
        {
            bytes[i] ^= 0x5a;
        }

        File.WriteAllBytes(zip, bytes);
        (await database.ImportAsync(zip)).IsRefused.ShouldBeTrue();
        await ShouldBeEmptyAsync(database);
    }

    [Theory]
    [InlineData("")]
    [InlineData("caseload/")]
    public async Task A_zip_of_the_files_or_of_their_folder_is_imported(string prefix)
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        using var bundle = BundleFolder.Small();
        (await database.ImportAsync(bundle.Zip(z => Write(z, "__MACOSX/._people.csv", "x"), prefix))).Counts().ShouldBe((26, 0, 0));
    }

    private static void Write(ZipArchive zip, string path, string text)
    {
        using var entry = zip.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static async Task ShouldBeEmptyAsync(TestDatabase database)
    {
        await using var db = database.Context();
        (db.People.Count() + db.Cases.Count() + db.Imports.Count() + db.History.Count() + db.Workers.Count()).ShouldBe(0);
    }
}
