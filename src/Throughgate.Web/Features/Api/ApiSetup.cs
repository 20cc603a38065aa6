namespace Throughgate.Web.Features.Api;

/// <summary>What the read-only interface for programs needs.</summary>
public static class ApiSetup
{
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Ask.Pace>();
        builder.Services.AddScoped<Ask.ApiDoor>();
        return builder;
    }
}
