using Throughgate.Web;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using Throughgate.Tests.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Tests.Data.Lists;

/// <summary>A list kept in memory says at every moment what one that is read anew says, whoever changed what and under which chain.</summary>
public sealed class KeptListsTests
{
    private static readonly Actor Reader = new(Guid.CreateVersion7(), "", RoleTable.Worker, ACase.Scheme);

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_kept_is_never_old(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        var seed = Random.Shared.Next(1_000_000);
        var random = new Random(seed);
        var people = RandomCases.From(Enumerable.Range(seed, 60));
        await using (var db = database.Context())
        {
            await db.SaveRowsOfAsync(people);
        }

        // Other tests save past history all the time; what is tried here is that changes with history are seen without it.
        var kept = new KeptLists { PastHistory = _ => 0 };
        var days = new[] { RandomCases.LookedAt(seed), RandomCases.LookedAt(seed + 1) };
        for (var step = 0; step < 40; step++)
        {
            foreach (var on in days)
            {
                (await LinesAsync(database, kept, on)).ShouldBe(await LinesAsync(database, new KeptLists(), on), $"step {step} from {seed} on {on:O}");
            }

            for (var i = random.Next(3); i >= 0; i--)
            {
                await ChangeAsync(database, people[random.Next(people.Count)].Id, random);
            }
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_list_stays_the_same_until_something_changes(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        var people = RandomCases.From(Enumerable.Range(1, 30));
        await using (var db = database.Context())
        {
            await db.SaveRowsOfAsync(people);
        }

        var (kept, on) = (new KeptLists { PastHistory = _ => 0 }, RandomCases.LookedAt(1));
        await using var reading = database.Context();
        var lists = Lists(reading, kept);
        var first = await lists.OpenAsync(on, default);
        (await lists.OpenAsync(on, default)).ShouldBeSameAs(first);

        await ChangeAsync(database, first[0].Who.Id, new Random(3));
        var second = await lists.OpenAsync(on, default);
        second.ShouldNotBeSameAs(first);
        second.Intersect(first).Count().ShouldBeGreaterThanOrEqualTo(first.Count - 1, "the others are not read again");
    }

    private static SchemeLists Lists(Db db, KeptLists kept) => new(db, new Visible(db, Reader, new Seen(), new London(TimeProvider.System), TimeProvider.System), Reader, SampleBundle.Calendar, kept);

    private static async Task<string[]> LinesAsync(TestDatabase database, KeptLists kept, DateOnly on)
    {
        await using var db = database.Context();
        var lists = Lists(db, kept);
        var open = await lists.OpenAsync(on, default);
        var held = await lists.HeldAsync(on, default);
        return
        [
            .. open.Select(p => $"{p.Who} {string.Join(' ', p.Cases.Select(c => $"{c.Reference} {c.LeadWorker} {c.Establishment}"))} {string.Join(' ', p.Duties.Select(Line))} {p.Figures.InForce(PositionReview, on).Value}"),
            .. held.Rows.Select(h => $"{h.Who} {h.Leaves} {h.Case?.Reference} {h.Standing} {(h.Address is { } a ? Line(a) : "")} {h.Told?.State}"),
        ];
    }

    private static readonly Figure PositionReview = Throughgate.Domain.Rules.Programmes.PositionReview.Without;

    private static string Line(Duty d) => $"{d.Due:O} {d.Case} {d.RuleId} {d.StateCode} {d.MetOn:O}";

    /// <summary>Changes something of this person's, or a figure of the scheme, as somebody of any scheme would.</summary>
    private static async Task ChangeAsync(TestDatabase database, Guid person, Random random)
    {
        await using var db = database.Context();
        var of = await db.Cases.IgnoreQueryFilters().FirstAsync(c => c.PersonId == person);
        var day = RandomCases.LookedAt(random.Next());
        var names = true;
        switch (random.Next(7))
        {
            case 0:
                of.ClosedOn = of.ClosedOn is null ? day : null;
                break;
            case 1:
                of.Scheme = of.Scheme == ACase.Scheme ? "cardiff" : ACase.Scheme;
                break;
            case 2:
                db.Contacts.Add(new() { Reference = $"{Guid.CreateVersion7():N}", CaseId = of.Id, HeldAt = day.ToDateTime(default), Kind = "appointment", CountsAs = "irs", Outcome = "attended" });
                break;
            case 3:
                of.Voided = !of.Voided;
                break;
            case 4:
                (await db.People.IgnoreQueryFilters().SingleAsync(p => p.Id == person)).LastName = $"Name {random.Next(100)}";
                break;
            case 5:
                (await db.Sentences.IgnoreQueryFilters().SingleAsync(s => s.Id == of.SentenceId)).ReleasedOn = random.Next(2) == 0 ? null : day;
                break;
            default:
                db.SchemeFigures.Add(new() { Scheme = ACase.Scheme, Figure = PositionReview.Key, ValueNumber = random.Next(1, 6), FromOn = RandomCases.First, SetAt = DateTimeOffset.UnixEpoch.AddSeconds(random.Next()), ActorName = "m", Reason = "r" });
                names = false;
                break;
        }

        var actor = Reader with { Scheme = random.Next(3) switch { 0 => "cardiff", 1 => null, _ => ACase.Scheme } };
        await db.SaveAsync(actor, TimeProvider.System, new AccountClosed(Guid.Empty, "any change") { PersonId = names ? person : null });
    }
}
