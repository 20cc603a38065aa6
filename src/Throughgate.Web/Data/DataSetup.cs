using System.Text;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Throughgate.Web.Data;

/// <summary>
/// The database of a web start. Settings: <c>db</c> (a path or a PostgreSQL text) and <c>migrations-db</c>, on the command line
/// (<c>--db x.db</c>) or as <c>THROUGHGATE_DB</c> and <c>THROUGHGATE_MIGRATIONS-DB</c>.
/// </summary>
public static class DataSetup
{
    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddEnvironmentVariables("THROUGHGATE_");
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<London>();
        builder.Services.AddSingleton(p =>
        {
            var settings = p.GetRequiredService<IConfiguration>();
            return new Connection(settings["db"] ?? "throughgate.db", settings["migrations-db"]);
        });
        builder.Services.AddDbContext<Db>((services, options) => services.GetRequiredService<Connection>().Configure(options));
        return builder;
    }

    /// <summary>Brings the database forward, and says so when its log is protected less than it could be.</summary>
    public static async Task<WebApplication> UseDataAsync(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<Connection>();
        var messages = new StringWriter(new StringBuilder());
        var applied = await Migrator.MigrateAsync(database, messages);
        var log = app.Logger;
        if (messages.ToString().Trim() is { Length: > 0 } said)
        {
            log.LogInformation("{Message}", said);
        }

        if (applied.Count > 0)
        {
            log.LogInformation("Database brought forward: {Migrations}", string.Join(", ", applied));
        }

        if (database.LogIsProtectedLess)
        {
            log.LogWarning(
                "The log is protected less than it could be: one PostgreSQL account both migrates and serves pages, so it could drop the triggers that keep the log append-only. Give migrations an account of their own (migrations-db)."
            );
        }

        return app;
    }
}
