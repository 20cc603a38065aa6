using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Plans.Draw;

/// <summary>The plan as a whole, already checked.</summary>
/// <param name="ContactMinutes">A week; null while it is not set.</param>
/// <param name="ChosenLevel">Code of the list <c>level</c>; null where it is as worked out.</param>
public sealed record PlanEntry(string? OwnWords, string? Approach, int? ContactMinutes, string? ChosenLevel, string? LevelReason);

/// <summary>Writes the plan as a whole: the young person's own words, the approach, contact hours and the level of support. Begins a version where one has to begin.</summary>
public sealed class WritePlan(Visible visible, Db db, Actor actor, TimeProvider time, London london)
{
    public async Task RunAsync(OfCase of, PlanEntry entry, CancellationToken cancel)
    {
        var draft = new PlanDraft(visible, db, actor, london.Today);
        await draft.OpenAsync(of, cancel);
        var row = draft.Row;
        var written = new PlanWritten(row.Id, row.Number, row.OwnWords, entry.OwnWords, row.Approach, entry.Approach, row.ContactMinutes, entry.ContactMinutes, row.ChosenLevel, entry.ChosenLevel)
        {
            PersonId = of.Person.Id,
            CaseId = of.Case.Id,
            Why = entry.LevelReason,
        };
        row.Correct(row.Version);
        (row.OwnWords, row.Approach, row.ContactMinutes, row.ChosenLevel, row.LevelReason) = (entry.OwnWords, entry.Approach, entry.ContactMinutes, entry.ChosenLevel, entry.LevelReason);
        draft.Finish(of);
        await db.SaveAsync(actor, time, [.. draft.Events, written]);
    }
}
