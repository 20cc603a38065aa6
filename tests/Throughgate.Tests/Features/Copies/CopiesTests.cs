using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Copies;

/// <summary>A copy of a record for one recipient: all of it, others held back until ticked, approved by who did not prepare it (R20), with its mark (R5).</summary>
[Trait("requirement", "R20")]
public sealed class CopiesTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    [Trait("requirement", "R5")]
    public async Task What_is_about_others_is_in_a_copy_only_where_it_was_ticked_and_a_second_person_approved_it(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, _) = await SavedAsync(app);
        var author = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        var second = await app.SignInAsync(RoleTable.Manager, "leeds");
        var made = await author.FillAsync($"/young-people/{person}/copies", ("Recipient", "Kai"), ("Why", "He asked"));
        made.Status.ShouldBe(302, made.Body);
        var path = made.Location!;

        var page = await author.GetAsync(path);
        page.Page.QuerySelectorAll("input[name=Ticked]").ShouldAllBe(i => i.GetAttribute("checked") == null);
        page.Body.ShouldNotContain("I have looked it through");
        (await author.PostAsync(path + "?handler=Approve", page.MainForm())).Status.ShouldBe(404, "not by whoever prepared it");
        (await author.GetAsync(path + "/print")).Status.ShouldBe(404, "not before it is approved");
        (await author.PostAsync(path + "?handler=Take", page.MainForm())).Status.ShouldBe(404);

        await ApproveAsync(second, path);
        var text = await TakeAsync(author, path) + (await author.GetAsync(path + "/print")).Body;
        foreach (var canary in Canaries)
        {
            text.ShouldNotContain(canary);
        }

        text.ShouldContain("Ownington");
        text.ShouldContain("I like the college");
        text.ShouldContain("Copy for Kai");

        var item = page.Page.QuerySelectorAll("input[name=Ticked]").First(i => i.ParentElement!.TextContent.Contains("Marge Canary", StringComparison.Ordinal)).GetAttribute("value")!;
        var review = await author.GetAsync(path);
        var ticks = review.Page.QuerySelectorAll("main form").Last(f => f.QuerySelector("input[name=Ticked]") is not null);
        var form = ticks.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        form["Ticked"] = item;
        (await author.PostAsync(path, form)).Status.ShouldBe(302);
        (await author.GetAsync(path + "/print")).Status.ShouldBe(404, "a tick takes the approval back");
        await ApproveAsync(second, path);
        text = await TakeAsync(author, path);
        text.ShouldContain("Marge Canary");
        text.ShouldNotContain("Concern Canary");
        (await app.LogAsync()).Last(r => r.Outcome == "exported").Detail.ShouldContain("Kai");
    }

    [Fact]
    public async Task No_table_is_forgotten()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        await using var db = database.Context();
        var reached = EverythingAbout.Tables(db).Select(t => t.Type.ClrType).Concat(EverythingAbout.NotAboutOnePerson.Keys).ToHashSet();
        var forgotten = db.Model.GetEntityTypes().Where(e => !reached.Contains(e.ClrType) && e.GetProperties().Any(p => p.Name.Contains("Person", StringComparison.Ordinal) || p.Name.Contains("Case", StringComparison.Ordinal) || p.Name.Contains("Sentence", StringComparison.Ordinal)));
        forgotten.Select(e => e.GetTableName()).ShouldBeEmpty("a table about a young person is reached by EverythingAbout, or stands in NotAboutOnePerson with a reason");
        reached.ShouldContain(typeof(Note));
        reached.ShouldContain(typeof(ConsentAnswerRow));
        reached.ShouldContain(typeof(HistoryRow));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Every_row_with_a_person_or_programme_in_it_is_in_the_copy_and_nobody_else_s(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, kase) = await SavedAsync(app);
        await SavedAsync(app, "Seren", "Otherby");
        await using var db = app.Context();
        var tables = await db.EverythingAsync(person);
        tables.Select(t => t.Name).ShouldBeSubsetOf(EverythingAbout.Tables(db).Select(t => t.Type.GetTableName()!));
        foreach (var table in new[] { "people", "residences", "sentences", "cases", "contacts", "notes", "concerns", "people_around", "care_discussions" })
        {
            tables.Select(t => t.Name).ShouldContain(table);
        }

        tables.SelectMany(t => t.Rows).SelectMany(r => r).ShouldAllBe(c => !c.Text.Contains("Otherby", StringComparison.Ordinal));
        tables.Single(t => t.Name == "concerns").Rows.Count.ShouldBe(1);
        kase.ShouldNotBe(Guid.Empty);
    }

    private static readonly string[] Canaries = ["Marge Canary", "Concern Canary", "Note Canary", "Discussed Canary", "07700900123"];

    private static async Task ApproveAsync(TestBrowser second, string path)
    {
        var page = await second.GetAsync(path);
        (await second.PostAsync(path + "?handler=Approve", page.MainForm())).Status.ShouldBe(302);
    }

    private static async Task<string> TakeAsync(TestBrowser browser, string path)
    {
        var page = await browser.GetAsync(path);
        var form = page.Page.QuerySelectorAll("main form").First(f => f.GetAttribute("action")?.Contains("Take", StringComparison.Ordinal) == true);
        var taken = await browser.PostAsync(form.GetAttribute("action")!, form.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? ""));
        taken.Status.ShouldBe(200);
        using var zip = new ZipArchive(await taken.Response.Content.ReadAsStreamAsync());
        var text = new System.Text.StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private static async Task<(Guid Person, Guid Case)> SavedAsync(TestApp app, string first = "Kai", string last = "Ownington")
    {
        var kase = ACase().ReferredOn("2010-03-01").With(AContact("2010-05-04"));
        var person = await AYoungPerson().Named(first, last).Living("leeds").With(ADto("2010-03-01").With(kase)).SaveAsync(app);
        await using var db = app.Context();
        var contact = await db.Contacts.Where(c => c.CaseId == kase.Id).Select(c => c.Id).SingleAsync();
        db.Add(new Note { RowId = contact, CaseId = kase.Id, Text = "Note Canary said so" });
        db.Add(new PersonAround { PersonId = person, Kind = "parent", Name = "Marge Canary", Phone = "07700900123", FromOn = Day("2010-01-01") });
        db.Add(new Concern { CaseId = kase.Id, Text = "Concern Canary", RaisedBy = "Priya" });
        db.Add(new CareDiscussion { CaseId = kase.Id, HeldOn = Day("2010-03-05"), WithWhom = "Discussed Canary", What = "Discussed Canary" });
        db.Add(new FeedbackRow { CaseId = kase.Id, Stage = "month_1", HeldOn = Day("2010-03-05"), How = "paper", OwnWords = "I like the college" });
        await db.SaveChangesAsync();
        return (person, kase.Id);
    }
}
