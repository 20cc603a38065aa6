using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data.Sharing;

namespace Throughgate.Web.Features.Sharing;

/// <summary>One partner as a young person's sharing page sees it.</summary>
/// <param name="Now">Each category: whether it is shared now, or why not.</param>
/// <param name="Allowed">What the agreement in force allows.</param>
public sealed record PartnerNow(PartnerRow Row, SharingFacts Facts, IReadOnlyList<CategoryShared> Now, IReadOnlyList<string> Allowed)
{
    public bool OneByOne => PartnerKinds.OneByOne(Row.Kind);

    public IReadOnlyList<CategoryShared> Shared => [.. Now.Where(c => c.IsShared)];

    /// <summary>The last said about each category, whatever it was.</summary>
    public IReadOnlyList<ConsentAnswer> LastSaid => [.. Facts.Answers.GroupBy(a => a.Category).Select(g => g.OrderBy(a => a.On).ThenBy(a => a.At).Last())];

    /// <summary>Categories to which the last answer was yes.</summary>
    public IReadOnlyList<string> Given => [.. Categories.All.Where(c => LastSaid.Any(a => a.Category == c && a.IsGiven))];

    /// <summary>Categories to which the last answer was no.</summary>
    public IReadOnlyList<string> SaidNo => [.. Categories.All.Where(c => LastSaid.Any(a => a.Category == c && !a.IsGiven))];
}

/// <summary>Sharing about one programme, as it stands: every partner of the scheme that is open, or with which something was said.</summary>
public static class SharingOfCase
{
    public static async Task<IReadOnlyList<PartnerNow>> PartnersNowAsync(this Db db, OfCase of, DateTimeOffset now, DateOnly today, CancellationToken cancel)
    {
        var scheme = of.Case.Scheme;
        var partners = await db.Set<PartnerRow>().AsNoTracking().Where(p => p.Scheme == scheme).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(cancel);
        var facts = await db.SharingOfAsync(of.Case, partners, cancel);
        return
        [
            .. partners
                .Select(p => new PartnerNow(p, facts[p.Id], SharedInformation.With(facts[p.Id], now, today), Allowed(facts[p.Id], today)))
                .Where(p => p.Facts.Partner.Contains(today) || p.Facts.Answers.Count > 0 || p.Facts.Decisions.Count > 0),
        ];
    }

    private static string[] Allowed(SharingFacts facts, DateOnly today) =>
        [.. Categories.All.Where(c => facts.Agreements.Any(a => a.HasProtocol && a.Days.Contains(today) && a.Categories.Contains(c)))];
}
