using Throughgate.Web.Data.Handing;
using Throughgate.Web.Features.Returns.Hand;
using Throughgate.Web.Features.Returns.Mend;
using Throughgate.Web.Features.Returns.Reckon;
using Throughgate.Web.Features.Returns.Sign;

namespace Throughgate.Web.Features.Returns;

/// <summary>What the pages of the return need.</summary>
public static class ReturnsSetup
{
    public static WebApplicationBuilder AddReturns(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeptFacts>();
        builder.Services.AddSingleton<ReckonReturn>();
        builder.Services.AddSingleton<ReturnBook>();
        builder.Services.AddScoped<Late.HandedInOfQuarter>();
        builder.Services.AddScoped<ReadHanding>();
        builder.Services.AddScoped<SubmitReturn>();
        builder.Services.AddScoped<DecideReturn>();
        builder.Services.AddScoped<WhoSigns>();
        builder.Services.AddScoped<ReadMending>();
        return builder;
    }
}
