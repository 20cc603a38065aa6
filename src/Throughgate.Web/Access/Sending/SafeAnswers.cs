using Microsoft.AspNetCore.StaticAssets;

namespace Throughgate.Web.Access.Sending;

/// <summary>Outermost of all: the headers that every answer carries, and the refusal of requests from other sites.</summary>
public sealed class SafeAnswers : IStartupFilter
{
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    /// <summary>Set on a request whose answer is a file of somebody's: it may not even be shown as a page.</summary>
    public const string Sandboxed = "tg:sandboxed";

    private static readonly (string Name, string Value)[] Always =
    [
        ("Content-Security-Policy", ContentPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            // Before anything asks where a request came from, or whether it came by TLS.
            app.UseForwardedHeaders();
            app.Use(
                (context, rest) =>
                {
                    context.Response.OnStarting(() => Write(context));
                    if (SameSite.Allows(context.Request))
                    {
                        return rest(context);
                    }

                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return context.Response.WriteAsync("This was sent from another site and was not read. Open Throughgate itself and send it there.");
                }
            );
            next(app);
        };

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in Always)
        {
            headers[name] = value;
        }

        if (context.Items.ContainsKey(Sandboxed))
        {
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        }

        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }

        // Shared office computers: only the program's own files may stay in the browser.
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null || context.Response.StatusCode >= 400)
        {
            headers.CacheControl = "no-store";
            headers.Remove("Expires");
            headers.Remove("Pragma");
            headers.Remove("ETag");
            headers.Remove("Last-Modified");
        }

        return Task.CompletedTask;
    }
}
