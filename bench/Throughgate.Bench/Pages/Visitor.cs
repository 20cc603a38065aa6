using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Bench.Pages;

/// <summary>Somebody signed in to the site that is measured.</summary>
internal static partial class Visitor
{
    private const string Password = "correct horse battery staple";

    public static async Task<HttpClient> SignInAsync(WebApplication app, string role, string? scheme, Guid? worker)
    {
        var email = await OpenAccountAsync(app.Services, role, scheme, worker);
        var client = Client(app.Urls.First());
        var form = await client.GetStringAsync("/sign-in");
        using var fields = new FormUrlEncodedContent(
            [new("Email", email), new("Password", Password), new("__RequestVerificationToken", Token().Match(form).Groups["token"].Value)]
        );
        using var answer = await client.PostAsync("/sign-in", fields);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"Sign-in answered {(int)answer.StatusCode}");
    }

    /// <summary>Asks as a browser does whose owner follows a link; what comes compressed stays so, and is weighed so.</summary>
    public static HttpClient Client(string address)
    {
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false, MaxConnectionsPerServer = Load.Connections };
        var client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    private static async Task<string> OpenAccountAsync(IServiceProvider services, string role, string? scheme, Guid? worker)
    {
        await using var scope = services.CreateAsyncScope();
        var name = $"{role}-{Guid.CreateVersion7():N}@example.org";
        var account = new Account { UserName = name, Email = name, DisplayName = "Bench", Role = role, WorkerId = worker };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        if (scheme is not null)
        {
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            db.Add(account.Of(MembershipKinds.Scheme, scheme));
            await db.SaveChangesAsync();
        }

        return made.Succeeded ? name : throw new InvalidOperationException(string.Join("; ", made.Errors.Select(e => e.Description)));
    }

    [GeneratedRegex("""__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
