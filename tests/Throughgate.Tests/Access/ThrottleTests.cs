using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Access;

/// <summary>R12: wrong codes count over a restart; a right one ends the count, also in the database.</summary>
[Trait("requirement", "R12")]
public sealed class ThrottleTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_restart_gives_nobody_five_more_tries(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        var now = new DateTimeOffset(2027, 6, 28, 9, 0, 0, TimeSpan.Zero);
        string email;
        await using (var app = TestApp.On(database, Required))
        {
            app.Clock.Set(now);
            var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
            email = worker.Account.UserName!;
            await PhoneApp.SetUpAsync(app, worker);
            var again = await app.SignInAsync(worker);
            for (var i = 0; i < 5; i++)
            {
                (await again.SubmitAsync("/sign-in/code", "/sign-in/code", ("Code", "000000"))).Status.ShouldBe(400);
            }

            (await again.SubmitAsync("/sign-in/code", "/sign-in/code", ("Code", "000000"))).Status.ShouldBe(429);
        }

        await using (var app = TestApp.On(database, Required))
        {
            app.Clock.Set(now + TimeSpan.FromMinutes(1));
            await using (var db = app.Context())
            {
                db.Set<WrongTry>().AsEnumerable().ShouldAllBe(t => t.KeyHash.Length == 32, "of what was tried only a hash");
            }

            var again = app.Browser();
            (await again.SignInAsync(email, TestApp.Password)).Status.ShouldBe(302);
            (await again.SubmitAsync("/sign-in/code", "/sign-in/code", ("Code", "000000"))).Status.ShouldBe(429, "after the restart");
        }

        await using (var app = TestApp.On(database, Required))
        {
            app.Clock.Set(now + TimeSpan.FromMinutes(16));
            var again = app.Browser();
            (await again.SignInAsync(email, TestApp.Password)).Status.ShouldBe(302);
            (await again.SubmitAsync("/sign-in/code", "/sign-in/code", ("Code", "000000"))).Status.ShouldBe(400, "a quarter of an hour later");
        }
    }

    private static readonly Action<IServiceCollection> Required = s => s.AddSingleton(new SecondFactorPolicy(Required: true));
}
