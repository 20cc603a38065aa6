using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Concerns.Show;

/// <summary>
/// Raises a concern, and takes it on: acknowledged, answered, closed. Who may do the last three has been asked before (RSK-1); the duty to
/// acknowledge it (RSK-2) follows by itself.
/// </summary>
public sealed class TellConcern(Db db, Actor actor, TimeProvider time)
{
    public async Task RaiseAsync(OfCase of, string text, bool safeguarding)
    {
        var row = new Concern { CaseId = of.Case.Id, Text = text, Safeguarding = safeguarding, RaisedAt = time.GetUtcNow(), RaisedBy = actor.Name };
        db.Add(row);
        await db.SaveAsync(actor, time, new ConcernRaised(row.Id, safeguarding) { PersonId = of.Person.Id, CaseId = of.Case.Id });
    }

    /// <param name="shown">The version that the page was opened on.</param>
    /// <param name="answer">With an answer it is answered, and acknowledged where it was not; without one acknowledged.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    public async Task TakeOnAsync(OfCase of, Concern row, int shown, string? answer)
    {
        row.Correct(shown);
        var now = time.GetUtcNow();
        if (row.AcknowledgedAt is null)
        {
            (row.AcknowledgedAt, row.AcknowledgedBy) = (now, actor.Name);
        }

        if (answer is not null)
        {
            (row.Answer, row.AnsweredAt, row.AnsweredBy) = (answer, now, actor.Name);
        }

        HistoryEvent told = answer is null
            ? new ConcernTakenOn(row.Id) { PersonId = of.Person.Id, CaseId = of.Case.Id }
            : new ConcernAnswered(row.Id, answer) { PersonId = of.Person.Id, CaseId = of.Case.Id };
        await db.SaveAsync(actor, time, told);
    }

    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    public async Task CloseAsync(OfCase of, Concern row, int shown)
    {
        row.Correct(shown);
        (row.ClosedAt, row.ClosedBy) = (time.GetUtcNow(), actor.Name);
        await db.SaveAsync(actor, time, new ConcernClosed(row.Id) { PersonId = of.Person.Id, CaseId = of.Case.Id });
    }
}

public sealed record ConcernRaised(Guid Concern, bool Safeguarding) : HistoryEvent, ITold
{
    public string Tell(Words words) => Safeguarding ? words["A safeguarding concern was raised"] : words["A concern was raised"];
}

public sealed record ConcernTakenOn(Guid Concern) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A concern was acknowledged"];
}

public sealed record ConcernAnswered(Guid Concern, string Answer) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A concern was answered: {0}", Answer];
}

public sealed record ConcernClosed(Guid Concern) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A concern was closed"];
}
