using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data.Sharing;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Sharing;

/// <summary>Who is shown what, on which paper it stands: the watermark of whatever leaves the scheme (R5).</summary>
public sealed record Watermark(string Recipient, string Partner, DateTimeOffset At, string Why);

/// <summary>A shared profile as it is shown, with the mark on it.</summary>
public sealed record Shown(SharedProfile Profile, Watermark Mark);

/// <summary>Each showing of a shared profile is a disclosure of its own (INF-5): once an account, programme and day where it is a page, each time where it is a pack.</summary>
public static class SharedSeen
{
    public const string Page = "page";
    public const string Pack = "pack";

    /// <param name="who">The partner's worker, or whoever opened the pack.</param>
    public static async Task DiscloseAsync(this Db db, Actor who, TimeProvider time, DateOnly today, Case kase, PartnerRow partner, IReadOnlyList<CategoryShared> shared, string how, string why)
    {
        string[] categories = [.. shared.Select(s => s.Category)];
        if (how == Page && await SeenTodayAsync(db, who, today, kase, categories))
        {
            return;
        }

        var row = new DisclosureRow
        {
            CaseId = kase.Id,
            PartnerId = partner.Id,
            Recipient = who.Name,
            How = how,
            ToldOn = today,
            At = time.GetUtcNow(),
            ById = who.Id,
            ByName = who.Name,
            Why = why,
            Basis = string.Join(' ', shared.Select(s => s.Basis!).Distinct()),
            DecisionId = shared.Select(s => s.Decision).FirstOrDefault(d => d is not null),
        };
        db.Add(row);
        db.AddRange(categories.Select(c => new DisclosureCategory { DisclosureId = row.Id, CaseId = kase.Id, Category = c }));
        await db.SaveAsync(who with { Scheme = kase.Scheme }, time, new Disclosed(row.Id, partner.Id, partner.Name, row.Recipient, today, how, row.Basis, categories) { PersonId = kase.PersonId, CaseId = kase.Id, Why = why });
    }

    private static async Task<bool> SeenTodayAsync(Db db, Actor who, DateOnly today, Case kase, string[] categories)
    {
        var before = await db.Set<DisclosureRow>().AsNoTracking().Where(d => d.CaseId == kase.Id && d.ById == who.Id && d.How == Page && d.ToldOn == today).Select(d => d.Id).ToListAsync();
        var told = await db.Set<DisclosureCategory>().AsNoTracking().Where(c => before.Contains(c.DisclosureId)).Select(c => c.Category).Distinct().ToListAsync();
        return before.Count > 0 && categories.All(told.Contains);
    }
}
