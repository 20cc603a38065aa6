using System.IO.Compression;
using System.Net.Http.Headers;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Features.Caseload.Import;

/// <summary>Bringing a caseload in and taking it out on pages.</summary>
public class ImportPageTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_caseload_is_tried_shown_and_brought_in_once(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var bundle = LeedsOnly();
        var sent = await SendAsync(manager, bundle.Zip());
        sent.Status.ShouldBe(302, sent.Body);
        var page = await manager.GetAsync(sent.Location!);
        page.Status.ShouldBe(200, page.Body);
        page.Texts("tbody tr:last-child td").ShouldBe(["26", "0", "0"]);
        await using (var db = app.Context())
        {
            (db.People.Count() + db.Imports.Count()).ShouldBe(0);
        }

        var form = page.Form(sent.Location);
        var answers = await Task.WhenAll(manager.PostAsync(sent.Location!, form), manager.PostAsync(sent.Location!, form));
        answers.ShouldAllBe(a => a.Status == 302 && a.Location == sent.Location);
        (await manager.GetAsync(sent.Location!)).Texts("h1").ShouldBe(["The caseload was brought in"]);
        await using (var db = app.Context())
        {
            (db.People.Count(), db.Imports.Count()).ShouldBe((2, 1));
            db.Imports.Single().ActorName.ShouldBe(manager.Account.DisplayName);
            db.AccessLog.Count(l => l.Outcome == "imported").ShouldBe(1);
        }
    }

    [Fact]
    public async Task Problems_are_shown_as_file_line_column_what_and_expected_and_nothing_is_written()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        using var bundle = LeedsOnly().Replace("people", "1994-05-01", "1994-02-29");
        var sent = await SendAsync(officer, Path.Combine(bundle.Path, "people.csv"), Path.Combine(bundle.Path, "residences.csv"));
        var page = await officer.GetAsync(sent.Location!);
        page.Texts("tbody tr:first-child td").Take(4).ShouldBe(["people.csv", "2", "date_of_birth", "\"1994-02-29\" is not a day: 1994 has no 29 February"]);
        page.Page.QuerySelectorAll("form[action^='/import/']").ShouldBeEmpty();
        await using var db = app.Context();
        db.People.Count().ShouldBe(0);
    }

    [Fact]
    public async Task A_difference_from_what_was_recorded_here_asks_whose_should_stay()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var bundle = LeedsOnly();
        await ConfirmAsync(manager, bundle);
        await using (var db = app.Context())
        {
            var person = db.People.Single(p => p.Reference == "P1");
            (person.FirstName, person.Origin) = ("Anna", Origins.Recorded);
            await db.SaveChangesAsync();
        }

        var sent = await SendAsync(manager, bundle.Zip());
        var page = await manager.GetAsync(sent.Location!);
        page.Body.ShouldContain("Anna");
        page.Form(sent.Location)["Differing"].ShouldBe("ours");
        await manager.PostAsync(sent.Location!, [.. page.Form(sent.Location).Where(f => f.Key != "Differing"), new("Differing", "theirs")]);
        await using (var db = app.Context())
        {
            db.People.Single(p => p.Reference == "P1").FirstName.ShouldBe("Ann");
        }
    }

    [Fact]
    public async Task Nobody_brings_in_or_overwrites_another_schemes_caseload()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var leeds = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var bundle = LeedsOnly();
        await ConfirmAsync(leeds, bundle);
        var cardiff = await app.SignInAsync(RoleTable.Manager, "cardiff");
        bundle.Replace("people", "Ann", "Changed");
        var page = await cardiff.GetAsync((await SendAsync(cardiff, bundle.Zip())).Location!);
        page.Body.ShouldContain("is not your scheme");
        page.Body.ShouldContain("is in use outside your scheme");
        bundle.Only("people", "residences").With("residences", "P1,cardiff,2007-01-01,");
        page = await cardiff.GetAsync((await SendAsync(cardiff, bundle.Zip())).Location!);
        page.Texts("h1").ShouldBe(["This caseload cannot be brought in yet"]);
        await using var db = app.Context();
        db.People.Single(p => p.Reference == "P1").FirstName.ShouldBe("Ann");
    }

    [Fact]
    public async Task An_upload_is_its_senders_only_and_can_be_forgotten()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var other = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var bundle = LeedsOnly();
        var sent = await SendAsync(manager, bundle.Zip());
        (await other.GetAsync(sent.Location!)).Status.ShouldBe(404);
        var uploads = app.Connection.File + "-uploads";
        var folder = Directory.GetDirectories(uploads).ShouldHaveSingleItem();
        File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(folder, "bundle.zip")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var form = (await manager.GetAsync(sent.Location!)).Form(sent.Location);
        (await manager.PostAsync(sent.Location + "?handler=Forget", form)).Status.ShouldBe(302);
        Directory.GetDirectories(uploads).ShouldBeEmpty();
        (await manager.GetAsync(sent.Location!)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_upload_that_nobody_answers_goes_after_an_hour()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var bundle = LeedsOnly();
        await SendAsync(manager, bundle.Zip());
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        new Throughgate.Web.Features.Caseload.Import.Uploads(app.Connection, app.Clock).Clear();
        Directory.GetDirectories(app.Connection.File + "-uploads").ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_of_other_names_and_no_files_are_refused_in_words()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var bundle = LeedsOnly();
        File.Copy(Path.Combine(bundle.Path, "people.csv"), Path.Combine(bundle.Path, "young.csv"));
        var answer = await SendAsync(manager, Path.Combine(bundle.Path, "young.csv"));
        answer.Status.ShouldBe(400);
        answer.Texts(".govuk-error-summary a").ShouldHaveSingleItem().ShouldContain("people.csv, residences.csv");
        (await SendAsync(manager)).Texts(".govuk-error-summary a").ShouldBe(["Choose a .zip file, or the CSV files of a caseload"]);
    }

    [Fact]
    public async Task A_scheme_takes_its_caseload_out_on_record_and_brings_it_in_again_unchanged()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var bundle = LeedsOnly();
        await ConfirmAsync(manager, bundle);
        var form = (await manager.GetAsync("/export")).Form("/export");
        var answer = await manager.PostAsync("/export", form);
        answer.Status.ShouldBe(200);
        answer.Header("Content-Disposition").ShouldStartWith("attachment; filename=caseload-leeds-");
        using var zip = new ZipArchive(await answer.Response.Content.ReadAsStreamAsync());
        zip.Entries.Count.ShouldBe(11);
        var logged = (await app.LogAsync()).Single(l => l.Outcome == "exported");
        logged.People.Count(c => c == ',').ShouldBe(1);
    }

    [Theory]
    [InlineData(RoleTable.Worker)]
    [InlineData(RoleTable.CaseManager)]
    public async Task Who_may_not_is_refused(string role)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var browser = await app.SignInAsync(role, "leeds");
        foreach (var path in (string[])["/import", "/export", $"/import/{Guid.CreateVersion7():N}"])
        {
            (await browser.GetAsync(path)).Status.ShouldBe(404, path);
        }
    }

    private static BundleFolder LeedsOnly() => BundleFolder.Small().Replace("cases", "P2,cardiff", "P2,leeds");

    private static async Task ConfirmAsync(TestBrowser browser, BundleFolder bundle)
    {
        var sent = await SendAsync(browser, bundle.Zip());
        (await browser.PostAsync(sent.Location!, (await browser.GetAsync(sent.Location!)).Form(sent.Location))).Status.ShouldBe(302);
    }

    private static async Task<TestAnswer> SendAsync(TestBrowser browser, params string[] files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in (await browser.GetAsync("/import")).Form("/import"))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            var bytes = new ByteArrayContent(await File.ReadAllBytesAsync(file));
            bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(bytes, "Files", Path.GetFileName(file));
        }

        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/import") { Content = content });
    }
}
