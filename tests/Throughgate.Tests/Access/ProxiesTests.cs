using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Throughgate.Tests.Build;
using Throughgate.Web.Access.SigningIn;

namespace Throughgate.Tests.Access;

/// <summary>R12: throttling counts the address that a request truly came from.</summary>
[Trait("requirement", "R12")]
public sealed class ProxiesTests
{
    [Theory]
    [InlineData("127.0.0.1, 10.0.0.0/24", 400)]
    [InlineData("10.0.0.5", 429)]
    [InlineData("", 429)]
    public async Task What_a_listed_proxy_says_is_believed_and_what_anybody_else_says_is_not(string listed, int status)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite, s => s.AddSingleton(Options.Create(Proxies.Of(With(listed)))));
        app.Serve();
        for (var i = 0; i < 30; i++)
        {
            (await TryAsync(app, $"name{i}@example.org", "203.0.113.7")).ShouldBe(400);
        }

        (await TryAsync(app, "another@example.org", "203.0.113.8")).ShouldBe(status, "another address, as the proxy says");
        (await TryAsync(app, "another@example.org", "203.0.113.7")).ShouldBe(429);
    }

    [Fact]
    public void A_list_that_cannot_be_read_stops_the_start() =>
        Should.Throw<FormatException>(() => Proxies.Of(With("proxy.example"))).Message.ShouldContain("neither an address");

    private static async Task<int> TryAsync(TestApp app, string name, string from)
    {
        var browser = app.Browser();
        var form = (await browser.GetAsync("/sign-in")).Form("/sign-in");
        (form["email"], form["password"]) = (name, "wrong wrong wrong");
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Forwarded-For", from);
        return (await browser.SendAsync(request)).Status;
    }

    private static ConfigurationManager With(string listed) => new ConfigurationManager { [Proxies.Setting] = listed };
}
