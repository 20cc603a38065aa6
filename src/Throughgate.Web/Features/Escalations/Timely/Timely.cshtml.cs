using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Rules.Escalations;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Escalations.Timely;

/// <summary>Groups of one kind: what they are called, and how timely each was.</summary>
public sealed record TimelyBy(string Title, IReadOnlyList<(string Called, TimelinessOfGroup Of)> Groups);

/// <summary>Whether resettlement was planned in time over the last twelve months, by YOT, establishment and pathway (ESC-2).</summary>
[Needs(Permission.SeeToday)]
public sealed class TimelyPage(Connection database, Visible visible, Actor actor, WorkingCalendar calendar, London london, Words words) : PageModel
{
    private const int Months = 12;

    public DateRange Days { get; private set; }

    public IReadOnlyList<TimelyBy> Tables { get; private set; } = [];

    /// <summary>How many duties came due.</summary>
    public int Count { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var on = london.Today;
        Days = new(on.AddMonths(-Months), on);
        await using var connection = await database.OpenAsync(cancel: cancel);
        var duties = await connection.PlanningDutiesAsync(calendar, actor.Scheme!, Days, cancel);
        var (reference, kept) = (Reference.Instance, await visible.UndisclosedAsync(cancel));
        TimelyBy By(string title, Func<PlanningDuty, string?> group, Func<string, string> called, string none)
        {
            var groups = Timeliness.By(duties, group, on);
            Count = groups.Sum(g => g.All);
            return new(title, [.. groups.Select(g => (g.Group is { } code ? called(code) : words[none].ToString(), g))]);
        }

        Tables =
        [
            By(Words.Key("By YOT"), d => d.Yot, y => y == Yots.Elsewhere ? words["Elsewhere"].ToString() : reference.Yots.TryGetValue(y, out var yot) ? yot.Name : y, Words.Key("Not known")),
            By(Words.Key("By establishment"), d => kept.Contains(d.Duty.PersonId) ? null : d.Establishment, reference.EstablishmentName, Words.Key("Not in custody, or not known where")),
            By(Words.Key("By pathway"), d => d.Pathway, p => words[reference.Label("pathway", p)].ToString(), Words.Key("Not known")),
        ];
    }
}
