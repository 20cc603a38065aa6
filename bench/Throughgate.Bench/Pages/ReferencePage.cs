using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Throughgate.Web.Data;

namespace Throughgate.Bench.Pages;

/// <summary>The floor of a page: 15 kB of text, three reads by key and one committed row, by hand-written ADO.NET on the same database.</summary>
internal sealed class ReferencePage : IAsyncDisposable
{
    private static readonly string Body = new('x', 15_000);
    private readonly WebApplication _app;

    private ReferencePage(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public static async Task<ReferencePage> StartAsync(Connection database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        await using (var making = await database.OpenAsync())
        {
            await making.RunAsync("create table if not exists bench_log (id uuid not null primary key, at text not null)");
        }

        app.MapGet("/", async (HttpContext context) =>
        {
            await using var connection = await database.OpenAsync();
            foreach (var sql in (string[])["select * from people limit 1", "select * from cases where scheme = 'leeds' limit 30", "select * from marks"])
            {
                await using var read = connection.Command(sql);
                await using var rows = await read.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                {
                    _ = rows.GetValue(0);
                }
            }

            await using var write = connection.Command("insert into bench_log (id, at) values (@id, @at)", ("@id", Guid.CreateVersion7()), ("@at", "now"));
            await write.ExecuteNonQueryAsync();
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(Body);
        });
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
