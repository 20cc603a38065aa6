using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Sharing;

/// <summary>What young people answered about the use of their records for evaluation, under whichever programme.</summary>
public static class StatisticsReader
{
    /// <summary>Every answer of one young person. Whoever asks has found them through Visible.</summary>
    public static async Task<IReadOnlyList<StatisticsAnswer>> StatisticsOfAsync(this Db db, Guid person, CancellationToken cancel = default) =>
        [.. (await db.StatisticsOfAsync([person], cancel))[person]];

    /// <summary>The answers of a lot of young people, by person.</summary>
    public static async Task<ILookup<Guid, StatisticsAnswer>> StatisticsOfAsync(this Db db, Guid[] people, CancellationToken cancel = default) =>
        (
            await (
                from kase in db.Cases.IgnoreQueryFilters()
                join talk in db.Set<ConsentTalk>() on kase.Id equals talk.CaseId
                where talk.Statistics != null && people.Contains(kase.PersonId)
                select new { kase.PersonId, talk.Statistics, talk.StatisticsOn, talk.HeldOn, talk.At }
            ).ToListAsync(cancel)
        ).ToLookup(t => t.PersonId, t => new StatisticsAnswer(t.Statistics!, t.StatisticsOn ?? t.HeldOn, t.At));
}
