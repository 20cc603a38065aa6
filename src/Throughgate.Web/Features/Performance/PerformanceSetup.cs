namespace Throughgate.Web.Features.Performance;

/// <summary>What the pages of performance need.</summary>
public static class PerformanceSetup
{
    public static WebApplicationBuilder AddPerformance(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeptViews>();
        builder.Services.AddSingleton<KeptFigures>();
        builder.Services.AddScoped<ReckonFigures>();
        builder.Services.AddScoped<Levels>();
        builder.Services.AddScoped<Gaps.ReadNeeds>();
        builder.Services.AddScoped<Extracts.ReckonExtract>();
        builder.Services.AddScoped<AskFigures>();
        return builder;
    }
}
