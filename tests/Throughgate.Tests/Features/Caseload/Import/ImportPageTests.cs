using System.IO.Compression;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Import;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Caseload.Import;

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
        var page = await DoneAsync(manager, sent.Location!);
        page.Status.ShouldBe(200, page.Body);
        page.Texts("tbody tr:last-child td").ShouldBe(["26", "0", "0"]);
        await using (var db = app.Context())
        {
            (db.People.Count() + db.Imports.Count()).ShouldBe(0);
        }

        var form = page.Form(sent.Location);
        var answers = await Task.WhenAll(manager.PostAsync(sent.Location!, form), manager.PostAsync(sent.Location!, form));
        answers.ShouldAllBe(a => a.Status == 302 && a.Location == sent.Location);
        (await DoneAsync(manager, sent.Location!)).Texts("h1").ShouldBe(["The caseload was brought in"]);
        await using (var db = app.Context())
        {
            (db.People.Count(), db.Imports.Count()).ShouldBe((2, 1));
            db.Imports.Single().ActorName.ShouldBe(manager.Account.DisplayName);
            db.AccessLog.Count(l => l.Outcome == "imported").ShouldBe(1);
        }
    }

    [Fact]
    public async Task What_came_of_it_is_found_again_under_bring_in_a_caseload_by_everybody_of_the_scheme_and_nobody_else()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var bundle = LeedsOnly();
        var sent = await SendAsync(manager, bundle.Zip());
        await DoneAsync(manager, sent.Location!);
        (await manager.GetAsync("/import")).Page.QuerySelectorAll($"main a[href='{sent.Location}']").Length.ShouldBe(1);
        await ConfirmAsync(manager, bundle);
        (await manager.GetAsync("/import")).Texts("#lately + ul li").ShouldHaveSingleItem().ShouldContain("26 rows added");
        (await (await app.SignInAsync(RoleTable.InformationOfficer, "leeds")).GetAsync("/import")).Texts("#lately + ul li").Count.ShouldBe(1);
        (await (await app.SignInAsync(RoleTable.Manager, "cardiff")).GetAsync("/import")).Texts("#lately + ul li").ShouldBeEmpty();
    }

    [Fact]
    public async Task While_a_caseload_is_written_everybody_else_is_told_and_a_dry_run_stops_nobody()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        using var bundle = LeedsOnly();
        var zip = bundle.Zip();
        using (await WriteTurn.TakeAsync(await app.Connection.OpenAsync()))
        {
            // Somebody else is writing: a dry run does not ask for the turn.
            var outcome = await new ImportCaseload(app.Connection, app.Clock) { Rehearse = true }.RunAsync(bundle.Path, Actor.CommandLine);
            outcome.Report.Added.ShouldBe(26);
        }

        var address = (await SendAsync(manager, zip)).Location!;
        await DoneAsync(manager, address);
        var actor = new Actor(manager.Account.Id, manager.Account.DisplayName, RoleTable.Manager, "leeds");
        var upload = (await app.Services.GetRequiredService<Uploads>().FindAsync(Guid.Parse(address["/import/".Length..]), actor.Id, TestContext.Current.CancellationToken))!;
        var begin = new TaskCompletionSource();
        var work = app.Services.GetRequiredService<ImportsAtWork>().BringIn(upload, false, actor, begin.Task);
        (await manager.GetAsync(address)).Texts("h1").ShouldBe(["The caseload is being brought in"]);
        work.Progress = new("Writing", 13) { Phase = ImportPhase.Writing, Of = 26 };
        var told = await worker.GetAsync("/today");
        (told.Status, told.Header("Refresh")).ShouldBe((503, "3"));
        told.Texts("h1").ShouldBe(["A caseload is being brought in"]);
        told.Body.ShouldContain("13 of about 26 rows are done.");
        (await worker.GetAsync("/throughgate.css")).Status.ShouldBe(200);
        begin.SetResult();
        await work.Done.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        (await DoneAsync(manager, address)).Texts("h1").ShouldBe(["The caseload was brought in"]);
        (await worker.GetAsync("/today")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Problems_are_shown_as_file_line_column_what_and_expected_and_nothing_is_written()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        using var bundle = LeedsOnly().Replace("people", "1994-05-01", "1994-02-29");
        var sent = await SendAsync(officer, Path.Combine(bundle.Path, "people.csv"), Path.Combine(bundle.Path, "residences.csv"));
        var page = await DoneAsync(officer, sent.Location!);
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
        var page = await DoneAsync(manager, sent.Location!);
        page.Body.ShouldContain("Anna");
        page.Form(sent.Location)["Differing"].ShouldBe("ours");
        await manager.PostAsync(sent.Location!, [.. page.Form(sent.Location).Where(f => f.Key != "Differing"), new("Differing", "theirs")]);
        await DoneAsync(manager, sent.Location!);
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
        var page = await DoneAsync(cardiff, (await SendAsync(cardiff, bundle.Zip())).Location!);
        page.Body.ShouldContain("is not your scheme");
        page.Body.ShouldContain("is in use outside your scheme");
        bundle.Only("people", "residences").With("residences", "P1,cardiff,2007-01-01,");
        page = await DoneAsync(cardiff, (await SendAsync(cardiff, bundle.Zip())).Location!);
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
        var form = (await DoneAsync(manager, sent.Location!)).Form(sent.Location);
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
        await DoneAsync(manager, (await SendAsync(manager, bundle.Zip())).Location!);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        new Throughgate.Web.Features.Caseload.Import.Uploads(app.Connection, app.Clock).Clear();
        Directory.GetDirectories(app.Connection.File + "-uploads").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_at_work_stays_whatever_the_hour_and_another_database_clears_nothing_of_it(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        await using var other = await TestApp.StartAsync(server);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var bundle = LeedsOnly();
        var sent = await SendAsync(manager, bundle.Zip());
        await DoneAsync(manager, sent.Location!);
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        other.Clock.Advance(TimeSpan.FromMinutes(200));
        new Uploads(other.Connection, other.Clock).Clear();
        var uploads = new Uploads(app.Connection, app.Clock);
        (await uploads.OfAsync(manager.Account.Id, default)).ShouldHaveSingleItem();

        var id = Guid.Parse(sent.Location!.Split('/')[^1]);
        uploads.Hold(id);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        uploads.Clear();
        (await uploads.OfAsync(manager.Account.Id, default)).ShouldHaveSingleItem();
        uploads.LetGo(id);
        uploads.Clear();
        (await uploads.OfAsync(manager.Account.Id, default)).ShouldBeEmpty();
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

    [Fact, Trait("requirement", "R5")]
    public async Task A_scheme_takes_its_caseload_out_on_record_and_brings_it_in_again_unchanged()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        using var bundle = LeedsOnly();
        await ConfirmAsync(manager, bundle);
        var form = (await manager.GetAsync("/export")).Form("/export");
        (await manager.PostAsync("/export", form)).Status.ShouldBe(400, "why, and for whom?");
        (form["Why"], form["Recipient"]) = ("Quarterly audit", "Nia, County Hall");
        var answer = await manager.PostAsync("/export", form);
        answer.Status.ShouldBe(200);
        answer.Header("Content-Disposition").ShouldStartWith("attachment; filename=caseload-leeds-");
        using var zip = new ZipArchive(await answer.Response.Content.ReadAsStreamAsync());
        zip.Entries.Count.ShouldBe(11);
        zip.Comment.ShouldStartWith($"Taken by {manager.Account.DisplayName} on ");
        zip.Comment.ShouldEndWith(" for Nia, County Hall: Quarterly audit");
        var logged = (await app.LogAsync()).Single(l => l.Outcome == "exported");
        logged.Detail.ShouldContain("Quarterly audit");
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

    /// <summary>The upload's page once it no longer says that it asks again.</summary>
    private static async Task<TestAnswer> DoneAsync(TestBrowser browser, string address)
    {
        for (var tries = 0; ; tries++)
        {
            var page = await browser.GetAsync(address);
            if (page.Header("Refresh").Length == 0 || tries == 100)
            {
                return page;
            }

            await Task.Delay(100);
        }
    }

    private static BundleFolder LeedsOnly() => BundleFolder.Small().Replace("cases", "P2,cardiff", "P2,leeds");

    private static async Task ConfirmAsync(TestBrowser browser, BundleFolder bundle)
    {
        var sent = await SendAsync(browser, bundle.Zip());
        (await browser.PostAsync(sent.Location!, (await DoneAsync(browser, sent.Location!)).Form(sent.Location))).Status.ShouldBe(302);
        await DoneAsync(browser, sent.Location!);
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
