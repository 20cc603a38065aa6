using Throughgate.Domain.Log;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Features.Log.Odd;

/// <summary>The looks of the scheme that are odd, those nobody asked about first.</summary>
[Needs(Permission.SeeLog)]
public sealed class OddLooksPage(Connection database, Db db, Visible visible, Actor actor, Seen seen, WorkingCalendar calendar, FiguresInForce figures, London london) : LogPage(london)
{
    private readonly London _london = london;

    /// <summary>Looks that are raised and not asked about.</summary>
    public int Open { get; private set; }

    public int All { get; private set; }

    public IReadOnlyList<(Guid Id, string Name, int Count)> Colleagues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        SettleDays();
        var all = await new ReadLooks(database, db, visible, actor, calendar, figures, _london).RunAsync(Days, _ => true, cancel);
        (Open, All) = (all.Count(l => l.IsOpen), all.Count);
        Colleagues = [.. all.GroupBy(l => l.Look.LookerId).Select(g => (g.Key, g.Last().Look.LookerName, g.Count())).OrderBy(c => c.LookerName, StringComparer.CurrentCulture)];
        Cut([.. all.Where(l => l.IsRaised)]);
        seen.People(Lines.Select(l => l.Look.PersonId));
    }
}
