using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Throughgate.Bench.Import;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Caseload.Import;

namespace Throughgate.Bench.Pages;

/// <summary>
/// Today, the caseload and a young person's page: signed in, authorised and logged, over loopback at 16 connections, in turns with the
/// reference page (a page of 15 kB, three prepared reads, one committed row of the log). Load and server share the machine.
/// </summary>
public static partial class PagesBench
{
    private const int Connections = 16;
    private const int Rounds = 3;
    private const string Password = "correct horse battery staple";
    private const string On = "?on=2010-09-15";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(Setting setting)
    {
        var bundle = Path.Combine(setting.Folder, "pages-caseload");
        SyntheticBundle.Write(bundle, setting.People);
        var connection = new Connection(Path.Combine(setting.Folder, "pages.db"));
        await Migrator.MigrateAsync(connection, TextWriter.Null);
        await new ImportCaseload(connection, TimeProvider.System).RunAsync(bundle, Actor.CommandLine);

        await using var app = await Site.BuildAsync(["--applicationName", "throughgate"], builder =>
        {
            builder.Services.AddSingleton(connection);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        var worker = await OpenAccountAsync(app.Services, connection);
        using var signedIn = await SignInAsync(app.Urls.First(), worker);
        await using var reference = await ReferencePage.StartAsync(connection);
        using var plain = Client(reference.Address, new CookieContainer());

        var person = await PersonAsync(connection);
        foreach (var (name, path) in new[] { ("today-worker", "/today" + On), ("young-person", $"/young-people/{person}{On}"), ("caseload", "/young-people" + On) })
        {
            var (pages, floors) = (new List<Load>(), new List<Load>());
            for (var round = 0; round < Rounds; round++)
            {
                floors.Add(await LoadAsync(plain, "/"));
                pages.Add(await LoadAsync(signedIn, path));
            }

            var (page, floor) = (pages.OrderBy(l => l.APerSecond).ElementAt(Rounds / 2), floors.OrderBy(l => l.APerSecond).ElementAt(Rounds / 2));
            Setting.AgainstFloor($"page-{name}-p50-ms", page.Median, floor.Median, 2);
            Setting.AgainstFloor($"page-{name}-seconds-a-1000", 1000 / page.APerSecond, 1000 / floor.APerSecond, 2);
            Setting.AtMost($"page-{name}-kB", page.Bytes / 1000.0, 120);
        }
    }

    private sealed record Load(double APerSecond, double Median, long Bytes);

    private static async Task<Load> LoadAsync(HttpClient client, string path)
    {
        var times = new List<double>();
        long bytes = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < Round)
            {
                var one = Stopwatch.StartNew();
                using var answer = await client.GetAsync(path);
                var body = await answer.Content.ReadAsByteArrayAsync();
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
                }

                lock (times)
                {
                    times.Add(one.Elapsed.TotalMilliseconds);
                    bytes = body.Length;
                }
            }
        })));
        return new(times.Count / watch.Elapsed.TotalSeconds, times.Order().ElementAt(times.Count / 2), bytes);
    }

    private static async Task<string> OpenAccountAsync(IServiceProvider services, Connection connection)
    {
        await using var db = connection.Context();
        var busiest = await db.Allocations.Where(a => a.Role == AllocationRoles.LeadWorker)
            .Join(db.Cases.Where(c => c.Scheme == "leeds"), a => a.CaseId, c => c.Id, (a, _) => a.WorkerId)
            .GroupBy(w => w).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        await using var scope = services.CreateAsyncScope();
        var account = new Account { UserName = "bench@example.org", Email = "bench@example.org", DisplayName = "Bench", Role = RoleTable.Worker, Scheme = "leeds", WorkerId = busiest };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        return made.Succeeded ? account.UserName : throw new InvalidOperationException(string.Join("; ", made.Errors.Select(e => e.Description)));
    }

    private static async Task<Guid> PersonAsync(Connection connection)
    {
        await using var db = connection.Context();
        return await db.Cases.Where(c => c.Scheme == "leeds" && c.ReferredOn <= new DateOnly(2010, 9, 15) && c.ClosedOn == null)
            .OrderByDescending(c => db.Contacts.Count(k => k.CaseId == c.Id)).Select(c => c.PersonId).FirstAsync();
    }

    private static async Task<HttpClient> SignInAsync(string address, string email)
    {
        var client = Client(address, new CookieContainer());
        var form = await client.GetStringAsync("/sign-in");
        var token = Token().Match(form).Groups["token"].Value;
        using var fields = new FormUrlEncodedContent([new("Email", email), new("Password", Password), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync("/sign-in", fields);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"Sign-in answered {(int)answer.StatusCode}");
    }

    private static HttpClient Client(string address, CookieContainer cookies) =>
        new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri(address) };

    [GeneratedRegex("""__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
