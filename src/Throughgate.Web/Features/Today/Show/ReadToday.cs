using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Escalations;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Today.Show;

/// <summary>
/// Reads Today: a worker's or case manager's own young people and those of whom they cover, or a manager's whole team. The page and the digest
/// read it here, so that they say the same.
/// </summary>
public sealed class ReadToday(SchemeLists lists, Visible visible, WorkingCalendar calendar, ReturnBook returns)
{
    // The list is the same object for as long as nothing changes, and so is the board of a whole team.
    private static readonly ConditionalWeakTable<IReadOnlyList<OpenPerson>, TodayBoard> Boards = [];
    private static readonly ConditionalWeakTable<IReadOnlyList<OpenPerson>, DateOnly[]> Recording = [];

    /// <param name="chosen">A manager's choice of one worker's list; null means the whole team.</param>
    /// <param name="now">Whether the day is today: concerns and the ladder are known as of now only.</param>
    public async Task<TodayOf> RunAsync(Actor actor, DateOnly on, bool now, Guid? chosen = null, CancellationToken cancel = default)
    {
        var open = await lists.OpenAsync(on, cancel);
        var day = await lists.TeamDayAsync(open, on, null, cancel);
        var worked = day.LastWorkedOn(actor.WorkerId, calendar);
        var lately = worked < day.SinceOn ? await lists.TeamDayAsync(open, on, worked, cancel) : day;

        var ofTeam = actor.Role == RoleTable.Manager;
        var whole = Boards.GetValue(open, o => TodayBoard.Of(o, _ => true, actor.Scheme!, on));
        var worker = ofTeam ? chosen : actor.WorkerId;
        var covering = day.AwayToday.Where(a => worker is not null && a.CoverId == worker).ToList();
        var board = worker is null ? whole : Own(open, worker.Value, covering, actor.Scheme!, on);
        var cases = board.Cases.Select(c => c.CaseId).ToHashSet();
        return new()
        {
            Board = board,
            Team = ofTeam ? whole : null,
            Covering = covering,
            Away = [.. day.AwayToday],
            NotCovered = ofTeam && chosen is null ? [.. NotCovered(day, whole)] : [],
            Concerns = now ? [.. day.Concerns.Where(c => cases.Contains(c.CaseId))] : [],
            Escalated = now ? [.. day.Escalations.Where(e => cases.Contains(e.CaseId) && e.Step > Step.Worker && !(e.RestsUntil >= on))] : [],
            Return = now && actor.May(Permission.SeeReturn) && await SinceAsync(open, actor.Scheme!, cancel) is { } since ? await returns.ToDoAsync(actor.Scheme!, since, on, cancel) : null,
            News = await NewsAsync(lately, board, actor, worker, covering, cancel),
            NewsSince = worked,
        };
    }

    /// <summary>Since when the scheme records here; null where it does not. Asked anew with the list that it is kept beside: whatever changes it is in history.</summary>
    private async Task<DateOnly?> SinceAsync(IReadOnlyList<OpenPerson> open, string scheme, CancellationToken cancel)
    {
        if (!Recording.TryGetValue(open, out var since))
        {
            since = [.. (await returns.RecordsSinceAsync([scheme], cancel)).Values];
            Recording.AddOrUpdate(open, since);
        }

        return since is [var from] ? from : null;
    }

    private static TodayBoard Own(IReadOnlyList<OpenPerson> open, Guid worker, IReadOnlyList<Away> covering, string scheme, DateOnly on)
    {
        bool Mine(CaseInView of) => Has(of, worker) || covering.Any(a => Has(of, a.WorkerId));
        var own = open.Where(p => p.Cases.Any(Mine)).ToList();
        var covered = own.SelectMany(p => p.Cases)
            .Where(c => !Has(c, worker))
            .Select(c => (c.CaseId, For: covering.FirstOrDefault(a => Has(c, a.WorkerId))))
            .Where(c => c.For is not null)
            .ToDictionary(c => c.CaseId, c => c.For!);
        return TodayBoard.Of(own, Mine, scheme, on, covered);
    }

    /// <summary>Nobody is named, or whoever is named is away too.</summary>
    private static IEnumerable<(Away, int)> NotCovered(TeamDay day, TodayBoard team) =>
        day.AwayToday.Where(a => a.CoverId is not { } cover || day.AwayToday.Any(b => b.WorkerId == cover))
            .Select(a => (a, team.Cases.Count(c => Has(c, a.WorkerId))))
            .Where(a => a.Item2 > 0);

    /// <summary>What others changed of the records this person sees. Somebody no longer on the board (a programme closed) is asked for by Visible.</summary>
    private async Task<IReadOnlyList<NewsLine>> NewsAsync(TeamDay day, TodayBoard board, Actor actor, Guid? worker, IReadOnlyList<Away> covering, CancellationToken cancel)
    {
        var names = board.Cases.DistinctBy(c => c.PersonId).ToDictionary(c => c.PersonId, c => c.Name);
        var workers = covering.Select(a => a.WorkerId).Append(worker ?? Guid.Empty).ToHashSet();
        var gone = day.Changes.Select(c => c.PersonId).Distinct().Where(p => !names.ContainsKey(p) && (worker is null || day.Workers[p].Any(workers.Contains))).ToList();
        if (gone.Count > 0)
        {
            foreach (var person in await visible.Few(gone).Select(p => new { p.Id, p.FirstName, p.LastName }).ToListAsync(cancel))
            {
                names[person.Id] = $"{person.FirstName} {person.LastName}";
            }
        }

        var kept = await visible.UndisclosedAsync(cancel);
        return NewsLine.Of(kept.Count == 0 ? day : day with { Changes = Hidden(day.Changes, kept), Imported = Hidden(day.Imported, kept) }, names, actor.Id);
    }

    /// <summary>Where somebody is is not among the news, where it must not be disclosed.</summary>
    private static IReadOnlyList<Change> Hidden(IReadOnlyList<Change> changes, IReadOnlySet<Guid> kept) =>
        [.. changes.Select(c => kept.Contains(c.PersonId) && !HistoryEvent.IsErased(c.Kind, c.Data) ? c with { Data = PlacesHidden.Scrub(c.Data) } : c)];

    private static bool Has(CaseInView of, Guid worker) => of.Allocations.Any(a => a.WorkerId == worker);
}
