using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Domain.Time;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Sharing;

/// <summary>Gathers what <see cref="SharedInformation"/> needs, from the database, for one programme.</summary>
public static class SharingReader
{
    /// <summary>The facts of one programme for each partner asked for, in a handful of statements. Whoever asks has found the programme through Visible.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SharingFacts>> SharingOfAsync(this Db db, Case kase, IReadOnlyCollection<PartnerRow> partners, CancellationToken cancel = default)
    {
        var ids = partners.Select(p => p.Id).ToList();
        var agreements = await db.Set<AgreementRow>().AsNoTracking().Where(a => ids.Contains(a.PartnerId)).ToListAsync(cancel);
        var agreed = agreements.Select(a => a.Id).ToList();
        var allowed = (await db.Set<AgreementCategory>().AsNoTracking().Where(c => agreed.Contains(c.AgreementId)).ToListAsync(cancel)).ToLookup(c => c.AgreementId, c => c.Category);
        var answers = (await db.Set<ConsentAnswerRow>().AsNoTracking().Where(a => a.CaseId == kase.Id).ToListAsync(cancel)).ToLookup(a => a.PartnerId);
        var decisions = (await db.DecisionsOfAsync(kase.Id, cancel)).ToLookup(d => d.Partner, d => d.Decision);
        var hidden = await db.DoNotDiscloseAsync(kase.PersonId, cancel);
        return partners.ToDictionary(
            p => p.Id,
            p => new SharingFacts
            {
                Kind = p.Kind,
                Partner = new DateRange(p.OpenFrom, p.ClosedOn),
                Programme = new DateRange(kase.ReferredOn, kase.ClosedOn?.AddDays(-1)),
                Agreements = [.. agreements.Where(a => a.PartnerId == p.Id).Select(a => new Agreement(new DateRange(a.FromOn, a.UntilOn), a.HasProtocol, [.. allowed[a.Id]]))],
                Answers = [.. answers[p.Id].Select(a => new ConsentAnswer(a.Category, a.Answer, a.SaidOn, a.At, a.UntilOn))],
                Decisions = [.. decisions[p.Id]],
                DoNotDisclose = hidden,
            }
        );
    }

    /// <summary>The decisions of a programme, each with its partner.</summary>
    public static async Task<IReadOnlyList<(Guid Partner, SharingDecision Decision)>> DecisionsOfAsync(this Db db, Guid kase, CancellationToken cancel = default)
    {
        var rows = await db.Set<SharingDecisionRow>().AsNoTracking().Where(d => d.CaseId == kase).OrderBy(d => d.DecidedAt).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return [];
        }

        var categories = (await db.Set<SharingDecisionCategory>().AsNoTracking().Where(c => c.CaseId == kase).ToListAsync(cancel)).ToLookup(c => c.DecisionId, c => c.Category);
        var seconds = await db.Set<SharingConfirmation>().AsNoTracking().Where(c => c.CaseId == kase).ToDictionaryAsync(c => c.DecisionId, cancel);
        var used = await db.Set<DisclosureRow>().AsNoTracking().Where(d => d.CaseId == kase && d.SingleDecisionId != null).ToDictionaryAsync(d => d.SingleDecisionId!.Value, d => d.At, cancel);
        var ends = await db.Set<SharingEnd>().AsNoTracking().Where(e => e.CaseId == kase).ToDictionaryAsync(e => e.DecisionId, cancel);
        return
        [
            .. rows.Select(d =>
                (
                    d.PartnerId,
                    new SharingDecision
                    {
                        Id = d.Id,
                        Categories = [.. Categories.All.Where(categories[d.Id].Contains)],
                        Basis = d.Basis,
                        DecidedBy = d.DecidedById,
                        DecidedAt = d.DecidedAt,
                        Until = d.UntilOn,
                        Once = d.Once,
                        OverridesRefusal = d.OverridesRefusal,
                        Confirmed = seconds.TryGetValue(d.Id, out var second) ? (second.ById, second.At) : null,
                        EndedAt = ends.GetValueOrDefault(d.Id)?.At,
                        UsedAt = used.TryGetValue(d.Id, out var at) ? at : null,
                    }
                )
            ),
        ];
    }

    /// <summary>Whether nobody may be told where this young person is: the one place where sharing asks it.</summary>
    public static Task<bool> DoNotDiscloseAsync(this Db db, Guid person, CancellationToken cancel = default) =>
        db.Set<NotDisclosed>().AnyAsync(n => n.PersonId == person && n.LiftedAt == null, cancel);
}
