using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>R6, R15, R39: what every answer carries.</summary>
public sealed class HeaderTests
{
    [Fact]
    public async Task Every_answer_is_safe_and_only_the_programs_own_files_may_be_kept()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var person = await AYoungPerson().SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        string[] paths = ["/", "/sign-in", "/sign-in?lang=cy", "/not-there", "/error/500", $"/trial/record/{person}", $"/trial/record/{Guid.CreateVersion7()}", "/throughgate.css", "/not-there.css"];
        foreach (var browser in new[] { worker, app.Browser() })
        {
            foreach (var path in paths)
            {
                var answer = await browser.GetAsync(path);
                answer.Header("Content-Security-Policy").ShouldBe(SafeAnswers.ContentPolicy, path);
                answer.Header("X-Content-Type-Options").ShouldBe("nosniff", path);
                answer.Header("Referrer-Policy").ShouldBe("no-referrer", path);
                answer.Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin", path);
                answer.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin", path);
                answer.Header("Permissions-Policy").ShouldContain("camera=()", Case.Sensitive, path);
                answer.Header("Server").ShouldBeEmpty(path);
                if (path == "/throughgate.css")
                {
                    answer.Status.ShouldBe(200);
                    answer.Header("Cache-Control").ShouldNotContain("no-store", Case.Sensitive, path);
                }
                else
                {
                    answer.Header("Cache-Control").ShouldBe("no-store", path);
                }
            }
        }
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var client = app.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });
        var browser = new TestBrowser(client);
        (await browser.GetAsync("/sign-in")).Header("Strict-Transport-Security").ShouldContain("max-age=");
        var account = await app.AccountAsync(RoleTable.Worker, "leeds");
        (await browser.SignInAsync(account.UserName!, TestApp.Password)).Header("Set-Cookie").ShouldContain("tg-session=");
        (await browser.SignInAsync(account.UserName!, TestApp.Password)).Header("Set-Cookie").ShouldContain("secure");
    }
}
