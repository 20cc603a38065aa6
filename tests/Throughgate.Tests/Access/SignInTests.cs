using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Access;

public sealed class SignInTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Signing_in_leads_on_and_is_on_record(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var account = await app.AccountAsync(RoleTable.Worker, "leeds");
        var browser = app.Browser();

        var answer = await browser.SignInAsync(account.UserName!, TestApp.Password, "/somewhere?a=b");

        answer.Status.ShouldBe(302, answer.Body);
        answer.Location.ShouldBe("/somewhere?a=b");
        answer.Header("Set-Cookie").ShouldContain("httponly");
        answer.Header("Set-Cookie").ShouldContain("samesite=strict");
        var row = (await app.LogAsync()).ShouldHaveSingleItem();
        (row.Outcome, row.ActorId, row.Chain, row.Role).ShouldBe(("signed_in", account.Id, "leeds", "worker"));
    }
}
