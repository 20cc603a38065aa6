using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Cli;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;

namespace Throughgate.Tests.Features.Merges;

/// <summary>Two records of one young person in a database of a test's own, brought in by a bundle; and somebody of Leeds who merges them.</summary>
internal sealed class TwoRecords : IAsyncDisposable
{
    private TwoRecords(TestDatabase database, TestApp app, TestBrowser worker, Guid one, Guid two) => (Database, App, Worker, One, Two) = (database, app, worker, one, two);

    public TestDatabase Database { get; }

    public TestApp App { get; }

    public TestBrowser Worker { get; }

    /// <summary>P1, the one that stays where a test does not say otherwise.</summary>
    public Guid One { get; }

    public Guid Two { get; }

    public string Page => $"/young-people/{One}/same-person/{Two}";

    public static async Task<TwoRecords> StartAsync(Server server)
    {
        using var bundle = Apart();
        var database = await TestDatabase.CreateAsync(server);
        (await database.ImportAsync(bundle)).Problems.ShouldBeEmpty();
        var app = TestApp.On(database);
        app.Clock.Set(new(2010, 10, 1, 12, 0, 0, TimeSpan.Zero));
        await using var db = database.Context();
        var people = await db.People.ToDictionaryAsync(p => p.Reference, p => p.Id);
        return new(database, app, await app.SignInAsync(RoleTable.Worker, "leeds"), people["P1"], people["P2"]);
    }

    /// <summary>As the scheme's own system has them: two records.</summary>
    public static BundleFolder Apart() =>
        BundleFolder.Small()
            .With("people", "P1,Ann,Jones,1994-05-01,female,W1,yes,no,,Welsh", "P2,Anne,Jones,1994-01-05,female,NS,,,yes,")
            .With("residences", "P1,leeds,2008-01-01,", "P2,elsewhere,2006-01-01,2007-12-31", "P2,leeds,2009-01-01,")
            .With("cases", "C1,P1,leeds,S1,2009-06-03,2009-06-05,2009-06-20,2009-07-01,2009-07-03,,", "C2,P2,leeds,S2,2010-01-05,,,2010-02-01,2010-02-03,2010-08-01,withdrew");

    /// <summary>The same caseload as somebody joined it by hand: P1's name and birth date, and that she is a parent, from P2.</summary>
    public static BundleFolder Joined() =>
        Apart()
            .With("people", "P1,Ann,Jones,1994-05-01,female,W1,yes,no,yes,Welsh")
            .With("residences", "P1,elsewhere,2006-01-01,2007-12-31", "P1,leeds,2008-01-01,")
            .Replace("sentences", "S2,P2", "S2,P1")
            .Replace("cases", "C2,P2", "C2,P1");

    /// <summary>Says on the page that P1 stays with her name, birth date and residence.</summary>
    public async Task MergeAsync()
    {
        var done = await Worker.FillAsync(Page, Chosen);
        done.Status.ShouldBe(302, done.Body);
        done.Location.ShouldBe($"/young-people/{One}");
    }

    public static (string, string?)[] Chosen =>
        [("Stays", "this"), ("Holds[first_name]", "this"), ("Holds[date_of_birth]", "this"), ("Holds[residence]", "this"), ("Reason", "Her mother says so")];

    public async Task<string> UndoPageAsync()
    {
        await using var db = Database.Context();
        return $"/young-people/{One}/same-person/{(await db.Set<Merge>().SingleAsync()).Id}/undo";
    }

    public async Task UndoAsync()
    {
        var done = await Worker.FillAsync(await UndoPageAsync(), ("Reason", "They are sisters"));
        done.Status.ShouldBe(302, done.Body);
    }

    /// <summary>Every row of both people, and both themselves, voided ones too: everything but the number against lost updates.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync()
    {
        await using var db = Database.Context();
        var rows = new List<string>();
        foreach (var id in new[] { One, Two })
        {
            var person = await db.People.IgnoreQueryFilters().SingleAsync(p => p.Id == id);
            foreach (var row in (await db.RowsOfPersonAsync(id)).Append(db.Entry((object)person)))
            {
                rows.Add($"{row.Table()}: {string.Join(", ", row.Properties.Where(p => p.Metadata.Name != "Version").Select(p => $"{p.Metadata.Name} {p.CurrentValue}"))}");
            }
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    public Task<string> ExportAsync() => ExportAsync(Database);

    public static async Task<string> ExportAsync(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("merged-").FullName;
        await RunAsync(database, "export", Path.Combine(folder, "out"));
        var text = string.Join('\n', Directory.GetFiles(Path.Combine(folder, "out")).Order(StringComparer.Ordinal).Select(f => $"{Path.GetFileName(f)}\n{File.ReadAllText(f)}"));
        Directory.Delete(folder, recursive: true);
        return text;
    }

    public static async Task<string> RunAsync(TestDatabase database, params string[] asked)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. asked, "--db", database.Connection.File ?? database.Connection.MigrationsText], new Terminal(output, error, TimeProvider.System));
        code.ShouldBe(Exit.Done, error.ToString());
        return output.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }
}
