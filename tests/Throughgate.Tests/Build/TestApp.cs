using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Build;

/// <summary>
/// The whole program over HTTP, on a database of its own. <code>await using var app = await TestApp.StartAsync(Server.Sqlite);
/// var leeds = await app.SignInAsync(RoleTable.Worker, "leeds"); var page = await leeds.GetAsync("/today");</code>
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery staple";
    private static readonly Lazy<string> Hash = new(() => Passwords.Hasher.HashPassword(null!, Password));
    private readonly Action<IServiceCollection>? _change;

    /// <summary>A password is hashed 210,000 rounds in the product (PasswordTests says so) and few here: tests sign in a thousand times.</summary>
    [System.Runtime.CompilerServices.ModuleInitializer]
    internal static void HashQuickly() => Passwords.Hasher = Passwords.Of(1_000);

    private TestDatabase? _own;
    private static int _accounts;

    private Uri? _served;

    private TestApp(Connection connection, TestDatabase? own, Action<IServiceCollection>? change) =>
        (Connection, _own, _change) = (connection, own, change);

    public Connection Connection { get; }

    /// <summary>The program's clock; move it with <see cref="TestClock.Advance"/>.</summary>
    public TestClock Clock { get; } = new();

    public static async Task<TestApp> StartAsync(Server server, Action<IServiceCollection>? change = null)
    {
        var own = await TestDatabase.CreateAsync(server);
        return new TestApp(own.Connection, own, change);
    }

    /// <summary>With the pages of tests/Features/Trial, which try what every page relies on.</summary>
    public static Task<TestApp> StartTrialAsync(Server server, Action<IServiceCollection>? change = null, bool unguarded = false) =>
        StartAsync(
            server,
            services =>
            {
                AddTrial(services, unguarded);
                change?.Invoke(services);
            }
        );

    /// <summary>With the pages of tests/Features/Trial, on a database that the caller keeps.</summary>
    public static TestApp Of(Connection connection) => new(connection, null, services => AddTrial(services, unguarded: false));

    /// <summary>On a database that several apps share; the caller drops it.</summary>
    public static TestApp On(TestDatabase database, Action<IServiceCollection>? change = null) => new(database.Connection, null, change);

    public Db Context() => Connection.Context();

    /// <summary>Not signed in.</summary>
    public TestBrowser Browser() =>
        new(
            _served is null
                ? CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false })
                : new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _served }
        );

    /// <summary>Makes an account and signs it in by the real form.</summary>
    public async Task<TestBrowser> SignInAsync(string role, string? scheme = null, string? worker = null)
    {
        var account = await AccountAsync(role, scheme, worker);
        var browser = Browser();
        var answer = await browser.SignInAsync(account.UserName!, Password);
        answer.Status.ShouldBe(302, answer.Body);
        browser.Account = account;
        return browser;
    }

    /// <summary>The same account again, in a new browser: a session does not last until tomorrow.</summary>
    public async Task<TestBrowser> SignInAsync(TestBrowser before)
    {
        var browser = Browser();
        var answer = await browser.SignInAsync(before.Account.UserName!, Password);
        answer.Status.ShouldBe(302, answer.Body);
        browser.Account = before.Account;
        return browser;
    }

    public async Task<Account> AccountAsync(string role, string? scheme = null, string? worker = null)
    {
        var email = $"{role}.{Interlocked.Increment(ref _accounts)}@example.org";
        var account = new Account
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            DisplayName = $"{RoleTable.Find(role)!.Called} of {scheme ?? "all"}",
            Role = role,
            PasswordHash = Hash.Value,
            SecurityStamp = Guid.CreateVersion7().ToString(),
            LockoutEnabled = true,
        };
        await using var db = Context();
        if (worker is not null)
        {
            var found = await db.Workers.FirstOrDefaultAsync(w => w.Name == worker);
            if (found is null)
            {
                db.Workers.Add(found = new Worker { Name = worker });
                await db.SaveChangesAsync();
            }

            account.WorkerId = found.Id;
        }

        db.Accounts.Add(account);
        if (scheme is not null && RoleTable.Find(role)!.Kinds is [MembershipKinds.Consortium])
        {
            var consortium = new Consortium { Name = email };
            db.Add(consortium);
            db.Add(new ConsortiumScheme { ConsortiumId = consortium.Id, Scheme = scheme });
            db.Add(account.Of(MembershipKinds.Consortium, consortium.Id.ToString()));
        }
        else if (scheme is not null)
        {
            db.Add(account.Of(RoleTable.Find(role)!.Kinds is [MembershipKinds.Establishment] ? MembershipKinds.Establishment : MembershipKinds.Scheme, scheme));
        }

        await db.SaveChangesAsync();
        return account;
    }

    public async Task<List<AccessRow>> LogAsync()
    {
        await using var db = Context();
        return await db.AccessLog.AsNoTracking().OrderBy(r => r.Chain).ThenBy(r => r.Seq).ToListAsync();
    }

    /// <summary>A real address on loopback, for a browser.</summary>
    public string Serve()
    {
        UseKestrel(0);
        StartServer();
        _served = ClientOptions.BaseAddress;
        return _served.ToString().TrimEnd('/');
    }

    private static void AddTrial(IServiceCollection services, bool unguarded)
    {
        services
            .AddRazorPages()
            .ConfigureApplicationPartManager(parts =>
            {
                foreach (var part in new ConsolidatedAssemblyApplicationPartFactory().GetApplicationParts(typeof(TestApp).Assembly))
                {
                    parts.ApplicationParts.Add(part);
                }
            });
        if (!unguarded)
        {
            services.Configure<RazorPagesOptions>(pages =>
                pages.Conventions.AddPageRouteModelConvention("/Trial/Unguarded", page => page.Selectors.Clear())
            );
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(log => log.ClearProviders().AddProvider(new Failures(TestContext.Current.TestOutputHelper)).SetMinimumLevel(LogLevel.Error));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(Connection);
            services.AddSingleton<TimeProvider>(Clock);

            // As in the demo; a test of the second factor asks for what a normal start asks: SecondFactorPolicy(Required: true).
            services.AddSingleton(new SecondFactorPolicy(Required: false));
            _change?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_own is { } own)
        {
            _own = null;
            await own.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>What the program logged as an error goes to the test's own output, to be read when it fails.</summary>
file sealed class Failures(ITestOutputHelper? output) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        output?.WriteLine($"{formatter(state, exception)}\n{exception}");

    public void Dispose() { }
}

/// <summary>The system's clock, moved on by hand.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    /// <summary>Puts the clock at an instant; it runs on from there.</summary>
    public void Set(DateTimeOffset instant) => _ahead = instant - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
