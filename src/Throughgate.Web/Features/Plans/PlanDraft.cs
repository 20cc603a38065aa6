using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Plans;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Plans;

/// <summary>
/// The version of a plan that may be written in. A plan that both agreed is kept as it is and taken up as the next version; one that only one of them
/// agreed goes on, and the agreement is asked anew, because nobody agreed to what is written now.
/// </summary>
public sealed class PlanDraft(Visible visible, Db db, Actor actor, DateOnly today)
{
    private readonly List<HistoryEvent> _events = [];

    public PlanRow Row { get; private set; } = null!;

    public IReadOnlyList<PlanPathwayRow> PathwayRows { get; private set; } = [];

    public List<PlanActionRow> Actions { get; private set; } = [];

    /// <summary>What happened to the plan by being taken up, and by <see cref="Finish"/>: saved with the change itself.</summary>
    public IReadOnlyList<HistoryEvent> Events => _events;

    public async Task OpenAsync(OfCase of, CancellationToken cancel)
    {
        var newest = await visible.OfCase<PlanRow>(of.Case.Id).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancel);
        if (newest is null)
        {
            Begin(of, 1);
            return;
        }

        PathwayRows = await visible.OfCase<PlanPathwayRow>(of.Case.Id).Where(p => p.PlanId == newest.Id).ToListAsync(cancel);
        Actions = await visible.OfCase<PlanActionRow>(of.Case.Id).Where(a => a.PlanId == newest.Id).OrderBy(a => a.Position).ToListAsync(cancel);
        if (newest.IsAgreed)
        {
            Copy(of, newest);
            return;
        }

        Row = newest;
        if (Row.PersonOn is not null || Row.YotOn is not null)
        {
            TakeBack(of);
        }
    }

    /// <summary>Call after writing: the day on which all pathways are written is the day the plan is drawn up (PLN-2).</summary>
    public void Finish(OfCase of)
    {
        var written = Pathways.All.All(code => IsWritten(PathwayRows.First(p => p.Pathway == code)));
        if (!written || Row.DrawnUpOn is not null)
        {
            return;
        }

        Row.DrawnUpOn = today;
        _events.Add(new PlanDrawn(Row.Id, Row.Number, today) { PersonId = of.Person.Id, CaseId = of.Case.Id });
        if (of.Case.PlanDrawnUpOn is null)
        {
            of.Case.Correct(of.Case.Version);
            of.Case.PlanDrawnUpOn = today;
        }
    }

    private bool IsWritten(PlanPathwayRow row) =>
        new PlanPathway(row.Pathway, row.NoNeed, row.Need, row.Goal, row.ResourceKind, row.Resource, row.Lasting)
        {
            Actions = [.. Actions.Where(a => a.Pathway == row.Pathway && !a.Voided).Select(a => new PlanAction(a.Line, a.What, a.Who, a.Partner, a.ByOn, a.DoneOn, a.Parents))],
        }.IsWritten;

    private void Begin(OfCase of, int number)
    {
        Row = new PlanRow { CaseId = of.Case.Id, Number = number, BegunOn = today, AuthorId = actor.Id, Author = actor.Name };
        db.Add(Row);
        PathwayRows = [.. Pathways.All.Select(code => new PlanPathwayRow { CaseId = of.Case.Id, PlanId = Row.Id, Pathway = code })];
        db.AddRange(PathwayRows);
        _events.Add(new PlanBegun(Row.Id, number) { PersonId = of.Person.Id, CaseId = of.Case.Id });
    }

    private void Copy(OfCase of, PlanRow from)
    {
        var (pathways, actions) = (PathwayRows.ToDictionary(p => p.Pathway, StringComparer.Ordinal), Actions);
        Begin(of, from.Number + 1);
        (Row.OwnWords, Row.Approach, Row.ContactMinutes, Row.ChosenLevel, Row.LevelReason) = (from.OwnWords, from.Approach, from.ContactMinutes, from.ChosenLevel, from.LevelReason);
        foreach (var row in PathwayRows)
        {
            var was = pathways[row.Pathway];
            (row.NoNeed, row.Need, row.Goal, row.ResourceKind, row.Resource, row.Lasting) = (was.NoNeed, was.Need, was.Goal, was.ResourceKind, was.Resource, was.Lasting);
        }

        Actions =
        [
            .. actions.Select(a => new PlanActionRow
            {
                CaseId = a.CaseId, PlanId = Row.Id, Pathway = a.Pathway, Line = a.Line, Position = a.Position, What = a.What, Who = a.Who, Partner = a.Partner, PartnerId = a.PartnerId,
                ByOn = a.ByOn, DoneOn = a.DoneOn, Parents = a.Parents,
            }),
        ];
        db.AddRange(Actions);
    }

    private void TakeBack(OfCase of)
    {
        _events.Add(new PlanAgreementTakenBack(Row.Id, Row.Number, Row.PersonOn, Row.YotOn) { PersonId = of.Person.Id, CaseId = of.Case.Id });
        (Row.PersonAnswer, Row.PersonReason, Row.PersonOn, Row.YotOn) = (null, null, null, null);
        var started = of.Case.PlanAgreedByPersonOn is not null && of.Case.PlanAgreedByYotOn is not null;
        if (!started && (of.Case.PlanAgreedByPersonOn ?? of.Case.PlanAgreedByYotOn) is not null)
        {
            of.Case.Correct(of.Case.Version);
            (of.Case.PlanAgreedByPersonOn, of.Case.PlanAgreedByYotOn) = (null, null);
        }
    }
}
