using System.Text.Json;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Features.Performance;

namespace Throughgate.Tests.Features.Performance;

/// <summary>Figures of performance for those who may not open the people (INF-6), on the sample; today is 30 June 2011.</summary>
[Trait("rule", "INF-6")]
public sealed class PerformanceCountsTests(SampleDatabases samples)
{
    private const string Page = "/figures/performance";

    private async Task<TestApp> AppAsync(Server server)
    {
        var app = TestApp.On(await samples.OnAsync(server));
        app.Clock.Set(new(2011, 6, 30, 12, 0, 0, TimeSpan.Zero));
        return app;
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_board_member_reads_first_whether_they_have_an_address_in_time_and_sees_nobody(Server server)
    {
        await using var app = await AppAsync(server);
        var board = await app.SignInAsync(RoleTable.BoardMember, "leeds");

        var sent = await board.GetAsync("/figures");
        sent.Location.ShouldBe(Page);
        var page = await board.GetAsync(Page);

        page.Status.ShouldBe(200, page.Body);
        page.Texts("h1")[0].ShouldContain("1 April 2010 to 31 March 2011");
        page.Texts("h2")[0].ShouldBe("Do they have an address in time?");
        page.Texts(".tg-question__number")[0].ShouldContain("Address confirmed 14 days before release");
        page.Texts(".tg-question p")[1].ShouldNotBeEmpty();
        page.Body.ShouldNotContain("/young-people");
        (await board.GetAsync("/figures?choose=return")).Status.ShouldBe(200);
        var opened = await board.GetAsync($"{Page}/address-14");
        opened.Status.ShouldBe(200, opened.Body);
        opened.Page.QuerySelector("#people").ShouldBeNull();
        opened.Body.ShouldNotContain("/young-people");
        var log = (await app.LogAsync()).Where(r => r.ActorId == board.Account.Id).ToList();
        log.ShouldAllBe(r => r.People == "[]");
    }

    [Theory]
    [InlineData("2011-03-31", "2010-04-01")]
    [InlineData("2011-04-01", "2011-04-01")]
    [InlineData("2011-06-30", "2011-04-01")]
    [InlineData("2012-01-01", "2011-04-01")]
    public void Counts_stand_on_the_last_1_April_so_that_no_two_days_of_a_year_differ_by_one_person(string today, string on) =>
        ReckonFigures.LastApril(DateOnly.ParseExact(today, "yyyy-MM-dd")).ShouldBe(DateOnly.ParseExact(on, "yyyy-MM-dd"));

    [Theory]
    [InlineData(RoleTable.BoardMember, "leeds", "scheme:leeds")]
    [InlineData(RoleTable.NationalAnalyst, null, "nation")]
    [InlineData(RoleTable.NationalAnalyst, null, "scheme:leeds")]
    [InlineData(RoleTable.ConsortiumManager, "leeds", "scheme:leeds")]
    public async Task No_number_of_1_to_4_is_shown_nor_the_difference_of_a_figures_own(string role, string? of, string level)
    {
        await using var app = await AppAsync(Server.Sqlite);
        var reader = await app.SignInAsync(role, of);
        var file = JsonDocument.Parse((await reader.GetAsync($"{Page}?handler=Json&of={level}")).Body).RootElement;
        var (numbers, shown, hidden) = (0, 0, 0);
        foreach (var measure in file.GetProperty("measures").EnumerateArray())
        {
            foreach (var figure in measure.GetProperty("trend").EnumerateArray().Append(measure.GetProperty("period")).Append(measure.GetProperty("before")))
            {
                shown += figure.GetProperty("shown_as").GetString() is "parts" or "answers" or "met_and_rest" ? 1 : 0;
                hidden += figure.GetProperty("shown_as").GetString() == "hidden" ? 1 : 0;
                int? Number(string name) => figure.GetProperty(name) is { ValueKind: JsonValueKind.Number } n ? n.GetInt32() : null;
                int?[] all = [Number("counted"), Number("met"), Number("not_met"), Number("untold"), Number("counted") - Number("met"), Number("counted") - Number("untold")];
                IEnumerable<int?> parts = figure.TryGetProperty("parts", out var some) ? some.EnumerateObject().Select(p => (int?)p.Value.GetInt32()) : [];
                all.Concat(parts).ShouldAllBe(n => n == null || n == 0 || n >= 5, $"{measure.GetProperty("measure")} {figure}");
                numbers += all.Count(n => n is not null);
            }
        }

        shown.ShouldBeGreaterThan(level == "nation" ? 40 : 5);
        hidden.ShouldBeGreaterThan(0);
        numbers.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Nothing_shorter_than_a_whole_year_that_is_over_is_there_for_them()
    {
        await using var app = await AppAsync(Server.Sqlite);
        var board = await app.SignInAsync(RoleTable.BoardMember, "leeds");
        foreach (var period in new[] { "by=quarter&on=2010-05-04", "by=month&on=2010-05-04", "by=days&on=2010-04-01&to=2011-03-31", "by=twelve&on=2011-03-31", "by=year&on=2011-05-01", "on=2011-03-31" })
        {
            (await board.GetAsync($"{Page}?{period}")).Status.ShouldBe(400, period);
            (await board.GetAsync($"{Page}/address-14?{period}")).Status.ShouldBe(404, period);
            (await board.GetAsync($"{Page}?handler=Json&{period}")).Status.ShouldBe(404, period);
        }

        (await board.GetAsync($"{Page}?by=year&on=2009-05-04")).Status.ShouldBe(200);
        foreach (var of in new[] { "scheme:cardiff", "nation", "yot:leeds" })
        {
            (await board.GetAsync($"{Page}?of={of}")).Status.ShouldBe(404, of);
        }

        var analyst = await app.SignInAsync(RoleTable.NationalAnalyst);
        (await analyst.GetAsync($"{Page}?of=consortium")).Status.ShouldBe(404);
        var nation = await analyst.GetAsync($"{Page}/offered");
        nation.Texts("caption").ShouldContain(c => c.Contains("By scheme", StringComparison.Ordinal));
        (await analyst.GetAsync($"{Page}/offered?of=scheme:leeds")).Texts("caption").ShouldNotContain(c => c.Contains("By gender", StringComparison.Ordinal));
    }
}
