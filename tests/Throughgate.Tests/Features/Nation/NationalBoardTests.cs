using System.Text.Json;
using AngleSharp.Dom;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Features.Nation;

/// <summary>The national board's page over HTTP, on the sample; today is 30 June 2011.</summary>
[Trait("rule", "PER-1")]
[Trait("rule", "INF-6")]
public sealed class NationalBoardTests(SampleDatabases samples)
{
    private const string Page = "/figures/board";

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_board_sees_who_is_late_and_of_each_scheme_what_its_own_page_shows(Server server)
    {
        await using var app = TestApp.On(await samples.OnAsync(server));
        app.Clock.Set(new(2011, 6, 30, 12, 0, 0, TimeSpan.Zero));
        var analyst = await app.SignInAsync(RoleTable.NationalAnalyst);

        var page = await analyst.GetAsync($"{Page}?measure=offered&on=2010-04-01");

        page.Status.ShouldBe(200, page.Body);
        page.Texts("#returns p")[0].ShouldContain("due");
        var handedIn = await analyst.GetAsync("/figures/handed-in?quarter=2010-11-4");
        page.Texts("#returns strong")[0].ShouldBe(handedIn.Texts("#sum strong")[0]);
        var rows = page.Page.QuerySelectorAll("#funnel details table tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();
        var file = JsonDocument.Parse((await analyst.GetAsync("/figures/performance?handler=Json&of=nation&by=year&on=2010-04-01")).Body).RootElement;
        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
        {
            var link = page.Page.QuerySelectorAll("#funnel details table a").First(a => a.TextContent.Trim() == row[1]).GetAttribute("href")!;
            var own = await analyst.GetAsync(link);
            own.Status.ShouldBe(200);
            // "60% (31 of 52)", of everybody where it is of everybody.
            var counted = System.Text.RegularExpressions.Regex.Match(row[2], @"\((\d+) of (\d+)\)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
            int.Parse(counted.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(5);
            own.Texts(".tg-question__number")[0].ShouldContain($"({counted.Groups[1].Value} of ");
        }

        page.Body.ShouldNotContain("/young-people");
        (await app.LogAsync()).Where(r => r.ActorId == analyst.Account.Id).ShouldAllBe(r => r.People == "[]");
        file.GetProperty("measures").GetArrayLength().ShouldBe(page.Page.QuerySelectorAll("#measure option").Length + file.GetProperty("measures").EnumerateArray().Count(m => Throughgate.Domain.Figures.MeasureRegister.Find(m.GetProperty("measure").GetString()!)!.Shape != Throughgate.Domain.Figures.Shape.Share));
    }

    [Fact]
    public async Task What_there_is_not_is_said_and_nobody_else_gets_in()
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        app.Clock.Set(new(2011, 6, 30, 12, 0, 0, TimeSpan.Zero));
        var analyst = await app.SignInAsync(RoleTable.NationalAnalyst);
        (await analyst.GetAsync($"{Page}?measure=nonsense")).Status.ShouldBe(400);
        var unfinished = await analyst.GetAsync($"{Page}?on=2011-04-01");
        unfinished.Status.ShouldBe(400);
        unfinished.Texts(".govuk-error-summary li")[0].ShouldBe("Choose a whole financial year that is over");
        var empty = await analyst.GetAsync($"{Page}?on=2003-04-01");
        empty.Status.ShouldBe(200);
        empty.Texts("#funnel .tg-empty")[0].ShouldContain("Fewer than three schemes");
        foreach (var (role, of) in new[] { (RoleTable.BoardMember, "leeds"), (RoleTable.Manager, "leeds"), (RoleTable.ConsortiumManager, "leeds") })
        {
            (await (await app.SignInAsync(role, of)).GetAsync(Page)).Status.ShouldBe(404, role);
        }
    }
}
