using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Access;

/// <summary>R12: no telling known from unknown, and no trying on.</summary>
public sealed class LockOutTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Five_wrong_passwords_close_the_account_for_fifteen_minutes(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var account = await app.AccountAsync(RoleTable.Worker, "leeds");
        for (var i = 0; i < 5; i++)
        {
            (await app.Browser().SignInAsync(account.UserName!, "wrong wrong wrong")).Status.ShouldBe(400);
        }

        (await app.Browser().SignInAsync(account.UserName!, TestApp.Password)).Status.ShouldBe(400);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await app.Browser().SignInAsync(account.UserName!, TestApp.Password)).Status.ShouldBe(302);
        (await app.LogAsync()).Count(r => r.Outcome == "sign_in_refused" && r.ActorId == account.Id && r.Chain == "leeds").ShouldBe(6);
    }

    [Fact]
    public async Task A_restart_does_not_open_it_again()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        Account account;
        await using (var first = TestApp.On(database))
        {
            account = await first.AccountAsync(RoleTable.Worker, "leeds");
            for (var i = 0; i < 5; i++)
            {
                await first.Browser().SignInAsync(account.UserName!, "wrong wrong wrong");
            }
        }

        await using var second = TestApp.On(database);
        (await second.Browser().SignInAsync(account.UserName!, TestApp.Password)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Known_unknown_closed_and_locked_get_the_same_answer()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var known = (await app.AccountAsync(RoleTable.Worker, "leeds")).UserName!;
        var closed = (await app.AccountAsync(RoleTable.Worker, "leeds")).UserName!;
        await using (var db = app.Context())
        {
            await AccountBook.CloseAsync(db, Actor.CommandLine, app.Clock, closed, null);
        }

        var unknown = known.Replace("worker", "wurker", StringComparison.Ordinal);
        var answers = new List<TestAnswer>();
        foreach (var name in new[] { known, closed, unknown })
        {
            for (var i = 0; i < 7; i++)
            {
                answers.Add(await app.Browser().SignInAsync(name, "wrong wrong wrong"));
            }
        }

        answers.Select(a => a.Status).Distinct().ShouldBe([400]);
        answers.Select(a => a.Body.Length).Distinct().ShouldHaveSingleItem();
        answers.SelectMany(a => a.Texts(".govuk-error-summary")).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_a_hundred_tries_at_once_few_reach_the_password_for_a_known_and_an_unknown_name()
    {
        var counted = new CountingHasher();
        await using var app = await TestApp.StartAsync(Server.Sqlite, s => s.AddSingleton<IPasswordHasher<Account>>(counted));
        var known = (await app.AccountAsync(RoleTable.Worker, "leeds")).UserName!;
        foreach (var name in new[] { known, "nobody@example.org" })
        {
            counted.Count = 0;
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => app.Browser().SignInAsync(name, "wrong wrong wrong")));
            counted.Count.ShouldBe(5, name);
            app.Clock.Advance(TimeSpan.FromMinutes(16));
        }
    }

    [Fact]
    public async Task An_address_that_tries_many_names_is_stopped()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        for (var i = 0; i < 30; i++)
        {
            (await app.Browser().SignInAsync($"name{i}@example.org", "wrong wrong wrong")).Status.ShouldBe(400);
        }

        (await app.Browser().SignInAsync("", "wrong wrong wrong")).Status.ShouldBe(429);
        (await app.Browser().SignInAsync("another@example.org", "wrong wrong wrong")).Status.ShouldBe(429);
    }

    [Fact]
    [Trait("requirement", "R38")]
    public async Task Sign_in_leads_to_pages_of_this_site_only()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var account = await app.AccountAsync(RoleTable.Worker, "leeds");
        foreach (var next in new[] { "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)" })
        {
            (await app.Browser().SignInAsync(account.UserName!, TestApp.Password, next)).Location.ShouldBe("/");
        }
    }

    [Fact]
    public async Task A_new_database_has_no_account()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        (await app.Browser().GetAsync("/sign-in")).Status.ShouldBe(200);
        await using var db = app.Context();
        db.Accounts.ShouldBeEmpty();
    }

    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private int _count;

        public int Count
        {
            get => _count;
            set => _count = value;
        }

        public string HashPassword(Account user, string password) => Passwords.Hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _count);
            return Passwords.Hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
