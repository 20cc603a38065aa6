using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Sharing;

/// <summary>One category that a partner may have of one programme.</summary>
public sealed record SharedCategory
{
    public required Guid PersonId { get; init; }

    public required Guid CaseId { get; init; }

    public required string Category { get; init; }
}

/// <summary>
/// The query twin of <see cref="SharedInformation.With"/>: asked of the database at every request and never kept (R10).
/// </summary>
public static class SharedQueries
{
    private static readonly string[] OneByOne = [PartnerKinds.Police, PartnerKinds.Employer];

    /// <summary>The young people of whom this partner may see something now.</summary>
    public static IQueryable<Guid> SharedWith(this Db db, Guid partner, DateTimeOffset now, DateOnly today) =>
        db.SharedCategories(partner, now, today).Select(s => s.PersonId).Distinct();

    /// <summary>What this partner may see now, of whom.</summary>
    public static IQueryable<SharedCategory> SharedCategories(this Db db, Guid partner, DateTimeOffset now, DateOnly today)
    {
        var answers = db.Set<ConsentAnswerRow>().Where(a => a.PartnerId == partner && a.At <= now && a.SaidOn <= today);
        var given = answers.Where(a => a.Answer == ConsentAnswers.Given);
        var no = answers.Where(a => a.Answer != ConsentAnswers.Given);
        var decisions = db.Set<SharingDecisionRow>().Where(d =>
            d.PartnerId == partner
            && !d.Once
            && d.Basis != SharingBases.Consent
            && d.DecidedAt <= now
            && d.UntilOn >= today
            && !db.Set<SharingEnd>().Any(e => e.DecisionId == d.Id && e.At <= now)
        );
        return
            from p in db.Set<PartnerRow>()
            where p.Id == partner && p.OpenFrom <= today && !(p.ClosedOn < today) && !OneByOne.Contains(p.Kind)
            from k in db.Cases
            where k.Scheme == p.Scheme && k.ReferredOn <= today && (k.ClosedOn == null || k.ClosedOn > today)
            from c in (
                from a in db.Set<AgreementRow>()
                where a.PartnerId == partner && a.FromOn <= today && a.UntilOn >= today && a.HasProtocol
                join allowed in db.Set<AgreementCategory>() on a.Id equals allowed.AgreementId
                select allowed.Category
            ).Distinct()
            where
                !(c == Categories.Whereabouts && db.Set<NotDisclosed>().Any(n => n.PersonId == k.PersonId && n.LiftedAt == null))
                && (given.Any(g =>
                    g.CaseId == k.Id
                    && g.Category == c
                    && !answers.Any(l => l.CaseId == k.Id && l.Category == c && (l.SaidOn > g.SaidOn || (l.SaidOn == g.SaidOn && l.At > g.At)))
                    && !answers.Any(l => l.CaseId == k.Id && l.Category == c && l.SaidOn == g.SaidOn && l.At == g.At && (l.Answer != ConsentAnswers.Given || l.UntilOn < today))
                    && g.UntilOn >= today
                )
                || decisions.Any(d =>
                    d.CaseId == k.Id
                    && db.Set<SharingDecisionCategory>().Any(x => x.DecisionId == d.Id && x.Category == c)
                    && !no.Any(n =>
                        n.CaseId == k.Id
                        && n.Category == c
                        && !given.Any(g => g.CaseId == k.Id && g.Category == c && (g.SaidOn > n.SaidOn || (g.SaidOn == n.SaidOn && g.At > n.At)))
                        && (
                            !d.OverridesRefusal
                            || n.At > d.DecidedAt
                            || !db.Set<SharingConfirmation>().Any(s => s.DecisionId == d.Id && s.ById != d.DecidedById && s.At <= now)
                        )
                    )
                ))
            select new SharedCategory { PersonId = k.PersonId, CaseId = k.Id, Category = c };
    }
}
