using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Schemes;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Partners;

/// <summary>An agreement with what its protocol allows.</summary>
public sealed record AgreementSeen(AgreementRow Row, IReadOnlyList<string> Categories)
{
    public DateRange Days => new(Row.FromOn, Row.UntilOn);
}

/// <summary>A partner with its agreements, newest first, and what is to be said of them (SCH-4).</summary>
public sealed record PartnerSeen(PartnerRow Row, IReadOnlyList<AgreementSeen> Agreements, AgreementWarned? Warned)
{
    public AgreementSeen? LiveOn(DateOnly today) => Agreements.FirstOrDefault(a => a.Days.Contains(today));

    public bool IsOpenOn(DateOnly today) => new DateRange(Row.OpenFrom, Row.ClosedOn).Contains(today);

    public Phrase? Warning(Words words) => Warned is not { } w ? null : w.Warning switch
    {
        AgreementWarning.NoneLive when w.On is { } on => words["No agreement is in force: the last one ended on {0}.", new Days(words).Plain(on)],
        AgreementWarning.NoneLive => words["This partner delivers part of the scheme and no agreement with it is in force."],
        AgreementWarning.NoProtocol => words["The agreement in force has no information-sharing protocol."],
        _ => words["The agreement ends on {0}, and none follows it.", new Days(words).Plain(w.On!.Value)],
    };
}

/// <summary>The partners of a scheme, those that are open first, by name.</summary>
public static class PartnersOfScheme
{
    public static async Task<IReadOnlyList<PartnerSeen>> PartnersOfAsync(this Db db, string scheme, DutyFigures figures, DateOnly today, CancellationToken cancel)
    {
        var partners = await db.Set<PartnerRow>().Where(p => p.Scheme == scheme).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(cancel);
        var ids = partners.Select(p => p.Id).ToList();
        var agreements = await db.Set<AgreementRow>().Where(a => ids.Contains(a.PartnerId)).OrderByDescending(a => a.UntilOn).ThenByDescending(a => a.Id).ToListAsync(cancel);
        var agreed = agreements.Select(a => a.Id).ToList();
        var allowed = (await db.Set<AgreementCategory>().AsNoTracking().Where(c => agreed.Contains(c.AgreementId)).ToListAsync(cancel)).ToLookup(c => c.AgreementId, c => c.Category);
        var days = figures.InForce(PartnerAgreement.Before, today).Value;
        return
        [
            .. partners
                .Select(p =>
                {
                    AgreementSeen[] own = [.. agreements.Where(a => a.PartnerId == p.Id).Select(a => new AgreementSeen(a, [.. allowed[a.Id]]))];
                    var open = new DateRange(p.OpenFrom, p.ClosedOn).Contains(today);
                    return new PartnerSeen(p, own, PartnerAgreement.Of(p.Delivers && open, [.. own.Select(a => (a.Days, a.Row.HasProtocol))], today, days));
                })
                .OrderBy(p => !p.IsOpenOn(today)),
        ];
    }
}
