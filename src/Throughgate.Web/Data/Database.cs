using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Time;

namespace Throughgate.Web.Data;

/// <summary>Wires the database, the clock and the reference data.</summary>
public static class Database
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        builder.Services.AddSingleton(new Connection(settings["THROUGHGATE_DB"] ?? "throughgate.db", settings["THROUGHGATE_DB_MIGRATIONS"]));
        builder.Services.AddDbContextPool<Db>((services, options) => services.GetRequiredService<Connection>().Configure(options, keep: true));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new London(services.GetRequiredService<TimeProvider>()));
        builder.Services.AddScoped<Lists.SchemeLists>();
        builder.Services.AddScoped<Lists.SchemePlaces>();
        builder.Services.AddScoped<Features.Plans.ReadPlans>();
        builder.Services.AddScoped<Features.Today.Show.ReadToday>();
        builder.Services.AddScoped<Facts.FiguresInForce>();
        builder.Services.AddSingleton<Lists.KeptLists>();
        builder.Services.AddSingleton(Reference.Instance);
        builder.Services.AddSingleton(new WorkingCalendar(Reference.Instance.BankHolidays, Reference.Instance.BankHolidays.Max().Year));
    }

    /// <summary>Brings the database forward before the first request is answered.</summary>
    public static async Task UseDatabaseAsync(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<Connection>();
        await Migrator.MigrateAsync(database, Console.Error);
        if (database.LogIsProtectedLess)
        {
            app.Logger.LogWarning(
                "PostgreSQL is used with one account for everything, so the log is protected less. Give THROUGHGATE_DB_MIGRATIONS an account that owns the tables, and THROUGHGATE_DB one that does not."
            );
        }
    }
}
