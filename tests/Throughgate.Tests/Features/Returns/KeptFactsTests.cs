using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Domain.People;
using Throughgate.Domain.Time;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Features.Returns.Reckon;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Returns;

/// <summary>The facts of a return that are kept between requests are never old, and are not read anew for what does not concern them. Today is 4 May 2010.</summary>
[Trait("rule", "RET-1")]
public sealed class KeptFactsTests
{
    private static readonly DateTimeOffset Morning = new(2010, 5, 4, 9, 0, 0, TimeSpan.FromHours(1));

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_recorded_counts_at_once_and_what_concerns_others_reads_nothing(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(Morning);
        var ours = await AYoungPerson().Living("leeds").With(ADto("2010-03-01").HeldAt("wetherby").With(ACase())).SaveAsync(app);
        var theirs = await AYoungPerson().Living("cardiff").With(ADto("2010-03-01").HeldAt("parc").With(ACase("cardiff"))).SaveAsync(app);
        var (officer, leeds, cardiff) = (await app.SignInAsync(RoleTable.InformationOfficer, "leeds"), await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.Worker, "cardiff"));
        var (kept, quarter, made) = (app.Services.GetRequiredService<KeptFacts>(), new FinancialQuarter(2010, 1), 0);
        async Task<string> PathAsync(Guid person)
        {
            await using var db = app.Context();
            return $"/young-people/{person}/sentences/{await db.Sentences.Where(s => s.PersonId == person).Select(s => s.Id).SingleAsync()}/release";
        }

        async Task<int> MadeAsync()
        {
            await kept.OfAsync(
                "asked by the test",
                changed => ReturnCandidates.AnyAsync(app.Connection, "leeds", quarter, changed),
                async () =>
                {
                    made++;
                    var facts = await ReturnCandidates.FactsAsync(app.Connection, "leeds", quarter).ToListAsync();
                    return (facts, facts.Select(f => f.Id).ToHashSet());
                },
                default
            );
            return made;
        }

        async Task<int> ReleasedAsync() =>
            JsonDocument.Parse((await officer.GetAsync("/figures/return/leeds/2010-11/1?handler=Json")).Body).RootElement.GetProperty("I1").EnumerateArray()
                .Sum(row => row.GetProperty("released").GetInt32());

        (await ReleasedAsync(), await MadeAsync(), await MadeAsync()).ShouldBe((0, 1, 1));
        (await cardiff.FillAsync(await PathAsync(theirs), Day("ReleasedOn", "2010-05-03"))).Status.ShouldBe(302);
        (await ReleasedAsync(), await MadeAsync()).ShouldBe((0, 1), "nobody of Leeds was changed");
        (await leeds.FillAsync(await PathAsync(ours), Day("ReleasedOn", "2010-05-03"))).Status.ShouldBe(302);
        (await ReleasedAsync(), await MadeAsync()).ShouldBe((1, 2), "somebody who was not among those looked at is now");
        (await leeds.FillAsync(await PathAsync(ours), ("Mistaken", "yes"))).Status.ShouldBe(302);
        (await ReleasedAsync(), await MadeAsync(), await MadeAsync()).ShouldBe((0, 3, 3), "somebody who was among them was changed");
    }

    [Fact]
    public async Task What_was_asked_for_longest_ago_is_dropped_where_too_much_would_be_kept()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (kept, made) = (new Two(app.Connection), new List<string>());
        Task AskAsync(string what) =>
            kept.OfAsync(
                what,
                _ => Task.FromResult(false),
                () =>
                {
                    made.Add(what);
                    return Task.FromResult<(IReadOnlyList<PersonFacts>, IReadOnlySet<Guid>)>(([], new HashSet<Guid> { Guid.Empty }));
                },
                default
            );

        foreach (var what in (string[])["first", "second", "first", "third", "first", "second"])
        {
            await AskAsync(what);
        }

        made.ShouldBe(["first", "second", "third", "second"]);
    }

    private sealed class Two(Connection connection) : KeptUntilChanged<IReadOnlyList<PersonFacts>>(connection, most: 2, weigh: people => people);
}
