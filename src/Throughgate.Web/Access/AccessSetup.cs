using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.Drafts;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Access.SigningIn.Keys;
using Throughgate.Web.Access.SigningIn.Passkeys;
using Throughgate.Web.Access.SigningIn.Provider;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.Documents;
using Throughgate.Web.Features.Today.Digest;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.History.Anchors;
using Throughgate.Web.History.Aside;
using Throughgate.Web.Keeping;

namespace Throughgate.Web.Access;

/// <summary>Who may see what, and the log of it. <c>AddAccess</c> on the builder; <c>UseAccess</c> after the failure pages and before the pages.</summary>
public static class AccessSetup
{
    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        Runtime.Check(Environment.Version);
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped(p => p.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? Actor.From(context.User) : Actor.Anonymous);
        services.AddScoped<Seen>();
        services.AddScoped<Visible>();
        services.AddScoped<CountsFor>();
        services.AddScoped<Features.HeldHere.ReadHeld>();
        services.AddScoped<BreakGlass>();
        services.AddScoped<GlassToReview>();
        services.AddScoped<SearchText>();
        services.AddSingleton<DraftSeal>();
        services.AddScoped<LateForm>();
        services.AddSingleton(p => LogAside.Of(p.GetRequiredService<IConfiguration>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new Anchoring(AnchorFile.Of(p.GetRequiredService<IConfiguration>()["THROUGHGATE_ANCHORS"], p.GetRequiredService<IConfiguration>()["THROUGHGATE_ANCHOR_KEY"])));
        services.AddSingleton<AccessLog>();
        services.AddSingleton(p => DocumentSettings.Of(p.GetRequiredService<Connection>(), p.GetRequiredService<IConfiguration>()["THROUGHGATE_DOCUMENTS"], p.GetRequiredService<IConfiguration>()["THROUGHGATE_DOCUMENT_KEYS"]));
        services.AddHostedService<DocumentSweep>();
        services.AddSingleton<Erase>();
        services.AddSingleton<EraseDue>();
        services.AddHostedService<EveryPageIsGuarded>();
        services.AddSingleton<IStartupFilter, SafeAnswers>();
        services.AddHostedService<Tidying>();
        services.AddSingleton(p => new Mail(MailSettings.Of(p.GetRequiredService<IConfiguration>())));
        services.AddSingleton<SendDigests>();
        services.AddHostedService<Jobs.EveryMorning>();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<Door>();
            options.Filters.Add<WholeBody>();
            options.Filters.Add<DraftKeeping>();
            options.Filters.Add<Once>();
            options.Filters.Add<OldAddress>();
            options.Filters.Add<Answer>();
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = 256 * 1024;
            form.ValueCountLimit = 1000;
            form.KeyLengthLimit = 1024;
        });
        AddSigningIn(services, builder.Configuration);
        return builder;
    }

    public static WebApplication UseAccess(this WebApplication app)
    {
        if (app.Services.GetRequiredService<MasterKey>().Bytes is null)
        {
            app.Logger.LogWarning("The keys that cookies and secrets are sealed with lie open in the database. Make a master key with \"cli keys make FILE\" and name it in {Setting}.", MasterKey.Setting);
        }

        app.UseAuthentication();
        return app;
    }

    private static void AddSigningIn(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(SecondFactorPolicy.Of(settings));
        services.AddSingleton<SecretSeal>();
        services.AddSingleton<SigningIn.Keys.StudySeal>();
        services.AddScoped<SecondFactor>();
        services.AddPasskeys(PasskeyPlace.Of(settings));
        services.AddScoped<SessionCookie>();
        services.AddScoped<AccountOffice>();
        services.AddScoped<Features.Accounts.Invite.InvitationMail>();
        services.AddScoped<Features.Signing.Passkeys.PasskeyMail>();
        services.AddAccounts();
        services.AddScoped<SignIn>();
        services.AddSingleton<Throttle>();
        services.AddHostedService<ThrottleKeeping>();
        services.AddSingleton<Sessions>();
        services.AddSingleton(new ProviderChoice(ProviderSettings.Of(settings)));
        services.AddSingleton<IdentityProvider>();
        services.AddSingleton<JourneyCookie>();
        services.AddKeys(MasterKey.Of(settings));
        services.AddHostedService(p => p.GetRequiredService<WatchedKeys>());
        services.AddSingleton(Options.Create(Proxies.Of(settings)));
        services
            .AddAuthentication(Sessions.Scheme)
            .AddCookie(
                Sessions.Scheme,
                cookie =>
                {
                    cookie.Cookie.Name = "tg-session";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Strict;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.Cookie.IsEssential = true;
                    cookie.ExpireTimeSpan = Sessions.Longest;
                    cookie.SlidingExpiration = false;
                }
            );
        services
            .AddOptions<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(Sessions.Scheme)
            .Configure<Sessions>((cookie, sessions) => cookie.SessionStore = sessions);
    }

    /// <summary>Identity's account keeping, for pages and for the command line.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<IUserStore<Account>, PasskeyStore>();
        services.AddSingleton(Passwords.Hasher);
        services.AddIdentityCore<Account>(o =>
        {
            o.User.RequireUniqueEmail = false;
            o.User.AllowedUserNameCharacters = "";
            o.Password.RequiredLength = Passwords.Shortest;
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
            o.Lockout.MaxFailedAccessAttempts = Throttle.OfAName;
            o.Lockout.DefaultLockoutTimeSpan = Throttle.Window;
        });
        return services;
    }
}
