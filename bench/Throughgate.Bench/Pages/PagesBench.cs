using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughgate.Bench.Floors;
using Throughgate.Bench.Import;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Data;

namespace Throughgate.Bench.Pages;

/// <summary>
/// Today, a young person's page, the caseload and the release board: signed in, authorised and logged, over loopback at 16 connections, in
/// turns with the floors of a page of the same size. Load, server and floors share the machine.
/// </summary>
public static class PagesBench
{
    private const int Rounds = 3;
    private const string Scheme = "leeds";
    private const int MostNextVisit = 25;
    private static readonly DateOnly Day = new(2010, 9, 15);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(Setting setting)
    {
        await foreach (var (server, database) in Caseloads.EachAsync(setting))
        {
            await RunAsync(server, database);
        }
    }

    private static async Task RunAsync(string server, Connection database)
    {
        await using var app = await Site.BuildAsync(["--applicationName", "throughgate"], builder =>
        {
            builder.Services.AddSingleton(database);
            builder.Services.AddSingleton(new Throughgate.Web.Access.SigningIn.Second.SecondFactorPolicy(Required: false));
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        var (person, worker, open) = await WhoAsync(database);
        Setting.Tell($"open-cases-of-the-scheme-{server}", open);
        using var visitor = await Visitor.SignInAsync(app, RoleTable.Worker, Scheme, worker);
        using var manager = await Visitor.SignInAsync(app, RoleTable.Manager, Scheme, null);
        await using var floors = await FloorPages.StartAsync(database, person);
        using var plain = Visitor.Client(floors.Address);

        foreach (var (name, client, path) in new[]
        {
            ("today", visitor, "/today?on=2010-09-15"),
            ("young-person", visitor, $"/young-people/{person}?on=2010-09-15"),
            ("caseload", visitor, "/young-people?on=2010-09-15"),
            ("release-board", visitor, "/release?on=2010-09-15"),
            ("today-of-the-team", manager, "/today?on=2010-09-15"),
            ("return", manager, $"/figures/return/{Scheme}/2010-11/1"),
            ("performance", manager, "/figures/performance?by=year&on=2010-06-01"),
        })
        {
            if (Environment.GetEnvironmentVariable("BENCH_PAGE") is not { } only || only == name)
            {
                await MeasureAsync($"{name}-{server}", client, path, plain);
            }
        }
    }

    private static async Task MeasureAsync(string name, HttpClient client, string path, HttpClient plain)
    {
        var first = System.Diagnostics.Stopwatch.StartNew();
        var size = await SizeAsync(client, path);
        Setting.Tell($"page-{name}-first-ms", first.Elapsed.TotalMilliseconds);
        var rows = await RowsForAsync(plain, size);
        var (pages, plains, references) = (new List<Load>(), new List<Load>(), new List<Load>());
        await Load.RunAsync(plain, $"/reference?rows={rows}", 4 * Round);
        await Load.RunAsync(client, path, Environment.GetEnvironmentVariable("BENCH_HOLD") is { } hold ? TimeSpan.FromSeconds(int.Parse(hold) * 2) : 8 * Round);
        for (var round = 0; round < Rounds; round++)
        {
            plains.Add(await Load.RunAsync(plain, $"/plain?rows={rows}", Round / 2));
            references.Add(await Load.RunAsync(plain, $"/reference?rows={rows}", Round));
            pages.Add(await Load.RunAsync(client, path, Round));
        }

        var alone = await Load.RunAsync(client, path, Round, connections: 1);
        Setting.Tell($"page-{name}-alone-p50-ms", alone.Median);
        var (page, a, b) = (Load.Middle(pages), Load.Middle(plains), Load.Middle(references));
        Setting.Tell($"page-{name}-p50-ms-beside-a", page.Median, a.Median);
        Setting.AgainstFloor($"page-{name}-p50-ms", page.Median, b.Median, 2);
        Setting.Tell($"page-{name}-p99-ms", page.P99, b.P99);
        Setting.AgainstFloor($"page-{name}-seconds-a-1000", 1000 / page.APerSecond, 1000 / b.APerSecond, 2);
        Setting.AgainstFloor($"page-{name}-processor-ms", page.Processor, b.Processor, 2);
        Setting.Tell($"page-{name}-allocated-kB", page.Allocated, b.Allocated);
        Setting.AtMost($"page-{name}-kB", page.Bytes / 1000.0, MostNextVisit);
    }

    // As long as the page is before it is compressed, so that floor and page write as much.
    private static async Task<int> SizeAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "identity");
        using var answer = await client.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
    }

    // How many rows make a floor as long as the page.
    private static async Task<int> RowsForAsync(HttpClient plain, int bytes)
    {
        var none = await Load.AskAsync(plain, "/plain?rows=0");
        var hundred = await Load.AskAsync(plain, "/plain?rows=100");
        return (bytes - none) * 100 / (hundred - none);
    }

    /// <summary>Somebody with much on record, and the worker of the scheme with most cases.</summary>
    private static async Task<(Guid Person, Guid Worker, int Open)> WhoAsync(Connection database)
    {
        await using var db = database.Context();
        var open = db.Cases.Where(c => c.Scheme == Scheme && c.ReferredOn <= Day && (c.ClosedOn == null || c.ClosedOn > Day));
        var person = await open.OrderByDescending(c => db.Contacts.Count(k => k.CaseId == c.Id)).ThenBy(c => c.Reference).Select(c => c.PersonId).FirstAsync();
        var worker = await db.Allocations.Where(a => a.Role == AllocationRoles.LeadWorker)
            .Join(open, a => a.CaseId, c => c.Id, (a, _) => a.WorkerId)
            .GroupBy(w => w).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        return (person, worker, await open.CountAsync());
    }
}
