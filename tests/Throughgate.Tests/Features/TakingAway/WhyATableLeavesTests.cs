using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.TakingAway;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.TakingAway;

/// <summary>A table that names more than a handful leaves for a reason, to somebody, and says so; a figure or a few names leave as before.</summary>
[Trait("requirement", "R5")]
public sealed class WhyATableLeavesTests
{
    private const string Table = "/young-people?sort=name&handler=Table&file=";

    private static async Task<TestApp> StartAsync(Server server, int people)
    {
        var app = await TestApp.StartAsync(server);
        app.Clock.Set(London.At(new(2010, 5, 20, 10, 0, 0)));
        for (var i = 0; i < people; i++)
        {
            await AYoungPerson().Named(string.Create(CultureInfo.InvariantCulture, $"Kai{i}"), "Owen").Living("leeds").With(ADto("2010-02-01").HeldAt("wetherby").ExpectedOn("2010-06-01").With(ACase())).SaveAsync(app);
        }

        return app;
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task More_than_a_handful_leave_when_it_is_said_why_and_for_whom(Server server)
    {
        await using var app = await StartAsync(server, TakenFor.Handful + 1);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var asks = $"{TakenFor.Page}?table={Uri.EscapeDataString(Table + "csv")}";
        (await manager.GetAsync(Table + "csv")).Location.ShouldBe(asks);
        (await app.LogAsync())[^1].ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe("sent_on"), r => r.People.ShouldBe("[]", "the page only asked why: nobody was seen"));
        (await manager.GetAsync(asks)).Page.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe("/young-people?sort=name");
        var unsaid = await manager.FillAsync(asks, ("Why", " "));
        (unsaid.Status, unsaid.Texts(".govuk-error-summary li").Count).ShouldBe((400, 2));
        (await app.LogAsync()).ShouldNotContain(r => r.Outcome == "exported");

        (await manager.FillAsync(asks, ("Why", "Visits in June"), ("Recipient", "Nia, the office"))).Location.ShouldBe(Table + "csv");
        (await manager.GetAsync(Table + "xlsx")).Status.ShouldBe(302, "it was said for another file");
        (await manager.FillAsync(asks, ("Why", "Visits in June"), ("Recipient", "Nia, the office"))).Status.ShouldBe(302);
        var csv = await manager.GetAsync(Table + "csv");
        csv.Status.ShouldBe(200);
        csv.Header("Content-Disposition").ShouldContain("-taken-2010-05-20-1000-by-scheme-manager-of-leeds.csv");
        csv.Body.ShouldNotContain("Taken by");
        csv.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(TakenFor.Handful + 2, "a line of heads and one for each, for the programs that read it");
        (await manager.GetAsync(Table + "csv")).Location.ShouldBe(asks, "it is good once");
        var row = (await app.LogAsync()).Single(r => r.Outcome == "exported");
        row.Detail.ShouldContain("Visits in June");
        row.Detail.ShouldContain("Nia, the office");

        (await manager.FillAsync(asks.Replace("csv", "xlsx", StringComparison.Ordinal), ("Why", "Visits in June"), ("Recipient", "Nia, the office"))).Status.ShouldBe(302);
        using var opened = SpreadsheetDocument.Open(new MemoryStream(await (await manager.GetAsync(Table + "xlsx")).Response.Content.ReadAsByteArrayAsync()), false);
        opened.WorkbookPart!.WorksheetParts.SelectMany(w => w.Worksheet.Descendants<Cell>()).ShouldContain(c => c.InnerText == $"Taken by {manager.Account.DisplayName} on 20 May 2010, 10:00 for Nia, the office: Visits in June");

        await manager.FillAsync(asks, ("Why", "Visits in June"), ("Recipient", "Nia, the office"));
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        var other = await app.SignInAsync(RoleTable.Manager, "leeds");
        other.Cookies["tg-why"] = manager.Cookies["tg-why"];
        (await other.GetAsync(Table + "csv")).Location.ShouldBe(asks, "somebody else said it");
    }

    [Fact]
    public async Task A_handful_leaves_unasked_and_only_a_table_of_this_program_is_led_to()
    {
        await using var app = await StartAsync(Server.Sqlite, TakenFor.Handful);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var csv = await manager.GetAsync(Table + "csv");
        (csv.Status, csv.Header("Content-Disposition")!.Contains("-taken-2010-05-20-1000-by-", StringComparison.Ordinal)).ShouldBe((200, true));
        foreach (var bad in new[] { "//elsewhere.example/?handler=Table", "https://elsewhere.example/?handler=Table", "/\\elsewhere.example?handler=Table", "/young-people", "/young-people?handler=Other" })
        {
            (await manager.GetAsync($"{TakenFor.Page}?table={Uri.EscapeDataString(bad)}")).Status.ShouldBe(404, bad);
        }

        (await (await app.SignInAsync(RoleTable.Worker, "leeds")).GetAsync($"{TakenFor.Page}?table=%2Fyoung-people%3Fhandler%3DTable")).Status.ShouldBe(404);
    }
}
