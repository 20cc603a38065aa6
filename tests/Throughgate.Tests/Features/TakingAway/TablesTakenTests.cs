using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Throughgate.Tests.Build;
using Throughgate.Tests.Ui.Printing;
using Throughgate.Web;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.TakingAway;

/// <summary>Every list and table as a file: only for who may take it out, with what the page shows and nobody besides, and on record.</summary>
[Trait("requirement", "R5")]
public sealed class TablesTakenTests
{
    private const string Return = "/figures/return/leeds/2010-11/1";

    /// <summary>Where a manager finds a table to take away.</summary>
    private static readonly string[] Lists = ["/young-people", "/young-people?show=closed", "/release", "/today", $"{Return}/mend", Return, "/figures/performance?by=quarter&on=2010-05-04", "/figures/performance/address-14?by=quarter&on=2010-05-04"];

    private static async Task<(TestApp App, Guid Kai, Guid Kept)> StartAsync(Server server)
    {
        var app = await TestApp.StartAsync(server);
        app.Clock.Set(London.At(new(2010, 5, 20, 10, 0, 0)));
        var kai = await AYoungPerson().Named("Kai", "=Owning+ton").Living("leeds").With(ADto("2010-02-01").HeldAt("wetherby").ExpectedOn("2010-06-01").With(ACase().AllocatedTo("Priya Shah", "2010-02-02"))).SaveAsync(app);
        await AYoungPerson().Named("Amy", "Released").With(ADto("2010-01-05").ReleasedOn("2010-05-10").With(ACase().AgreedOn("2010-05-01"))).SaveAsync(app);
        var kept = await AYoungPerson().Named("Mali", "Restricton").Living("leeds").With(ADto("2010-01-05").ReleasedOn("2010-05-11").With(ACase())).SaveAsync(app);
        await using var db = app.Context();
        db.Add(new Throughgate.Web.Data.Rows.Restriction { PersonId = kept, SetAt = app.Clock.GetUtcNow(), SetBy = "Sam", Reason = "A threat" });
        await db.SaveChangesAsync();
        return (app, kai, kept);
    }

    private static string With(string address, string file) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler=Table&file={file}";

    /// <summary>Every cell of every sheet, by sheet.</summary>
    private static async Task<List<List<List<string>>>> SheetsAsync(TestAnswer answer)
    {
        using var opened = SpreadsheetDocument.Open(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync()), false);
        var book = opened.WorkbookPart!;
        return
        [
            .. book.Workbook.Descendants<Sheet>().Select(s => ((WorksheetPart)book.GetPartById(s.Id!.Value!)).Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList()).ToList()),
        ];
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_manager_takes_each_list_with_everybody_on_it_and_nobody_else_and_it_stands_in_the_log(Server server)
    {
        var (app, kai, kept) = await StartAsync(server);
        await using var _ = app;
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        foreach (var list in Lists)
        {
            var page = await manager.GetAsync(list);
            page.Status.ShouldBe(200, page.Body);
            foreach (var (file, type) in new[] { ("csv", "text/csv"), ("xlsx", "application/vnd.openxml"), ("ods", "application/vnd.oasis") })
            {
                var answer = await manager.GetAsync(With(list, file));
                answer.Status.ShouldBe(200, $"{list} {file}: {answer.Body}");
                answer.Header("Content-Type").ShouldStartWith(type);
                answer.Header("Content-Disposition").ShouldContain($".{file}");
                answer.Body.ShouldNotContain("Restricton");
            }

            var sheets = await SheetsAsync(await manager.GetAsync(With(list, "xlsx")));
            sheets.SelectMany(s => s).SelectMany(r => r).ShouldNotContain(c => c.Contains("Restricton", StringComparison.Ordinal), list);
            sheets[^1][0][0].ShouldBe("What", list);
            sheets[^1].Any(r => r[^1].StartsWith($"Taken by {manager.Account.DisplayName} on ", StringComparison.Ordinal)).ShouldBe(sheets.SelectMany(s => s).SelectMany(r => r).Any(c => c.Contains("Kai", StringComparison.Ordinal) || c.Contains("Amy", StringComparison.Ordinal)), $"{list}: who took it stands in a file that names somebody");
            (await manager.GetAsync(With(list, "docx"))).Status.ShouldBe(404, list);
            if (list != "/young-people?show=closed" && !list.EndsWith("/mend", StringComparison.Ordinal))
            {
                page.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain(h => h!.Contains("handler=Table&file=xlsx", StringComparison.Ordinal), list);
            }
        }

        var rows = (await SheetsAsync(await manager.GetAsync(With("/young-people", "xlsx"))))[0];
        rows.Skip(1).Select(r => r[0]).ShouldBe(["Kai =Owning+ton", "Amy Released"], ignoreOrder: true);
        rows.Single(r => r[0].StartsWith("Kai", StringComparison.Ordinal)).ShouldContain("40330", "the day of release is a date: 1 June 2010");
        (await manager.GetAsync(With("/release", "csv"))).Body.ShouldContain("Wetherby");
        (await SheetsAsync(await manager.GetAsync(With("/today", "xlsx"))))[0].Count.ShouldBeGreaterThan(1);
        var people = (await SheetsAsync(await manager.GetAsync(With(Return, "xlsx"))))[1];
        people.Count(r => r.Contains("Amy Released") && r.Contains("I1")).ShouldBeGreaterThan(0);
        people.Count(r => r.Contains("a record you cannot open")).ShouldBeGreaterThan(0, "who is counted and may not be opened is nobody");
        (await manager.GetAsync(With("/figures/performance/address-14?by=quarter&on=2010-05-04&first=people", "csv"))).Body.ShouldContain("Amy Released");

        var log = (await app.LogAsync()).Where(r => r.Outcome == "exported").ToList();
        log.Count.ShouldBe((Lists.Length * 4) + 5);
        log.ShouldNotContain(r => r.People.Contains(kept.ToString(), StringComparison.OrdinalIgnoreCase));
        log.Count(r => r.Action == "GET /young-people" && r.People.Contains(kai.ToString(), StringComparison.OrdinalIgnoreCase)).ShouldBeGreaterThan(3);

        app.Clock.Advance(FreshAttribute.Opened + TimeSpan.FromSeconds(1));
        foreach (var list in Lists)
        {
            (await manager.GetAsync(With(list, "csv"))).Location!.ShouldStartWith("/prove?next=", customMessage: list);
        }
    }

    [Fact]
    public async Task A_worker_takes_nothing_out_and_is_offered_nothing()
    {
        var (app, _, _) = await StartAsync(Server.Sqlite);
        await using var _1 = app;
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        foreach (var list in Lists)
        {
            (await worker.GetAsync(With(list, "csv"))).Status.ShouldBe(404, list);
            (await worker.GetAsync(list)).Body.ShouldNotContain("handler=Table");
        }

        (await worker.GetAsync($"{Return}?handler=Pdf")).Status.ShouldBe(404);
        (await app.LogAsync()).ShouldNotContain(r => r.Outcome == "exported");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Where_it_must_not_be_disclosed_no_file_says_where_they_are(Server server)
    {
        var (app, kai, _) = await StartAsync(server);
        await using var _1 = app;
        await using (var db = app.Context())
        {
            db.Add(new Throughgate.Web.Data.Rows.NotDisclosed { PersonId = kai, SetAt = app.Clock.GetUtcNow(), SetBy = "Sam", Reason = "A threat" });
            await db.SaveChangesAsync();
        }

        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        foreach (var list in Lists)
        {
            (await manager.GetAsync(With(list, "csv"))).Body.ShouldNotContain("Wetherby", customMessage: list);
            (await SheetsAsync(await manager.GetAsync(With(list, "xlsx")))).SelectMany(s => s).SelectMany(r => r).ShouldNotContain(c => c.Contains("Wetherby", StringComparison.Ordinal), list);
        }
    }

    [Fact]
    public async Task Whoever_may_not_open_people_takes_counts_alone()
    {
        var (app, _, _) = await StartAsync(Server.Sqlite);
        await using var _1 = app;
        app.Clock.Set(new DateTimeOffset(2011, 4, 4, 9, 0, 0, TimeSpan.Zero)); // the year is over
        var board = await app.SignInAsync(RoleTable.BoardMember, "leeds");
        foreach (var list in new[] { "/figures/counts/leeds/2010-11/1", "/figures/handed-in", "/figures/performance", "/figures/performance/address-14" })
        {
            (await board.GetAsync(list)).Body.ShouldContain("handler=Table", customMessage: list);
            var answer = await board.GetAsync(With(list, "xlsx"));
            answer.Status.ShouldBe(200, answer.Body);
            var sheets = await SheetsAsync(answer);
            sheets.Count.ShouldBe(2, list);
            sheets.SelectMany(s => s).SelectMany(r => r).ShouldNotContain(c => c.Contains("Amy", StringComparison.Ordinal) || c.Contains("Kai", StringComparison.Ordinal), list);
        }

        // Two were released: a count that points at somebody.
        // The answer comes first; why some of it is hidden, after it.
        var fare = (await board.GetAsync("/figures/performance")).Page;
        (fare.QuerySelector(".tg-question--first")!.CompareDocumentPosition(fare.QuerySelector("main .govuk-inset-text")!) & AngleSharp.Dom.DocumentPositions.Following).ShouldBe(AngleSharp.Dom.DocumentPositions.Following);

        (await SheetsAsync(await board.GetAsync(With("/figures/counts/leeds/2010-11/1", "xlsx"))))[0].Skip(1).Select(r => r[^1]).ShouldAllBe(c => c == "hidden" || c == "0");
        (await app.LogAsync()).Where(r => r.Outcome == "exported").ShouldAllBe(r => r.People == "[]");
    }

    [Fact]
    public async Task A_picture_of_a_figure_is_taken_as_svg_and_png()
    {
        var (app, _, _) = await StartAsync(Server.Sqlite);
        await using var _1 = app;
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var links = (await manager.GetAsync("/figures/performance?by=quarter&on=2010-05-04")).Page.QuerySelectorAll("a[href*='handler=Picture']").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBeGreaterThan(1);
        foreach (var link in links)
        {
            var answer = await manager.GetAsync(link);
            answer.Status.ShouldBe(200, link);
            answer.Header("Content-Type").ShouldBe(link.EndsWith("svg", StringComparison.Ordinal) ? "image/svg+xml" : "image/png");
        }

        (await manager.GetAsync(links[0].Replace("file=svg", "file=gif", StringComparison.Ordinal))).Status.ShouldBe(404);
        (await manager.GetAsync(links[0].Replace("picture=", "picture=no", StringComparison.Ordinal))).Status.ShouldBe(404);
        (await app.LogAsync()).Count(r => r.Outcome == "exported").ShouldBe(links.Count);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync(links[0])).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_return_is_a_document_that_can_be_read_out(Server server)
    {
        var (app, _, _) = await StartAsync(server);
        await using var _1 = app;
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var answer = await manager.GetAsync($"{Return}?handler=Pdf");
        (answer.Status, answer.Header("Content-Type")).ShouldBe((200, "application/pdf"));
        var read = new ReadPdf(await answer.Response.Content.ReadAsByteArrayAsync());
        read.TitleInInfo.ShouldBe("Quarterly return: Leeds, April to June 2010");
        read.Tags.Where(t => t.Kind == "H2").Select(t => t.Text).ShouldBe(["Totals", "I1 Starting, by age and gender", "I2 Starting, by ethnicity", "I3 Starting, by main offence", "I5 Change in Asset", "Checks"]);
        read.Tags.Count(t => t.Kind == "Caption").ShouldBe(5);
        var released = read.Tags.ToList().FindIndex(t => t is { Kind: "TH", Scope: "Row", Text: "Released from custody" });
        read.Tags[released + 1].Text.ShouldBe("2");
        read.Tags.Select(t => t.Text).ShouldNotContain(t => t.Contains("Amy", StringComparison.Ordinal));
        (await app.LogAsync()).Count(r => r.Outcome == "exported").ShouldBe(1);
    }
}
