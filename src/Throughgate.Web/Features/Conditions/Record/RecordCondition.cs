using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Conditions.Record;

/// <summary>A condition as somebody entered it, already checked.</summary>
public sealed record ConditionEntry(string Kind, string Text, DateOnly From, DateOnly? To, DateOnly? ExplainedOn, string? ExplainedBy);

/// <summary>Records a condition, changes it, or takes out what was recorded by mistake.</summary>
public sealed class RecordCondition(Db db, Actor actor, TimeProvider time)
{
    public async Task RunAsync(Guid person, ConditionEntry entry)
    {
        var row = new LicenceCondition { PersonId = person, Kind = entry.Kind, ConditionText = entry.Text };
        Fill(row, entry);
        db.Add(row);
        await db.SaveAsync(actor, time, new ConditionRecorded(row.Id, row.Kind, row.FromOn, row.ToOn, row.ExplainedOn, row.ExplainedBy) { PersonId = person });
    }

    public async Task ChangeAsync(LicenceCondition row, int shown, ConditionEntry entry)
    {
        row.Correct(shown);
        var was = row.ConditionText;
        Fill(row, entry);
        await db.SaveAsync(actor, time, new ConditionChanged(row.Id, row.Kind, row.FromOn, row.ToOn, row.ExplainedOn, row.ExplainedBy, was) { PersonId = row.PersonId });
    }

    public async Task VoidAsync(LicenceCondition row, int shown, string why)
    {
        row.Void(shown);
        await db.SaveAsync(actor, time, new ConditionVoided(row.Id, row.Kind, row.ConditionText) { PersonId = row.PersonId, Why = why });
    }

    private static void Fill(LicenceCondition row, ConditionEntry entry) =>
        (row.Kind, row.ConditionText, row.FromOn, row.ToOn, row.ExplainedOn, row.ExplainedBy) = (entry.Kind, entry.Text, entry.From, entry.To, entry.ExplainedOn, entry.ExplainedBy);
}
