using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Log;
using Throughgate.Domain.Rules.Log;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History.Looks;

namespace Throughgate.Web.Features.Log;

/// <summary>Looks at one record on one day, with what is odd about them and what a manager found.</summary>
/// <param name="Name">Of the young person.</param>
public sealed record LookLine(Look Look, string Name, IReadOnlyList<Oddity> Odd, bool IsRaised, LookReview? Review)
{
    public bool IsOpen => IsRaised && Review is null or { Found: LookReview.Open };
}

/// <summary>The looks of the reader's scheme, the odd ones first. A record that the reader may not see is not among them.</summary>
public sealed class ReadLooks(Connection database, Db db, Visible visible, Actor actor, WorkingCalendar calendar, FiguresInForce figures, London london)
{
    public const int OnAPage = 50;

    public async Task<IReadOnlyList<LookLine>> RunAsync(LogDays days, Func<Look, bool> which, CancellationToken cancel)
    {
        var scheme = actor.Scheme ?? "";
        await LookIndex.CatchUpAsync(database, scheme, cancel);
        var inForce = await figures.ReadAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        IReadOnlyList<Look> looks;
        try
        {
            looks = [.. (await new LookReader(db.Database.GetDbConnection(), scheme).ReadAsync(days.First, days.Last, cancel)).Where(which)];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        var people = looks.Select(l => l.PersonId).ToHashSet();
        var names = await visible.Few(people).Select(p => new { p.Id, Name = p.FirstName + " " + p.LastName }).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var reviews = (await db.Set<LookReview>().AsNoTracking().Where(r => r.Scheme == scheme && r.LookedOn >= days.First && r.LookedOn <= days.Last).OrderBy(r => r.ReviewedAt).ToListAsync(cancel))
            .ToLookup(r => (r.LookerId, r.ShownId, r.LookedOn));
        return
        [
            .. looks
                .Where(l => names.ContainsKey(l.PersonId))
                .Select(l =>
                {
                    var odd = OddLook.Of(l, calendar, inForce, london.Today);
                    return new LookLine(l, names[l.PersonId], odd, OddLook.IsRaised(odd, inForce, l.On), reviews[(l.LookerId, l.PersonId, l.On)].LastOrDefault());
                })
                .OrderByDescending(l => l.IsOpen)
                .ThenByDescending(l => l.IsOpen ? OddLook.Points(l.Odd) : 0)
                .ThenByDescending(l => l.Look.On)
                .ThenByDescending(l => l.Look.First),
        ];
    }
}
