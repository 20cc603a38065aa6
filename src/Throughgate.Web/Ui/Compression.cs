using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Throughgate.Web.Ui;

/// <summary>
/// Pages are sent compressed, but only where the browser says that a page of ours, or the person, asked for them: what another site could have caused,
/// and measured the length of, goes as it is (ADR 0015).
/// </summary>
public static class Compression
{
    private const string Site = "Sec-Fetch-Site";

    public static IServiceCollection AddCompression(this IServiceCollection services)
    {
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        return services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
    }

    public static IApplicationBuilder UseCompression(this IApplicationBuilder app) =>
        app.UseWhen(context => HttpMethods.IsGet(context.Request.Method) && context.Request.Headers[Site].ToString() is ("same-origin" or "none"), own => own.UseResponseCompression());
}
