using Microsoft.AspNetCore.Mvc;
using Throughgate.Web.History;

namespace Throughgate.Web.Access;

/// <summary>Who may see what, and the log of it. <c>AddAccess</c> on the builder; <c>UseAccess</c> after the failure pages and before the pages.</summary>
public static class AccessSetup
{
    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped(p => p.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? Actor.From(context.User) : Actor.Anonymous);
        services.AddScoped<Seen>();
        services.AddScoped<Visible>();
        services.AddSingleton<AccessLog>();
        services.AddHostedService<EveryPageIsGuarded>();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<Door>();
            options.Filters.Add<WholeBody>();
            options.Filters.Add<Answer>();
        });
        return builder;
    }

    public static WebApplication UseAccess(this WebApplication app)
    {
        return app;
    }
}
