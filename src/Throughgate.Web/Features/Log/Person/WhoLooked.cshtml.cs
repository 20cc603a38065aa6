using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Log.Person;

/// <summary>Who opened one young person's record, and how often. Of another scheme's people only how often.</summary>
[Needs(Permission.SeeLog)]
public sealed class WhoLookedPage(Connection database, Db db, Visible visible, Actor actor, WorkingCalendar calendar, FiguresInForce figures, London london) : LogPage(london)
{
    private readonly London _london = london;

    public Data.Rows.Person Person { get; private set; } = null!;

    public string Name => $"{Person.FirstName} {Person.LastName}";

    /// <summary>Answers of the scheme that showed this young person among others.</summary>
    public int InLists { get; private set; }

    /// <summary>Other schemes, as of the morning, with how often.</summary>
    public IReadOnlyList<(string Scheme, int Count)> Elsewhere { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        SettleDays();
        var shown = (await db.MergedPeopleAsync(id, cancel)).Select(p => p.Id).Append(id).ToHashSet();
        Cut(await new ReadLooks(database, db, visible, actor, calendar, figures, _london).RunAsync(Days, l => shown.Contains(l.PersonId), cancel));
        var (from, to) = (London.StartOf(Days.First), London.StartOf(Days.Last.AddDays(1)));
        var all = await db.Set<LookRow>().AsNoTracking()
            .Where(l => shown.Contains(l.ShownId) && l.At >= from && l.At < to)
            .GroupBy(l => new { l.Chain, l.Alone })
            .Select(g => new { g.Key.Chain, g.Key.Alone, Count = g.Count() })
            .ToListAsync(cancel);
        InLists = all.Where(g => g.Chain == actor.Scheme && !g.Alone).Sum(g => g.Count);
        Elsewhere =
        [
            .. all.Where(g => g.Chain != actor.Scheme && g.Alone)
                .Select(g => (Reference.Instance.Schemes.TryGetValue(g.Chain, out var scheme) ? scheme.Name : g.Chain, g.Count))
                .OrderBy(g => g.Item1, StringComparer.Ordinal),
        ];
        return Page();
    }
}
