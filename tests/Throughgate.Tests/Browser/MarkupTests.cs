using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Browser;

/// <summary>The markup of every page, as it is sent, parses without an error and has no id twice.</summary>
public sealed class MarkupTests(SampleDatabases samples)
{
    [Theory]
    [InlineData("en")]
    [InlineData("cy")]
    public async Task Parses_without_an_error(string language)
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        manager.Cookies["tg-language"] = language;
        var person = (await manager.GetAsync("/young-people?on=2010-09-15")).Page.QuerySelectorAll("a[href^='/young-people/']")
            .Select(a => a.GetAttribute("href")!).First(h => Guid.TryParse(h["/young-people/".Length..].Split('?', '#')[0], out _));
        foreach (var path in new[] { "/today?on=2010-09-15", "/young-people?on=2010-09-15", person, "/release?on=2010-09-15", "/young-people/not-on-the-books?on=2010-09-15",
            "/figures", "/figures/return/leeds/2010-11/1", "/rules", "/import", "/help", "/accessibility", "/no-such-page" })
        {
            var page = await manager.GetAsync(path);
            Visitor.ParseErrors(page.Body).ShouldBeEmpty($"{path} in {language}");
            page.Page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty($"{path}: ids that stand twice");
            page.Page.QuerySelectorAll("h1").Length.ShouldBe(1, path);
        }
    }
}
