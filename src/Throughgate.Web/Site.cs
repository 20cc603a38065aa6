using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Api;
using Throughgate.Web.Features.Caseload;
using Throughgate.Web.Features.Caseload.Import;
using Throughgate.Web.Features.Briefing;
using Throughgate.Web.Features.Performance;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.Ui;

namespace Throughgate.Web;

/// <summary>The site, put together from its rooms.</summary>
public static class Site
{
    /// <param name="settle">What a way of starting (the demo) settles before the site is built.</param>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder>? settle = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddDatabase();
        builder.AddUi();
        builder.AddAccess();
        builder.AddReturns();
        builder.AddPerformance();
        builder.AddApi();
        builder.AddBriefing();
        builder.AddCaseloadFiles();
        settle?.Invoke(builder);

        var app = builder.Build();
        // Building the model takes as long as most of the start: it is made beside the rest, and whoever needs it first waits for it.
        _ = Task.Run(() =>
        {
            using var db = app.Services.GetRequiredService<Connection>().Context();
            return db.Model;
        });
        await app.UseDatabaseAsync();
        app.UseUi();
        app.UseWhileImporting();
        app.UseAccess();
        app.MapUi();
        return app;
    }
}
