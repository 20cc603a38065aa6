using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Access;

[Trait("requirement", "R9")]
public sealed class SignedInPlacesTests
{
    private const string Page = "/your-account/signed-in";

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_browser_is_signed_out_from_another_and_then_all(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var here = await app.SignInAsync(RoleTable.Worker, "leeds");
        var there = await app.SignInAsync(here);
        var third = await app.SignInAsync(here);
        var stranger = await app.SignInAsync(RoleTable.Worker, "leeds");
        var page = await here.GetAsync(Page);
        page.Page.QuerySelectorAll("main h2").Length.ShouldBe(3);
        page.Texts("main .govuk-tag").ShouldBe(["This one"]);
        var ids = page.Page.QuerySelectorAll("button[name=End]").Select(b => b.GetAttribute("value")!).Where(v => v != "all").ToList();
        ids.Count.ShouldBe(2);

        (await here.FillAsync(Page, ("End", ids[0]))).Location.ShouldBe(Page);

        var left = new[] { there, third }.Select(async b => (await b.GetAsync("/your-account")).Status);
        (await Task.WhenAll(left)).Order().ShouldBe([200, 302]);
        (await stranger.FillAsync(Page, ("End", ids[1]))).Location.ShouldBe(Page);
        (await here.GetAsync(Page)).Page.QuerySelectorAll("main h2").Length.ShouldBe(2, "nobody ends another's session");
        (await here.FillAsync(Page, ("End", "all"))).Location.ShouldBe("/sign-in");
        foreach (var browser in new[] { here, there, third })
        {
            (await browser.GetAsync("/your-account")).Status.ShouldBe(302);
        }

        (await stranger.GetAsync("/your-account")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_that_the_browser_had_whosever_it_was()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var planted = await app.SignInAsync(RoleTable.Worker, "leeds");
        var victim = planted.Copy();
        var account = await app.AccountAsync(RoleTable.Manager, "leeds");

        (await victim.SignInAsync(account.UserName!, TestApp.Password)).Status.ShouldBe(302);

        (await victim.GetAsync("/your-account")).Body.ShouldContain(account.UserName!);
        (await planted.GetAsync("/your-account")).Status.ShouldBe(302, "the planted session has ended, and is not the victim's");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("curl/8", "")]
    [InlineData("", "")]
    public void A_browser_is_named_shortly(string said, string name) => Web.Access.SigningIn.BrowserName.Of(said).ShouldBe(name);
}
