using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Plans.Pathway;

/// <summary>One action as it was entered, already checked.</summary>
/// <param name="Line">Of the action that it changes; null for a new one.</param>
public sealed record ActionEntry(Guid? Line, string What, string Who, string? Partner, DateOnly? ByOn, string Parents, Guid? PartnerId = null);

/// <summary>One pathway as it was entered, already checked.</summary>
public sealed record PathwayEntry(string Pathway, bool NoNeed, string? Need, string? Goal, string? ResourceKind, string? Resource, string? Lasting, IReadOnlyList<ActionEntry> Actions);

/// <summary>Writes one pathway of the plan with its actions; begins a version where one has to begin, and says when all seven are written (PLN-2).</summary>
public sealed class WritePathway(Visible visible, Db db, Actor actor, TimeProvider time, London london)
{
    public async Task RunAsync(OfCase of, PathwayEntry entry, CancellationToken cancel)
    {
        var draft = new PlanDraft(visible, db, actor, london.Today);
        await draft.OpenAsync(of, cancel);
        var row = draft.PathwayRows.First(p => p.Pathway == entry.Pathway);
        var before = draft.Actions.Where(a => a.Pathway == entry.Pathway).ToList();
        var was = (row.Need, row.Goal, Actions: before.ConvertAll(a => a.What));
        row.Correct(row.Version);
        draft.Row.Correct(draft.Row.Version);
        (row.NoNeed, row.Need, row.Goal, row.ResourceKind, row.Resource, row.Lasting) = (entry.NoNeed, entry.Need, entry.Goal, entry.ResourceKind, entry.Resource, entry.Lasting);
        foreach (var gone in before.Where(b => entry.Actions.All(a => a.Line != b.Line)))
        {
            gone.Void(gone.Version);
        }

        for (var i = 0; i < entry.Actions.Count; i++)
        {
            Write(of, draft, before, entry.Pathway, entry.Actions[i], i);
        }

        draft.Finish(of);
        var written = new PathwayWritten(draft.Row.Id, draft.Row.Number, entry.Pathway, was.Need, entry.Need, was.Goal, entry.Goal, was.Actions, [.. entry.Actions.Select(a => a.What)])
        {
            PersonId = of.Person.Id,
            CaseId = of.Case.Id,
        };
        await db.SaveAsync(actor, time, [.. draft.Events, written]);
    }

    private void Write(OfCase of, PlanDraft draft, List<PlanActionRow> before, string pathway, ActionEntry entry, int position)
    {
        var row = entry.Line is { } line ? before.Find(b => b.Line == line) : null;
        if (row is null)
        {
            row = new PlanActionRow { CaseId = of.Case.Id, PlanId = draft.Row.Id, Pathway = pathway, What = entry.What, Who = entry.Who, Parents = entry.Parents };
            db.Add(row);
            draft.Actions.Add(row);
        }
        else
        {
            row.Correct(row.Version);
        }

        (row.What, row.Who, row.Partner, row.PartnerId, row.ByOn, row.Parents, row.Position) = (entry.What, entry.Who, entry.Partner, entry.PartnerId, entry.ByOn, entry.Parents, position);
    }
}
