namespace Throughgate.Web.Features.Briefing;

/// <summary>What the monthly briefing needs.</summary>
public static class BriefingSetup
{
    public static WebApplicationBuilder AddBriefing(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AskBriefing>();
        return builder;
    }
}
