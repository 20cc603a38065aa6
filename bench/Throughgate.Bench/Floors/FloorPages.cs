using System.Net;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Data;

namespace Throughgate.Bench.Floors;

/// <summary>
/// The floors of a page, as a program of their own: (a) a Razor page of a size without data, <c>/plain</c>; (b) the same with three prepared
/// reads by key and one committed row of a log, by hand-written ADO.NET on the same database, <c>/reference</c>. <c>?rows=N</c> sets the size.
/// </summary>
internal sealed class FloorPages : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FloorPages(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public static async Task<FloorPages> StartAsync(Connection database, Guid person)
    {
        var builder = Builder([]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var reads = await ReferenceReads.PrepareAsync(database, person);
        builder.Services.AddSingleton(reads);
        var app = builder.Build();
        app.MapRazorPages();
        await app.StartAsync();
        return new(app);
    }

    /// <summary>An app of Razor pages and nothing else, for the floor of a start (e).</summary>
    public static async Task RunEmptyAsync(string[] args)
    {
        var app = Builder(args).Build();
        app.MapRazorPages();
        await app.RunAsync();
    }

    private static WebApplicationBuilder Builder(string[] args)
    {
        var own = typeof(FloorPages).Assembly.GetName().Name;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = own });
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Floors").ConfigureApplicationPartManager(parts =>
        {
            foreach (var other in parts.ApplicationParts.Where(p => p.Name != own).ToList())
            {
                parts.ApplicationParts.Remove(other);
            }
        });
        return builder;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

public sealed class PlainPage : PageModel
{
    public int Rows { get; private set; }

    public void OnGet(int rows) => Rows = rows;
}

public sealed class ReferencePage(ReferenceReads reads) : PageModel
{
    public int Rows { get; private set; }

    public async Task OnGetAsync(int rows)
    {
        await reads.RunAsync();
        Rows = rows;
    }
}
