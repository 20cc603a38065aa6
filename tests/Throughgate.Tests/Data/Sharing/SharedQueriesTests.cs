using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Tests.Build;
using Throughgate.Tests.Sharing;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data.Sharing;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Data.Sharing;

/// <summary>The query that lists whom a partner may see says the same as the pure function, on random histories, on both databases.</summary>
[Trait("requirement", "R18")]
public sealed class SharedQueriesTests
{
    private static readonly DateOnly Start = new(2010, 3, 1);

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_query_and_the_function_agree_on_random_histories(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        var seed = Random.Shared.Next(1_000_000);
        var random = new Random(seed);
        var cases = await CasesAsync(database, 12, random);
        var lives = new List<(Guid Partner, Guid Case, RandomSharing Life)>();
        await using (var db = database.Context())
        {
            for (var p = 0; p < 60; p++)
            {
                var kase = cases[random.Next(cases.Count)];
                var life = new RandomSharing(random, Start);
                for (var i = random.Next(30); i > 0; i--)
                {
                    life.Step();
                }

                lives.Add((await SaveAsync(db, kase, life.Facts), kase, life));
            }
        }

        await using var read = database.Context();
        var rows = await read.Cases.AsNoTracking().ToDictionaryAsync(c => c.Id);
        var partners = await read.Set<PartnerRow>().AsNoTracking().ToDictionaryAsync(p => p.Id);
        var (shared, not) = (0, 0);
        foreach (var (partner, kase, life) in lives)
        {
            for (var back = 0; back < 6; back++)
            {
                var (now, today) = (life.Now.AddDays(-back), life.Today.AddDays(-back));
                var facts = (await read.SharingOfAsync(rows[kase], [partners[partner]]))[partner];
                var expected = SharedInformation.With(facts, now, today).Where(c => c.IsShared).Select(c => c.Category).Order(StringComparer.Ordinal).ToList();
                var found = await read.SharedCategories(partner, now, today).ToListAsync();

                found.Where(f => f.CaseId == kase).Select(f => f.Category).Order(StringComparer.Ordinal).ToList().ShouldBe(expected, customMessage: $"seed {seed}, {back} days back");
                found.ShouldAllBe(f => f.CaseId == kase, "nothing was asked about anybody else");
                (await read.SharedWith(partner, now, today).ToListAsync()).ShouldBe(expected.Count > 0 ? [rows[kase].PersonId] : []);
                (shared, not) = (shared + expected.Count, not + 3 - expected.Count);
            }
        }

        (shared > 10 && not > 60).ShouldBeTrue($"{shared} shared, {not} not");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    [Trait("requirement", "R19")]
    public async Task What_was_agreed_or_decided_is_never_changed(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        var kase = (await CasesAsync(database, 1, new Random(1)))[0];
        await using var db = database.Context();
        var talk = new ConsentTalk { CaseId = kase, Kind = ConsentTalk.Talk, HeldOn = Start, At = DateTimeOffset.UnixEpoch, ByName = "Priya" };
        db.Add(talk);
        await db.SaveChangesAsync();
        db.Entry(talk).Property(t => t.OwnWords).CurrentValue = "Yes to everything";
        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldContain("never changed");
    }

    private static async Task<List<Guid>> CasesAsync(TestDatabase database, int count, Random random)
    {
        for (var i = 0; i < count; i++)
        {
            var kase = ACase().ReferredOn(Start.AddDays(random.Next(-30, 5)).ToString("yyyy-MM-dd"));
            await AYoungPerson().Living("leeds").With(ADto("2010-01-01").With(random.Next(4) == 0 ? kase.ClosedOn(Start.AddDays(random.Next(40)).ToString("yyyy-MM-dd")) : kase)).SaveAsync(database);
        }

        await using var db = database.Context();
        return await db.Cases.Select(c => c.Id).ToListAsync();
    }

    private static async Task<Guid> SaveAsync(Db db, Guid kase, SharingFacts facts)
    {
        var partner = new PartnerRow { Scheme = "leeds", Name = "Somebody", Kind = facts.Kind, OpenFrom = facts.Partner.From, ClosedOn = facts.Partner.To };
        db.Add(partner);
        foreach (var agreement in facts.Agreements)
        {
            var row = new AgreementRow { PartnerId = partner.Id, FromOn = agreement.Days.From, UntilOn = agreement.Days.To!.Value, HasProtocol = agreement.HasProtocol, Purpose = "Homes" };
            db.Add(row);
            db.AddRange(agreement.Categories.Select(c => new AgreementCategory { AgreementId = row.Id, Category = c }));
        }

        foreach (var answer in facts.Answers)
        {
            var talk = new ConsentTalk { CaseId = kase, Kind = ConsentTalk.Talk, HeldOn = answer.On, At = answer.At, ByName = "Priya" };
            db.Add(talk);
            db.Add(new ConsentAnswerRow { ConsentId = talk.Id, CaseId = kase, PartnerId = partner.Id, Category = answer.Category, Answer = answer.Answer, SaidOn = answer.On, At = answer.At, UntilOn = answer.Until });
        }

        foreach (var d in facts.Decisions)
        {
            db.Add(
                new SharingDecisionRow
                {
                    Id = d.Id,
                    CaseId = kase,
                    PartnerId = partner.Id,
                    Basis = d.Basis,
                    Reason = "Because",
                    DecidedById = d.DecidedBy,
                    DecidedBy = "Priya",
                    DecidedAt = d.DecidedAt,
                    UntilOn = d.Until,
                    Once = d.Once,
                    OverridesRefusal = d.OverridesRefusal,
                }
            );
            db.AddRange(d.Categories.Select(c => new SharingDecisionCategory { DecisionId = d.Id, CaseId = kase, Category = c }));
            if (d.Confirmed is { } second)
            {
                db.Add(new SharingConfirmation { DecisionId = d.Id, CaseId = kase, ById = second.By, ByName = "Sam", At = second.At });
            }

            if (d.EndedAt is { } ended)
            {
                db.Add(new SharingEnd { DecisionId = d.Id, CaseId = kase, ById = Guid.CreateVersion7(), ByName = "Sam", At = ended, Why = "Over" });
            }
        }

        await db.SaveChangesAsync();
        return partner.Id;
    }
}
