using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Demo;

/// <summary>Invented partners with agreements, and what a few of the sample's young people said about sharing, in the demo's database alone.</summary>
public static class DemoSharing
{
    /// <summary>The partner that <see cref="DemoAccounts.OfAPartner"/> works for.</summary>
    public const string HousingPartner = "Aire Homes";

    private const string Scheme = "leeds";

    public static async Task CreateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (!await db.Marks.AnyAsync(m => m.Name == DemoAccounts.Mark) || await db.Set<PartnerRow>().AnyAsync())
        {
            return;
        }

        var (today, now) = (scope.ServiceProvider.GetRequiredService<London>().Today, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        var homes = Partner(db, HousingPartner, "housing", today, 200, Categories.Identity, Categories.Arrangements, Categories.Accommodation, Categories.Plan, Categories.Release);
        Partner(db, "Calder Minds", "mental_health", today, 45, Categories.Identity, Categories.Arrangements, Categories.Health, Categories.SubstanceMisuse, Categories.Risk);
        var college = Partner(db, "Northside College", "education", today, 150, Categories.Identity, Categories.Education, Categories.Plan);
        db.Add(new PartnerRow { Scheme = Scheme, Name = "Area police", Kind = PartnerKinds.Police, OpenFrom = today.AddYears(-1) });
        foreach (var (kase, i) in (await db.Cases.Where(c => c.Scheme == Scheme && c.ClosedOn == null).OrderBy(c => c.Reference).Take(3).ToListAsync()).Select((c, i) => (c, i)))
        {
            Talk(db, kase, today.AddDays(-10 * (i + 1)), now, (homes, [Categories.Identity, Categories.Accommodation, Categories.Plan], [Categories.Release]), (college, i == 1 ? [] : [Categories.Identity, Categories.Education], [Categories.Plan]));
        }

        if (await db.Accounts.FirstOrDefaultAsync(a => a.UserName == DemoAccounts.OfAPartner) is { } jo)
        {
            db.Add(jo.Of(MembershipKinds.Partner, homes.ToString()));
        }

        await db.SaveChangesAsync();
    }

    private static Guid Partner(Db db, string name, string kind, DateOnly today, int days, params string[] allowed)
    {
        var partner = new PartnerRow { Scheme = Scheme, Name = name, Kind = kind, Delivers = true, OpenFrom = today.AddYears(-1) };
        var agreement = new AgreementRow { PartnerId = partner.Id, FromOn = today.AddDays(days - 365), UntilOn = today.AddDays(days), HasProtocol = true, Purpose = "Support with resettlement" };
        db.AddRange(partner, agreement);
        db.AddRange(allowed.Select(c => new AgreementCategory { AgreementId = agreement.Id, Category = c }));
        return partner.Id;
    }

    private static void Talk(Db db, Case kase, DateOnly on, DateTimeOffset now, params (Guid Partner, string[] Yes, string[] No)[] said)
    {
        if (on < kase.ReferredOn)
        {
            on = kase.ReferredOn;
        }

        var talk = new ConsentTalk
        {
            CaseId = kase.Id,
            Kind = ConsentTalk.Talk,
            HeldOn = on,
            At = now,
            ByName = "Priya Shah",
            ExplainedBy = "Priya Shah",
            How = "Read together, with the printed page",
            Understood = "yes",
            Present = "The young person and their aunt",
            OwnWords = "The flat people can know, that is fine. Not when I get out.",
            Competence = "capacity",
            ParentView = "agrees",
            ToldOfFigures = true,
        };
        db.Add(talk);
        foreach (var (partner, yes, no) in said)
        {
            db.AddRange(
                yes.Concat(no)
                    .Select(c => new ConsentAnswerRow
                    {
                        ConsentId = talk.Id,
                        CaseId = kase.Id,
                        PartnerId = partner,
                        Category = c,
                        Answer = yes.Contains(c) ? ConsentAnswers.Given : ConsentAnswers.Refused,
                        SaidOn = on,
                        At = now,
                        UntilOn = yes.Contains(c) ? on.AddMonths(6) : null,
                    })
            );
        }
    }
}
