using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Escalations;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Jobs;

/// <summary>A duty climbed a step of the ladder.</summary>
public sealed record DutyEscalated(string Rule, DateOnly Due, Step Step) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Escalated to {0}: {1}, due {2}", words[Escalating.Called(Step)], words[Escalating.Asks(Rule)], new Days(words).Plain(Due)];
}

/// <summary>What had been escalated is done, or is no longer asked.</summary>
public sealed record EscalationEnded(string Rule, DateOnly Due, string How) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["No longer escalated: {0}, due {1} ({2})", words[Escalating.Asks(Rule)], new Days(words).Plain(Due), words[Escalating.Ended(How)]];
}

/// <summary>
/// Lets the overdue duties of a scheme climb the ladder as far as the days allow, and ends what is no longer overdue. Run every morning and on demand:
/// run twice, or not at all for three days, it comes to the same. What was due before the scheme's first day of recording here is left alone.
/// </summary>
public sealed class Escalating(Db db, WorkingCalendar calendar, TimeProvider time)
{
    public static string Called(Step step) => step switch
    {
        Step.Worker => Words.Key("the worker"),
        Step.SchemeManager => Words.Key("the scheme manager"),
        Step.HeadOfService => Words.Key("the YOT head of service"),
        _ => Words.Key("the strategic steering group"),
    };

    public static string Asks(string rule) => DutyRules.Find(rule)?.Asks ?? rule;

    public static string Ended(string how) => how switch
    {
        "met" => Words.Key("done"),
        "missed" => Words.Key("missed, and can no longer be done"),
        "settled" => Words.Key("settled by an answer"),
        _ => Words.Key("no longer asked"),
    };

    /// <summary>How many climbed or ended.</summary>
    /// <param name="actor">Whoever runs it, of the scheme: its chain of history is written.</param>
    public async Task<int> RunAsync(Actor actor, DateOnly on, CancellationToken cancel)
    {
        var scheme = actor.Scheme!;
        await db.Database.OpenConnectionAsync(cancel);
        var duties = await db.Database.GetDbConnection().DutiesOfSchemeAsync(calendar, scheme, on, cancel);
        var held = (await db.Set<Escalation>().Where(e => db.Cases.Any(c => c.Id == e.CaseId && c.Scheme == scheme)).ToListAsync(cancel)).ToDictionary(e => (e.CaseId, e.Rule, e.DueOn));
        var people = duties.People.SelectMany(p => p.Cases).ToDictionary(c => c.Id, c => c.PersonId);
        var events = new List<HistoryEvent>();
        var overdue = duties.Duties.Where(d => d.State == DutyState.Overdue && !duties.Figures.IsBeforeRecording(d.Due)).DistinctBy(d => (d.CaseId, d.RuleId, d.Due)).ToList();
        foreach (var duty in overdue)
        {
            var row = held.GetValueOrDefault((duty.CaseId, duty.RuleId, duty.Due));
            var from = row is null ? Ladder.Start(duty.Due) : new Rung(row.Step, row.SinceOn);
            if (row?.EndedHow == "settled")
            {
                continue;
            }

            var now = Ladder.Climb(from, row?.RestsUntil, on, duties.Figures);
            if (now == from && row?.EndedOn is null)
            {
                continue;
            }

            if (row is null)
            {
                row = new Escalation { CaseId = duty.CaseId, Rule = duty.RuleId, DueOn = duty.Due };
                db.Add(row);
            }
            else
            {
                row.Correct(row.Version);
            }

            (row.Step, row.SinceOn, row.EndedOn, row.EndedHow) = (now.Step, now.Since, null, null);
            events.Add(new DutyEscalated(duty.RuleId, duty.Due, now.Step) { PersonId = duty.PersonId, CaseId = duty.CaseId });
        }

        var still = overdue.Select(d => (d.CaseId, d.RuleId, d.Due)).ToHashSet();
        var known = duties.Duties.ToLookup(d => (d.CaseId, d.RuleId, d.Due));
        foreach (var (key, row) in held.Where(h => h.Value.EndedOn is null && !still.Contains(h.Key)))
        {
            var state = known[key].Select(d => (DutyState?)d.State).FirstOrDefault();
            row.Correct(row.Version);
            (row.EndedOn, row.EndedHow) = (on, state is DutyState.Met or DutyState.MetLate ? "met" : state == DutyState.Missed ? "missed" : "not_asked");
            var person = people.TryGetValue(row.CaseId, out var of) ? of : await db.Cases.Where(c => c.Id == row.CaseId).Select(c => c.PersonId).SingleAsync(cancel);
            events.Add(new EscalationEnded(row.Rule, row.DueOn, row.EndedHow) { PersonId = person, CaseId = row.CaseId });
        }

        await MarkAsync(scheme, on, cancel);
        await db.SaveAsync(actor, time, events);
        return events.Count;
    }

    /// <summary>The day on which the scheme's ladder was run last; null where never.</summary>
    public static async Task<DateOnly?> LastRunAsync(Db db, string scheme, CancellationToken cancel)
    {
        var name = Name(scheme);
        return (await db.Marks.AsNoTracking().FirstOrDefaultAsync(m => m.Name == name, cancel)) is { } mark
            ? DateOnly.ParseExact(mark.Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    private async Task MarkAsync(string scheme, DateOnly on, CancellationToken cancel)
    {
        var (name, value) = (Name(scheme), on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (await db.Marks.FirstOrDefaultAsync(m => m.Name == name, cancel) is { } mark)
        {
            mark.Value = value;
        }
        else
        {
            db.Marks.Add(new Mark { Name = name, Value = value });
        }
    }

    private static string Name(string scheme) => $"escalated {scheme}";
}
