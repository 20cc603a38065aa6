using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Throughgate.Web.Ui.Failures;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui;

/// <summary>Pages, their words and their static files. <c>AddUi</c> on the builder; <c>UseUi</c> first among the middleware, <c>MapUi</c> last.</summary>
public static class UiSetup
{
    public static WebApplicationBuilder AddUi(this WebApplicationBuilder builder)
    {
        // Without this, static files come back 200 and empty when build output runs outside Development.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options => options.ModelBinderProviders.Insert(0, new DateInputBinderProvider()));
        builder.Services.AddCompression();
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "tg-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton(new Words(Vocabulary.Embedded));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<DayAsked>();
        builder.Services.AddSingleton<Printing.PdfPrint>();
        builder.Services.AddSingleton<TakingAway.TakenFor>();
        return builder;
    }

    public static WebApplication UseUi(this WebApplication app)
    {
        app.UseCompression();
        app.UseLanguageChoice();
        app.UseLastResort();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = Failure.StatusOf,
            CreateScopeForErrors = true,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        return app;
    }

    public static WebApplication MapUi(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
