using Throughgate.Domain.Access;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Access.Need;

public sealed record RandomViewer(Actor Actor);

/// <summary>Random young people, with what ties them to others said twice: as rows of a database, and as the rule's facts.</summary>
public sealed class RandomWorld
{
    private static readonly string[] Schemes = ["leeds", "cardiff", "brent"];
    private static readonly string[] Yots = ["leeds", "cardiff", "brent", "elsewhere"];
    private static readonly string[] Places = ["wetherby", "hindley", "parc"];

    private readonly List<object> _later = [];
    private readonly List<object> _last = [];

    public required DateOnly Today { get; init; }
    public required TestClock Clock { get; init; }
    public List<(Guid Person, Ties Ties)> People { get; } = [];
    public List<RandomViewer> Viewers { get; } = [];

    public static async Task<RandomWorld> MakeAsync(TestDatabase test, Random dice, int people)
    {
        var clock = new TestClock();
        var world = new RandomWorld { Clock = clock, Today = new London(clock).Today };
        await using var db = test.Context();
        var workers = Enumerable.Range(0, 5).Select(i => new Worker { Name = $"Worker {i}" }).ToList();
        db.AddRange(workers);
        await db.SaveChangesAsync();
        var accounts = world.AddViewers(db, dice, workers);
        await db.SaveChangesAsync();
        for (var i = 0; i < people; i++)
        {
            world.AddPerson(db, dice, workers, accounts, i);
        }

        await db.SaveChangesAsync();
        db.AddRange(world._later);
        await db.SaveChangesAsync();
        db.AddRange(world._last);
        await db.SaveChangesAsync();
        return world;
    }

    private List<Guid> AddViewers(Web.Data.Db db, Random dice, List<Worker> workers)
    {
        var ids = new List<Guid>();
        foreach (var role in RoleTable.All)
        {
            for (var i = 0; i < 4; i++)
            {
                var account = new Account
                {
                    UserName = $"{role.Code}{i}", NormalizedUserName = $"{role.Code}{i}", DisplayName = role.Called, Role = role.Code,
                    SecurityStamp = "x", WorkerId = dice.Next(3) == 0 ? null : workers[dice.Next(5)].Id,
                };
                db.Add(account);
                ids.Add(account.Id);
                var kind = role.Kinds.Count == 0 ? null : role.Kinds[dice.Next(role.Kinds.Count)];
                var what = kind switch
                {
                    MembershipKinds.Scheme => Schemes[dice.Next(3)],
                    MembershipKinds.Yot => Yots[dice.Next(3)],
                    MembershipKinds.Establishment => Places[dice.Next(3)],
                    _ => Guid.CreateVersion7().ToString(),
                };
                Viewers.Add(new(Actor.Of(account.Id, role.Called, role.Code, account.WorkerId, kind is null ? null : $"{kind}:{what}") with { HoldsGlass = true }));
            }
        }

        return ids;
    }

    private void AddPerson(Web.Data.Db db, Random dice, List<Worker> workers, List<Guid> accounts, int i)
    {
        var person = new Person { Reference = $"P{i}", FirstName = "A", LastName = "B", SearchName = "b a", Gender = "male", Ethnicity = "white_british", DateOfBirth = new(1994, 1, 1) };
        db.Add(person);
        var cases = new List<TieOfCase>();
        var custody = new List<TieOfCustody>();
        var yots = Enumerable.Range(0, dice.Next(3)).Select(_ => Yots[dice.Next(4)]).ToList();
        db.AddRange(yots.Select(y => new ResidenceRow { PersonId = person.Id, Yot = y, FromOn = Today.AddDays(-dice.Next(900)), ToOn = dice.Next(2) == 0 ? null : Today.AddDays(-1) }));
        for (var s = 0; s < dice.Next(1, 3); s++)
        {
            var custodial = dice.Next(4) > 0;
            var sentence = new Sentence
            {
                PersonId = person.Id, Reference = $"S{i}.{s}", Type = "dto", Kind = custodial ? "custodial" : "community", MainOffence = "theft",
                SentencedOn = Today.AddDays(dice.Next(-200, 4)), ReleasedOn = dice.Next(2) == 0 ? null : Today.AddDays(dice.Next(-40, 3)),
            };
            db.Add(sentence);
            string? last = null;
            for (var p = 0; p < dice.Next(3); p++)
            {
                var row = new Placement { SentenceId = sentence.Id, Establishment = dice.Next(5) == 0 ? null : Places[dice.Next(3)], FromOn = Today.AddDays(-3 + (p * dice.Next(3))), Position = p };
                db.Add(row);
                last = row.FromOn <= Today ? row.Establishment : last;
            }

            if (custodial)
            {
                custody.Add(new(sentence.SentencedOn, sentence.ReleasedOn, last));
            }

            if (dice.Next(3) > 0)
            {
                cases.Add(AddCase(db, dice, workers, person.Id, sentence.Id, $"C{i}.{s}"));
            }
        }

        People.Add((person.Id, AddRestriction(dice, accounts, person.Id, new() { Cases = cases, Custody = custody, Yots = yots })));
    }

    private TieOfCase AddCase(Web.Data.Db db, Random dice, List<Worker> workers, Guid person, Guid sentence, string reference)
    {
        var kase = new Web.Data.Rows.Case
        {
            PersonId = person, SentenceId = sentence, Reference = reference, Scheme = Schemes[dice.Next(3)], ReferredOn = Today.AddDays(-90),
            ClosedOn = dice.Next(3) switch { 0 => Today, 1 => Today.AddDays(1), _ => null },
        };
        db.Add(kase);
        var mine = new List<Guid>();
        for (var a = 0; a < dice.Next(3); a++)
        {
            var row = new Allocation
            {
                CaseId = kase.Id, Role = "mentor", WorkerId = workers[dice.Next(5)].Id, FromOn = Today.AddDays(dice.Next(-2, 2)),
                ToOn = dice.Next(2) == 0 ? null : Today.AddDays(dice.Next(-1, 2)),
            };
            _later.Add(row);
            if (row.FromOn <= Today && (row.ToOn is null || row.ToOn >= Today))
            {
                mine.Add(row.WorkerId);
            }
        }

        return new(kase.Scheme, kase.ClosedOn is null || kase.ClosedOn > Today, mine);
    }

    private Ties AddRestriction(Random dice, List<Guid> accounts, Guid person, Ties ties)
    {
        if (dice.Next(3) == 0)
        {
            var lifted = dice.Next(4) == 0;
            var row = new Restriction { PersonId = person, SetAt = Clock.GetUtcNow(), SetBy = "Sam", Reason = "r", LiftedAt = lifted ? Clock.GetUtcNow() : null };
            var names = accounts.Where(_ => dice.Next(4) == 0).ToList();
            _later.Add(row);
            _last.AddRange(names.Select(n => new RestrictionName { RestrictionId = row.Id, AccountId = n }));
            ties = lifted ? ties : ties with { OnlyFor = names };
        }

        var glass = accounts.Where(_ => dice.Next(10) == 0).ToList();
        var over = dice.Next(2) == 0;
        foreach (var one in glass)
        {
            var until = Clock.GetUtcNow().AddMinutes(over ? 0 : 1);
            _later.Add(new GlassBroken { AccountId = one, AccountName = "x", PersonId = person, Scheme = "leeds", BrokenAt = until - GlassBroken.Lasts, UntilAt = until, Reason = "r" });
        }

        return over ? ties : ties with { Glass = glass };
    }
}
