using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Tests.Documents;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Documents;
using Throughgate.Web.Documents.Content;
using Throughgate.Web.Features.Documents;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Documents;

/// <summary>R37 and R3 over HTTP: a document is attached, given out as a download alone, seen by whoever sees the programme and nobody else, and logged.</summary>
[Trait("requirement", "R37")]
public sealed class DocumentPagesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("throughgate-documents-").FullName;
    private readonly DocumentStore _store;

    public DocumentPagesTests() => _store = new(Path.Combine(_folder, "contents"), new DocumentKeys(Path.Combine(_folder, "keys")));

    public static TheoryData<Server> Both => TestDatabase.Both;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Both))]
    public async Task A_photograph_is_attached_cleaned_listed_and_downloaded_and_all_of_it_is_on_record(Server server)
    {
        await using var app = await StartAsync(server);
        var kai = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");

        var sent = await AttachAsync(worker, kai, "Kai Okafor certificate.jpg", SomeFiles.Jpeg());

        (sent.Status, sent.Location).ShouldBe((302, $"/young-people/{kai}/documents"), sent.Body);
        await using var db = app.Context();
        var row = await db.Set<Document>().SingleAsync();
        (row.FileType, row.Title, row.About).ShouldBe(("jpg", "Certificate of the college", "education"));
        (await db.History.SingleAsync(h => h.PersonId == kai)).Data.ShouldNotContain("Certificate");
        var list = await worker.GetAsync($"/young-people/{kai}/documents");
        list.Texts("main tbody tr").ShouldHaveSingleItem().ShouldContain("Certificate of the college");

        var taken = await worker.GetAsync($"/young-people/{kai}/documents/{row.Id}/file");

        taken.Status.ShouldBe(200);
        taken.Header("Content-Type").ShouldBe("application/octet-stream");
        taken.Header("Content-Disposition").ShouldStartWith("attachment; filename=document-");
        taken.Header("Content-Disposition").ShouldNotContain("Okafor");
        taken.Header("Content-Security-Policy").ShouldBe("default-src 'none'; sandbox");
        taken.Header("X-Content-Type-Options").ShouldBe("nosniff");
        taken.Header("Cache-Control").ShouldBe("no-store");
        (await taken.Response.Content.ReadAsByteArrayAsync()).ShouldBe(ContentCheck.Of("x.jpg", SomeFiles.Jpeg()).Content);
        (await app.LogAsync())[^1].ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe("exported"), r => r.People.ShouldContain(kai.ToString()), r => r.Detail.ShouldContain(row.Id.ToString()));
        (await worker.GetAsync($"/young-people/{kai}")).Texts("#history").Single().ShouldContain("A document was attached");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_refused_is_said_in_its_field_and_what_was_typed_stays(Server server)
    {
        await using var app = await StartAsync(server);
        var kai = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        foreach (var (name, content) in new[] { ("x.svg", SomeFiles.Bytes("<svg onload=alert(1)>")), ("x.html", SomeFiles.Bytes("<html>")), ("x.docx", SomeFiles.Docx(("word/vbaProject.bin", "x"))), ("x.exe", SomeFiles.Bytes("MZ")) })
        {
            var sent = await AttachAsync(worker, kai, name, content);
            sent.Status.ShouldBe(400, name);
            sent.Page.QuerySelector("#Upload-error").ShouldNotBeNull(name);
            sent.MainForm()["Title"].ShouldBe("Certificate of the college");
        }

        (await AttachAsync(worker, kai, "", null)).ShouldSatisfyAllConditions(s => s.Status.ShouldBe(400), s => s.Texts(".govuk-error-summary").Single().ShouldContain("Choose a file"));
        (await AttachAsync(worker, kai, "x.txt", new byte[ContentCheck.Most + 1])).Status.ShouldBe(400);
        (await AttachAsync(worker, kai, "x.txt", new byte[12 * 1024 * 1024])).Status.ShouldBeOneOf(400, 413);
        await using var db = app.Context();
        (await db.Set<Document>().AnyAsync()).ShouldBeFalse();
        _store.Kept().ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_document_of_another_is_not_there_whichever_way_it_is_asked_for(Server server)
    {
        await using var app = await StartAsync(server);
        var (kai, mine) = (await SavedAsync(app), await SavedAsync(app, "cardiff"));
        await AttachAsync(await app.SignInAsync(RoleTable.Worker, "leeds"), kai, "x.pdf", SomeFiles.Pdf());
        await using var db = app.Context();
        var row = (await db.Set<Document>().SingleAsync()).Id;
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        foreach (var path in new[] { $"/young-people/{kai}/documents", $"/young-people/{kai}/documents/attach", $"/young-people/{kai}/documents/{row}/file", $"/young-people/{mine}/documents/{row}/file", $"/young-people/{mine}/void/documents/{row}" })
        {
            (await cardiff.GetAsync(path)).Status.ShouldBe(404, path);
        }

        (await AttachAsync(cardiff, kai, "x.pdf", SomeFiles.Pdf(), from: mine)).Status.ShouldBe(404);
        (await app.SignInAsync(RoleTable.Administrator)).ShouldNotBeNull();
        (await db.Set<Document>().CountAsync()).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_attached_by_mistake_is_gone_at_once_and_its_content_after_thirty_days(Server server)
    {
        await using var app = await StartAsync(server);
        var kai = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await AttachAsync(worker, kai, "x.pdf", SomeFiles.Pdf());
        await AttachAsync(worker, kai, "y.txt", SomeFiles.Bytes("stays"));
        await using var db = app.Context();
        var row = (await db.Set<Document>().AsNoTracking().SingleAsync(d => d.FileType == "pdf")).Id;

        (await worker.FillAsync($"/young-people/{kai}/void/documents/{row}", ("Reason", "Of another boy."))).Status.ShouldBe(302);

        (await worker.GetAsync($"/young-people/{kai}/documents/{row}/file")).Status.ShouldBe(404);
        (await worker.GetAsync($"/young-people/{kai}/documents")).Texts("main tbody tr").Count.ShouldBe(1);
        var sweep = app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<DocumentSweep>().Single();
        app.Clock.Advance(TimeSpan.FromDays(29));
        await sweep.SweepAsync();
        _store.Has(row).ShouldBeTrue();
        app.Clock.Advance(TimeSpan.FromDays(2));
        await sweep.SweepAsync();
        _store.Has(row).ShouldBeFalse();
        _store.Kept().Count().ShouldBe(1);
        (await db.Set<Document>().IgnoreQueryFilters().AsNoTracking().SingleAsync(d => d.Id == row)).WrappedKey.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Where_the_commit_fails_no_row_is_left_and_the_content_is_swept(Server server)
    {
        await using var app = await StartAsync(server);
        var kai = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var form = (await worker.GetAsync($"/young-people/{kai}/documents/attach")).MainForm();
        await using (var connection = await app.Connection.OpenAsync(forMigrations: true))
        {
            await connection.RunAsync("alter table history rename to history_away");
        }

        (await PostAsync(worker, $"/young-people/{kai}/documents/attach", form, "x.pdf", SomeFiles.Pdf())).Status.ShouldBeGreaterThanOrEqualTo(500);

        _store.Kept().Count().ShouldBe(1);
        await using var db = app.Context();
        (await db.Set<Document>().AnyAsync()).ShouldBeFalse();
        app.Clock.Advance(TimeSpan.FromHours(2));
        (await app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<DocumentSweep>().Single().SweepAsync()).ShouldBe(1);
        _store.Kept().ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Keys_are_locked_anew_by_one_command_and_the_server_goes_on_reading(Server server)
    {
        await using var app = await StartAsync(server);
        var kai = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await AttachAsync(worker, kai, "x.pdf", SomeFiles.Pdf());
        await AttachAsync(worker, kai, "y.txt", SomeFiles.Bytes("second"));
        var before = await File.ReadAllTextAsync(_store.Keys.Path);

        (await DocumentsVerb.RotateAsync(app.Connection, new DocumentStore(_store.Folder, new DocumentKeys(_store.Keys.Path)), Actor.CommandLine, TimeProvider.System)).ShouldBe(2);

        var after = await File.ReadAllTextAsync(_store.Keys.Path);
        after.ShouldNotContain(before.Split('\t')[0]);
        await using var db = app.Context();
        foreach (var row in await db.Set<Document>().AsNoTracking().ToListAsync())
        {
            (await worker.GetAsync($"/young-people/{kai}/documents/{row.Id}/file")).Status.ShouldBe(200);
        }
    }

    private Task<TestApp> StartAsync(Server server) => TestApp.StartAsync(server, s => s.AddSingleton(new DocumentSettings(_store)));

    private static Task<Guid> SavedAsync(TestApp app, string scheme = "leeds") => AYoungPerson().Living(scheme).With(ADto("2010-03-01").With(ACase(scheme))).SaveAsync(app);

    private static async Task<TestAnswer> AttachAsync(TestBrowser browser, Guid person, string name, byte[]? content, Guid? from = null) =>
        await PostAsync(browser, $"/young-people/{person}/documents/attach", (await browser.GetAsync($"/young-people/{from ?? person}/documents/attach")).MainForm(), name, content);

    private static Task<TestAnswer> PostAsync(TestBrowser browser, string path, Dictionary<string, string> form, string name, byte[]? content)
    {
        var body = new MultipartFormDataContent();
        (form["Title"], form["About"]) = ("Certificate of the college", "education");
        foreach (var (field, value) in form)
        {
            body.Add(new StringContent(value, Encoding.UTF8, (string?)null!), field);
        }

        if (content is not null)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            body.Add(file, "Upload", name);
        }

        return browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = body });
    }
}
