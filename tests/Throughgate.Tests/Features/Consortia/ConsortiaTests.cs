using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Features.Consortia;

/// <summary>Consortia are made and changed by an administrator; whose counts their members see follows at the next request (R10).</summary>
[Trait("requirement", "R10")]
public sealed class ConsortiaTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_scheme_that_joins_is_seen_from_its_first_day_to_its_last(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new DateTimeOffset(2027, 6, 28, 9, 0, 0, TimeSpan.Zero));
        var administrator = await app.SignInAsync(RoleTable.Administrator);
        (await administrator.FillAsync("/consortia", ("Name", " "))).Status.ShouldBe(400);
        var made = await administrator.FillAsync("/consortia", ("Name", "West Yorkshire"));
        made.Status.ShouldBe(302);
        var page = made.Location!;
        (await administrator.FillAsync("/consortia", ("Name", "west yorkshire"))).Status.ShouldBe(400, "twice the same name");

        await using var db = app.Context();
        var consortium = await db.Set<Consortium>().SingleAsync();
        var manager = await app.SignInAsync(RoleTable.ConsortiumManager);
        db.Add(manager.Account.Of(MembershipKinds.Consortium, consortium.Id.ToString(), new DateOnly(2027, 1, 1)));
        await db.SaveChangesAsync();
        (await manager.GetAsync(page)).Status.ShouldBe(404, "nobody widens their own sight");

        (await SendAsync("join", ("Scheme", "nowhere"), [])).Status.ShouldBe(400);
        (await SendAsync("join", ("Scheme", "leeds"), [.. Forms.Day("From", "2027-06-29"), .. Forms.Day("To", "2027-06-28")])).Status.ShouldBe(400);
        (await SendAsync("join", ("Scheme", "leeds"), [.. Forms.Day("From", "2027-06-29")])).Status.ShouldBe(302);
        (await SendAsync("join", ("Scheme", "leeds"), [.. Forms.Day("From", "2027-07-01")])).Status.ShouldBe(400, "it is in it already");
        (await administrator.GetAsync(page)).Texts("main table tbody tr").ShouldHaveSingleItem().ShouldContain("29 June 2027");
        (await SeesAsync()).ShouldBe(404, "it begins tomorrow");

        app.Clock.Set(new DateTimeOffset(2027, 6, 28, 23, 0, 0, TimeSpan.Zero));
        manager = await app.SignInAsync(manager);
        (await SeesAsync()).ShouldBe(200, "29 June begins in London");
        administrator = await app.SignInAsync(administrator);
        var stay = (await db.Set<ConsortiumScheme>().SingleAsync()).Id;
        (await SendAsync("leave", ("End", stay.ToString()), [.. Forms.Day("Last", "2027-06-01")])).Status.ShouldBe(400);
        (await SendAsync("leave", ("End", stay.ToString()), [.. Forms.Day("Last", "2027-06-29")])).Status.ShouldBe(302);
        (await SeesAsync()).ShouldBe(200, "the last day is one of them");
        app.Clock.Set(new DateTimeOffset(2027, 6, 29, 23, 0, 0, TimeSpan.Zero));
        manager = await app.SignInAsync(manager);
        (await SeesAsync()).ShouldBe(404);
        administrator = await app.SignInAsync(administrator);
        (await SendAsync("rename", ("Name", "Yorkshire"), [])).Status.ShouldBe(302);
        db.History.Where(h => h.ActorId == administrator.Account.Id).Select(h => h.Kind).ToList().ShouldBe(["consortium_made", "scheme_joined", "scheme_left", "consortium_renamed"]);

        async Task<TestAnswer> SendAsync(string what, (string Field, string? Value) first, (string, string?)[] days)
        {
            var form = (await administrator.GetAsync(page)).MainForm();
            return await administrator.PostAsync(page, [.. form.Where(f => f.Key.StartsWith("__", StringComparison.Ordinal) || f.Key == "tg-once"), KeyValuePair.Create("Do", what), KeyValuePair.Create(first.Field, first.Value ?? ""), .. days.Select(d => KeyValuePair.Create(d.Item1, d.Item2 ?? ""))]);
        }

        async Task<int> SeesAsync() => (await manager.GetAsync("/figures/counts/leeds/2026-27/4")).Status;
    }
}
