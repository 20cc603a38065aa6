using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Access.Second;

/// <summary>R8: two factors for everybody. A password alone opens nothing; a code opens once.</summary>
[Trait("requirement", "R8")]
public sealed class SecondFactorTests
{
    private static readonly Action<IServiceCollection> Required = s => s.AddSingleton(new SecondFactorPolicy(Required: true));

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task From_the_password_through_the_app_to_the_work_and_back_with_a_code(Server server)
    {
        await using var app = await TestApp.StartAsync(server, Required);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync("/today")).Location.ShouldBe("/second-factor/set-up?next=%2Ftoday");

        var (phone, codes) = await PhoneApp.SetUpAsync(app, worker);

        codes.Count.ShouldBe(10);
        codes.ShouldBeUnique();
        (await worker.GetAsync("/today")).Status.ShouldBe(200);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var again = app.Browser();
        (await again.SignInAsync(worker.Account.UserName!, TestApp.Password, "/young-people")).Location.ShouldBe("/young-people");
        (await again.GetAsync("/young-people")).Location.ShouldBe("/sign-in/code?next=%2Fyoung-people");
        var answer = await again.SubmitAsync("/sign-in/code?next=%2Fyoung-people", "/sign-in/code", ("Code", phone.CodeAt(app.Clock.GetUtcNow())));
        (answer.Status, answer.Location).ShouldBe((302, "/young-people"));
        (await again.GetAsync("/young-people")).Status.ShouldBe(200);
        await using var db = app.Context();
        db.History.Select(h => h.Kind).ToList().ShouldBe(["second_factor_set_up"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_password_alone_opens_no_page(bool hasApp)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite, Required);
        var browser = await app.SignInAsync(RoleTable.Manager, "leeds");
        if (hasApp)
        {
            await PhoneApp.SetUpAsync(app, browser);
            browser = await app.SignInAsync(browser);
        }

        var step = hasApp ? Door.Code : Door.SetUp;
        string[] own = hasApp ? [Door.Code, "/sign-in/recovery", "/sign-in/code/passkey"] : [Door.SetUp];
        var faults = new List<string>();
        foreach (var (template, page) in await MatrixTests.PagesAsync(app))
        {
            var address = MatrixTests.Address(template, Guid.CreateVersion7(), "leeds");
            var answer = await browser.GetAsync(address);
            var posted = await browser.PostAsync(address, []);
            var open = Gate.Of(page).Anyone is not null || own.Contains(address) || address == "/sign-out";
            if (!open && (answer.Location?.Split('?')[0] != step || posted.Location?.Split('?')[0] != step))
            {
                faults.Add($"{address}: {answer.Status} {answer.Location}, posted {posted.Status} {posted.Location}");
            }
        }

        faults.ShouldBeEmpty();
        (await browser.SignOutAsync(step)).Location.ShouldBe("/sign-in");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_code_is_good_once_also_the_one_of_the_set_up(Server server)
    {
        await using var app = await TestApp.StartAsync(server, Required);
        var first = await app.SignInAsync(RoleTable.Worker, "leeds");
        var (phone, _) = await PhoneApp.SetUpAsync(app, first);
        var used = phone.CodeAt(app.Clock.GetUtcNow());
        (await ProveAsync(await app.SignInAsync(first), used)).Status.ShouldBe(400);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = phone.CodeAt(app.Clock.GetUtcNow());
        var browsers = new List<TestBrowser>();
        for (var i = 0; i < 4; i++)
        {
            browsers.Add(await app.SignInAsync(first));
        }

        var answers = await Task.WhenAll(browsers.Select(b => ProveAsync(b, code)));
        answers.Count(a => a.Status == 302).ShouldBe(1, "the same code sent four times together");
        (await ProveAsync(await app.SignInAsync(first), phone.CodeAt(app.Clock.GetUtcNow() - TimeSpan.FromSeconds(30)))).Status.ShouldBe(400, "an earlier code than the one that was used");
    }

    [Fact]
    public async Task Whoever_signs_in_by_the_council_s_provider_alone_sets_an_app_up_from_a_fresh_session()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await using (var db = app.Context())
        {
            db.Accounts.Single(a => a.Id == worker.Account.Id).PasswordHash = null;
            db.ProviderLinks.Add(new ProviderLink { Issuer = "https://login.council.example", Subject = "1", AccountId = worker.Account.Id, LinkedAt = app.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        var page = await worker.GetAsync("/second-factor/set-up");
        page.Page.QuerySelectorAll("input[type=password]").ShouldBeEmpty();
        app.Clock.Advance(FreshAttribute.Opened);
        (await worker.GetAsync("/second-factor/set-up")).Location.ShouldBe("/prove?next=%2Fsecond-factor%2Fset-up");
        var form = page.Form("/second-factor/set-up");
        form["Code"] = PhoneApp.Of(page).CodeAt(app.Clock.GetUtcNow());
        (await worker.PostAsync("/second-factor/set-up", form)).Status.ShouldBe(200, "opened in time, sent within twenty minutes");
        (await worker.GetAsync("/second-factor")).Body.ShouldContain("10 recovery codes");
    }

    [Fact]
    public async Task A_code_of_two_steps_ago_is_refused()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite, Required);
        var first = await app.SignInAsync(RoleTable.Worker, "leeds");
        var (phone, _) = await PhoneApp.SetUpAsync(app, first);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        foreach (var (away, status) in new[] { (-2, 400), (2, 400), (-1, 302) })
        {
            (await ProveAsync(await app.SignInAsync(first), phone.CodeAt(app.Clock.GetUtcNow().AddSeconds(30 * away)))).Status.ShouldBe(status, $"{away} steps away");
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_recovery_code_signs_in_once_and_never_again(Server server)
    {
        await using var app = await TestApp.StartAsync(server, Required);
        var first = await app.SignInAsync(RoleTable.Worker, "leeds");
        var (_, codes) = await PhoneApp.SetUpAsync(app, first);
        var second = await app.SignInAsync(first);

        (await RecoverAsync(second, codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).Location.ShouldBe("/second-factor");

        (await second.GetAsync("/second-factor")).Body.ShouldContain("9 recovery codes left");
        (await RecoverAsync(await app.SignInAsync(first), codes[3])).Status.ShouldBe(400);
        await using var db = app.Context();
        db.Set<RecoveryCode>().Count(c => c.UsedAt != null).ShouldBe(1);
        db.Set<RecoveryCode>().AsEnumerable().ShouldAllBe(c => c.Hash.Length == 32);
        db.History.Select(h => h.Kind).ToList().ShouldBe(["second_factor_set_up", "recovery_code_used"]);
    }

    [Fact, Trait("requirement", "R12")]
    public async Task Every_step_counts_wrong_tries_and_stops_after_five_also_with_the_right_code()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite, Required);
        var first = await app.SignInAsync(RoleTable.Worker, "leeds");
        var (phone, codes) = await PhoneApp.SetUpAsync(app, first);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var thief = await app.SignInAsync(first);
        for (var i = 0; i < 3; i++)
        {
            (await ProveAsync(thief, "000000")).Status.ShouldBe(400);
        }

        for (var i = 0; i < 2; i++)
        {
            (await RecoverAsync(thief, "AAAA-AAAA-AAAA-AAAA")).Status.ShouldBe(400);
        }

        (await ProveAsync(thief, phone.CodeAt(app.Clock.GetUtcNow()))).Status.ShouldBe(429);
        (await RecoverAsync(thief, codes[0])).Status.ShouldBe(429);
        (await first.FillAsync("/second-factor/recovery-codes", ("Code", phone.CodeAt(app.Clock.GetUtcNow())))).Status.ShouldBe(429);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await ProveAsync(await app.SignInAsync(first), phone.CodeAt(app.Clock.GetUtcNow()))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Where_it_is_offered_it_is_turned_on_and_off_with_password_and_code()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var elsewhere = await app.SignInAsync(worker);
        var page = await worker.GetAsync("/second-factor/set-up");
        var form = page.Form("/second-factor/set-up");
        form["Code"] = PhoneApp.Of(page).CodeAt(app.Clock.GetUtcNow());
        (await worker.PostAsync("/second-factor/set-up", form)).Status.ShouldBe(400, "without the password");

        var (phone, _) = await PhoneApp.SetUpAsync(app, worker, TestApp.Password);

        (await elsewhere.GetAsync("/today")).Location.ShouldBe("/sign-in?next=%2Ftoday");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await worker.FillAsync("/second-factor/off", ("Code", "123456"))).Status.ShouldBe(400);
        (await worker.FillAsync("/second-factor/off", ("Code", phone.CodeAt(app.Clock.GetUtcNow())))).Location.ShouldBe("/second-factor");
        (await (await app.SignInAsync(worker)).GetAsync("/today")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Where_it_is_required_it_cannot_be_turned_off()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite, Required);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var (phone, _) = await PhoneApp.SetUpAsync(app, worker);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var form = (await worker.GetAsync("/second-factor/recovery-codes")).MainForm();
        form["Code"] = phone.CodeAt(app.Clock.GetUtcNow());
        (await worker.PostAsync("/second-factor/off", form)).Location.ShouldBe("/second-factor");
        await using var db = app.Context();
        db.Set<Authenticator>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_normal_start_requires_it_and_a_setting_that_cannot_be_read_stops_it()
    {
        SecondFactorPolicy.Of(With(null)).Required.ShouldBeTrue();
        SecondFactorPolicy.Of(With("offered")).Required.ShouldBeFalse();
        Should.Throw<FormatException>(() => SecondFactorPolicy.Of(With("maybe"))).Message.ShouldContain("required");
        await Task.CompletedTask;

        static Microsoft.Extensions.Configuration.IConfiguration With(string? value) =>
            new Microsoft.Extensions.Configuration.ConfigurationManager { [SecondFactorPolicy.Setting] = value };
    }

    [Fact]
    public async Task The_database_holds_no_secret_that_a_code_could_be_made_of()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite, Required);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var page = await worker.GetAsync("/second-factor/set-up");
        var key = page.Texts(".tg-key")[0].Replace(" ", "", StringComparison.Ordinal);
        await using (var before = app.Context())
        {
            before.Set<Authenticator>().ShouldBeEmpty("opening the page changes nothing");
        }

        await PhoneApp.SetUpAsync(app, worker);
        await using var db = app.Context();
        db.Set<Authenticator>().Single().Sealed.ShouldNotContain(key);
        var seal = app.Services.GetRequiredService<SecretSeal>();
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => seal.Open(Guid.CreateVersion7(), db.Set<Authenticator>().Single().Sealed));
    }

    private static Task<TestAnswer> ProveAsync(TestBrowser browser, string code) => browser.SubmitAsync("/sign-in/code", "/sign-in/code", ("Code", code));

    private static Task<TestAnswer> RecoverAsync(TestBrowser browser, string code) => browser.SubmitAsync("/sign-in/recovery", "/sign-in/recovery", ("Code", code));
}
