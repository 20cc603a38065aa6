using Throughgate.Web.Features.Returns.Reckon;

namespace Throughgate.Web.Features.Returns;

/// <summary>What the pages of the return need.</summary>
public static class ReturnsSetup
{
    public static WebApplicationBuilder AddReturns(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReckonReturn>();
        return builder;
    }
}
