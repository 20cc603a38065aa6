using Throughgate.Web.Features.Caseload.Import;

namespace Throughgate.Web.Features.Caseload;

/// <summary>What the pages that bring a caseload in and take it out need.</summary>
public static class CaseloadFiles
{
    public static WebApplicationBuilder AddCaseloadFiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Uploads>();
        builder.Services.AddHostedService<UploadsCleared>();
        builder.Services.AddSingleton<ImportsAtWork>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ImportsAtWork>());
        return builder;
    }
}
