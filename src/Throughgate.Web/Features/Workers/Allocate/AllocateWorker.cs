using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Workers.Allocate;

/// <summary>Somebody else leads, manages or mentors a case from a day on.</summary>
public sealed record WorkerAllocated(string Role, string Worker, string? Before, DateOnly From, bool AskedByYoungPerson) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        words[
            AskedByYoungPerson ? Words.Key("{0} from {1}: {2}, before: {3}. The young person asked for the change") : Words.Key("{0} from {1}: {2}, before: {3}"),
            words[AllocateWorker.Called(Role)],
            new Days(words).Plain(From),
            Worker,
            Before ?? words["nobody"].ToString()
        ];
}

/// <summary>The young person asked for another worker, and no change was made yet (SCH-3).</summary>
public sealed record ChangeOfWorkerAsked(string Role) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The young person asked for a change of {0}", words[AllocateWorker.Called(Role)]];
}

/// <summary>
/// Gives a case to somebody from a day on: whoever had that part ends the day before, so that on every day exactly one leads and one manages (SCH-3).
/// Nothing is overwritten: each part is a run of days.
/// </summary>
public sealed class AllocateWorker(Visible visible, Db db, Actor actor, TimeProvider time)
{
    public static string Called(string role) => role switch
    {
        AllocationRoles.LeadWorker => Words.Key("Lead worker"),
        AllocationRoles.CaseManager => Words.Key("Case manager"),
        _ => Words.Key("Mentor"),
    };

    /// <summary>What stands against the day; English, the key of its Welsh. Null where nothing does.</summary>
    public static string? Problem(IEnumerable<Allocation> ofRole, DateOnly from, Guid worker)
    {
        var open = ofRole.Where(a => a.ToOn is null || a.ToOn >= from).ToList();
        return open.Exists(a => a.FromOn >= from && a.WorkerId != worker) ? Words.Key("Somebody has this part from that day or later already: take that out first, or choose a later day")
            : open.Exists(a => a.WorkerId == worker) ? Words.Key("They have this part already on that day")
            : null;
    }

    public async Task RunAsync(OfCase of, string role, Guid worker, string name, DateOnly from, bool asked, string? why, CancellationToken cancel)
    {
        var before = new List<Guid>();
        foreach (var spell in await visible.OfCase<Allocation>(of.Case.Id).Where(a => a.Role == role && (a.ToOn == null || a.ToOn >= from)).ToListAsync(cancel))
        {
            spell.Correct(spell.Version);
            spell.ToOn = from.AddDays(-1);
            before.Add(spell.WorkerId);
        }

        db.Add(new Allocation { CaseId = of.Case.Id, Role = role, WorkerId = worker, FromOn = from });
        var names = await db.Workers.Where(w => before.Contains(w.Id)).Select(w => w.Name).ToListAsync(cancel);
        await db.SaveAsync(
            actor,
            time,
            new WorkerAllocated(role, name, names.Count == 0 ? null : string.Join(", ", names), from, asked) { PersonId = of.Person.Id, CaseId = of.Case.Id, Why = why }
        );
    }

    public Task AskAsync(OfCase of, string role, string words) =>
        db.SaveAsync(actor, time, new ChangeOfWorkerAsked(role) { PersonId = of.Person.Id, CaseId = of.Case.Id, Why = words });
}
