using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Lists;

namespace Throughgate.Web.Features.Today.Show;

/// <summary>One duty of somebody on the board.</summary>
/// <param name="For">The colleague who is away, where it is done for them.</param>
public sealed record Task(CaseInView Case, Duty Duty, DateOnly? LeavesOn, Away? For = null);

/// <summary>Somebody who leaves custody, with the day as known on the day looked at.</summary>
public sealed record Leaving(CaseInView Case, DateOnly On, Duty? Address)
{
    public bool AddressIsMissing => Address is { IsOpen: true };
}

/// <summary>When one of one's young people was last met, and is next to be.</summary>
public sealed record LastMet(CaseInView Case, DateOnly? On, DateTime? Next);

/// <summary>A programme that is soon to close, and with whom its ending is not planned (OPN-10).</summary>
public sealed record EndingOf(CaseInView Case, EndingsToPlan ToPlan);

/// <summary>A visit or appointment of the day.</summary>
public sealed record Visit(CaseInView Case, Domain.Contacts.Contact Contact);

/// <summary>One worker's share of the team.</summary>
public sealed record Share(Allocated? Worker, int Cases, int Overdue, int DueThisWeek, int Leaving);

/// <summary>
/// Today as a person who is interrupted reads it: what cannot wait first. Worked out from the cases and the duties of the shared rules (<see cref="DutyRules.DutiesOf"/>); nothing here is a fact of its own.
/// </summary>
public sealed class TodayBoard
{
    /// <summary>A missed meeting at the gate stands first for this long; after that it is a figure, not work.</summary>
    public const int DaysMissedStandsFirst = 7;

    private const int DaysBeforeRelease = 14;
    private const int WeeksToCome = 12;
    private const int DaysUnseen = 14;

    /// <param name="covered">Cases that are looked after for a colleague.</param>
    public TodayBoard(IReadOnlyList<CaseInView> cases, DutiesOn duties, IReadOnlyDictionary<Guid, Away>? covered = null)
    {
        (On, Covered) = (duties.On, covered ?? new Dictionary<Guid, Away>());
        var facts = duties.People.SelectMany(p => p.Cases).Where(c => c.Scheme == duties.Scheme).ToDictionary(c => c.Id);
        Cases = [.. cases.Where(c => facts.ContainsKey(c.CaseId))];
        var byId = Cases.ToDictionary(c => c.CaseId);
        var tasks = duties
            .Duties.Where(d => byId.ContainsKey(d.CaseId) && (d.IsOpen || d.State == DutyState.Missed))
            .Select(d => new Task(byId[d.CaseId], d, facts[d.CaseId].CustodyOn(On).LeavesAsKnownOn(On), Covered.GetValueOrDefault(d.CaseId)))
            .ToList();
        First = [.. tasks.Where(t => CannotWait(t, facts[t.Case.CaseId])).OrderBy(t => t.LeavesOn ?? t.Duty.Due).ThenBy(t => t.Duty.Due)];
        Overdue =
        [
            .. tasks
                .Where(t => t.Duty.State == DutyState.Overdue && !First.Contains(t))
                .GroupBy(t => t.Case)
                .OrderBy(g => g.Min(t => t.LeavesOn ?? DateOnly.MaxValue))
                .ThenByDescending(g => g.Max(t => t.Duty.Due))
                .ThenBy(g => g.Key.LastName, StringComparer.Ordinal),
        ];
        ThisWeek = [.. tasks.Where(t => t.Duty.State == DutyState.Due && t.Duty.Due < On.AddDays(7)).GroupBy(t => t.Duty.Due).OrderBy(g => g.Key)];
        var addresses = duties.Duties.Where(d => d.RuleId == "REL-3").ToLookup(d => d.CaseId);
        var held = Cases
            .Where(c => facts[c.CaseId].CustodyOn(On).HoldsOn(On))
            .Select(c => (Case: c, Leaves: facts[c.CaseId].CustodyOn(On).LeavesAsKnownOn(On)))
            .ToList();
        Leaving =
        [
            .. held.Where(h => h.Leaves >= On && h.Leaves < On.AddDays(7 * WeeksToCome))
                .Select(h => new Leaving(h.Case, h.Leaves!.Value, addresses[h.Case.CaseId].LastOrDefault()))
                .OrderBy(l => l.On)
                .ThenBy(l => l.Case.LastName, StringComparer.Ordinal),
        ];
        DatePassed = [.. held.Where(h => h.Leaves < On).Select(h => new Leaving(h.Case, h.Leaves!.Value, null)).OrderByDescending(l => l.On)];
        NoDate = [.. held.Where(h => h.Leaves is null).Select(h => h.Case)];
        Visits =
        [
            .. Cases.SelectMany(c => facts[c.CaseId].Contacts.Where(k => k.On == On && k.Outcome == ContactOutcomes.Planned).Select(k => new Visit(c, k)))
                .OrderBy(v => v.Contact.At),
        ];
        NotSeen =
        [
            .. Cases.Where(c => facts[c.CaseId].Start <= On)
                .Select(c => Met(c, facts[c.CaseId]))
                .Where(m => m.On is null || m.On < On.AddDays(-DaysUnseen))
                .OrderBy(m => m.On ?? DateOnly.MinValue),
        ];
        Endings =
        [
            .. Cases.Select(c => (c, EndingsPlanned.Of(facts[c.CaseId], c.Allocations.Select(a => a.Name), On, duties.Figures)))
                .Where(e => e.Item2 is not null)
                .Select(e => new EndingOf(e.c, e.Item2!))
                .OrderBy(e => e.ToPlan.Closes),
        ];
        Shares = [.. ByWorker(tasks)];
    }

    /// <summary>The board of these people's cases, or of those of them that are asked for.</summary>
    public static TodayBoard Of(IReadOnlyList<OpenPerson> people, Func<CaseInView, bool> which, string scheme, DateOnly on, IReadOnlyDictionary<Guid, Away>? covered = null)
    {
        var duties = people.SelectMany(p => p.Duties).ToList();
        duties.Sort(Duty.InOrder);
        var figures = people.Count == 0 ? DutyFigures.Defaults : people[0].Figures;
        return new([.. people.SelectMany(p => p.Cases).Where(which)], new(on, scheme, [.. people.Select(p => p.Facts)], duties, figures), covered);
    }

    public DateOnly On { get; }

    public IReadOnlyList<CaseInView> Cases { get; }

    /// <summary>Which of the cases are looked after for a colleague, by key of the case.</summary>
    public IReadOnlyDictionary<Guid, Away> Covered { get; }

    /// <summary>What cannot wait: what is owed to somebody who leaves within two weeks, and a meeting at the gate that is due or was just missed.</summary>
    public IReadOnlyList<Task> First { get; }

    /// <summary>Everything else that is overdue, by young person; who leaves soonest first.</summary>
    public IReadOnlyList<IGrouping<CaseInView, Task>> Overdue { get; }

    public IReadOnlyList<IGrouping<DateOnly, Task>> ThisWeek { get; }

    public IReadOnlyList<Leaving> Leaving { get; }

    /// <summary>REL-13: the expected date has passed and no release is recorded.</summary>
    public IReadOnlyList<Leaving> DatePassed { get; }

    /// <summary>REL-14: held, and no expected release is known.</summary>
    public IReadOnlyList<CaseInView> NoDate { get; }

    public IReadOnlyList<Visit> Visits { get; }

    public IReadOnlyList<LastMet> NotSeen { get; }

    /// <summary>Those that close soonest first.</summary>
    public IReadOnlyList<EndingOf> Endings { get; }

    public IReadOnlyList<Share> Shares { get; }

    public int OverdueCount => Overdue.Sum(g => g.Count());

    private bool CannotWait(Task task, CaseFacts facts) =>
        task.Duty.State == DutyState.Missed ? task.Duty.RuleId == "REL-2" && facts.CustodyOn(On).ReleasedOn >= On.AddDays(-DaysMissedStandsFirst)
        : task.Duty.RuleId is "REL-2" or "REL-13" ? true
        : task.Duty.State == DutyState.Overdue && task.LeavesOn >= On && task.LeavesOn <= On.AddDays(DaysBeforeRelease);

    private LastMet Met(CaseInView of, CaseFacts facts)
    {
        var met = facts.Contacts.Where(c => c.On <= On && c.Attended && c.Kind is not (ContactKinds.Family or ContactKinds.SocialWorker)).ToList();
        var next = facts.Contacts.Where(c => c.On > On && c.Outcome == ContactOutcomes.Planned).Select(c => (DateTime?)c.At).Min();
        return new(of, met.Count == 0 ? null : met.Max(c => c.On), next);
    }

    private IEnumerable<Share> ByWorker(IReadOnlyList<Task> tasks)
    {
        var overdue = tasks.Where(t => t.Duty.State == DutyState.Overdue).ToLookup(t => t.Case.LeadWorker);
        var due = tasks.Where(t => t.Duty.State == DutyState.Due && t.Duty.Due < On.AddDays(7)).ToLookup(t => t.Case.LeadWorker);
        var leaving = Leaving.ToLookup(l => l.Case.LeadWorker);
        return Cases
            .GroupBy(c => c.LeadWorker)
            .Select(g => new Share(g.Key, g.Count(), overdue[g.Key].Count(), due[g.Key].Count(), leaving[g.Key].Count()))
            .OrderBy(s => s.Worker is null ? 0 : 1)
            .ThenByDescending(s => s.Overdue)
            .ThenBy(s => s.Worker?.Name, StringComparer.Ordinal);
    }
}
