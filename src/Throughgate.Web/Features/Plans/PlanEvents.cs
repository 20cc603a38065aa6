using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Plans;

/// <summary>A version of the plan was begun; the first, or one that takes up an agreed one.</summary>
public sealed record PlanBegun(Guid Plan, int Number) : HistoryEvent, ITold
{
    public string Tell(Words words) => Number == 1 ? words["The plan was begun"] : words["Version {0} of the plan was begun", Number];
}

/// <summary>The plan as a whole was written: the young person's words, the approach, contact hours and level.</summary>
public sealed record PlanWritten(Guid Plan, int Number, string? WasOwnWords, string? OwnWords, string? WasApproach, string? Approach, int? WasContactMinutes, int? ContactMinutes, string? WasLevel, string? Level)
    : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Plan, version {0}: words, approach, hours and level were written", Number];
}

/// <summary>One pathway of the plan was written.</summary>
public sealed record PathwayWritten(Guid Plan, int Number, string Pathway, string? WasNeed, string? Need, string? WasGoal, string? Goal, IReadOnlyList<string> WasActions, IReadOnlyList<string> Actions)
    : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        Goal is null
            ? words["Plan, version {0}: {1} was written", Number, words[Reference.Instance.Label("pathway", Pathway)]]
            : words["Plan, version {0}: {1} was written, goal: {2}", Number, words[Reference.Instance.Label("pathway", Pathway)], Goal];
}

/// <summary>All seven pathways are written: the plan is drawn up (PLN-2).</summary>
public sealed record PlanDrawn(Guid Plan, int Number, DateOnly On) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The plan was drawn up: all seven pathways are written (version {0})", Number];
}

/// <summary>The young person answered to the plan, or the YOT agreed it.</summary>
/// <param name="By">person or yot.</param>
public sealed record PlanAnswered(Guid Plan, int Number, string By, string? Answer, DateOnly On, DateOnly? StartedOn) : HistoryEvent, ITold
{
    public string Tell(Words words)
    {
        var days = new Days(words);
        var said = By == "yot"
            ? words["The YOT agreed the plan on {0} (version {1})", days.Plain(On), Number].ToString()
            : words["Plan, version {0}: the young person {1} ({2})", Number, words[Reference.Instance.Label("plan_answer", Answer)], days.Plain(On)];
        return StartedOn is { } start ? $"{said}. {words["The programme started on {0}", days.Plain(start)]}" : said;
    }
}

/// <summary>The plan was changed before both had agreed it: what was agreed is asked anew.</summary>
public sealed record PlanAgreementTakenBack(Guid Plan, int Number, DateOnly? PersonOn, DateOnly? YotOn) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The plan was changed before both had agreed it, so the agreement is asked anew (version {0})", Number];
}

/// <summary>Somebody other than the author checked the plan; with what to mend, by pathway.</summary>
public sealed record PlanCheckMade(Guid Plan, int Number, IReadOnlyDictionary<string, string> Mend) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        Mend.Count == 0
            ? words["The plan was checked: nothing to mend (version {0})", Number]
            : words["The plan was checked (version {0}); to mend: {1}", Number, string.Join("; ", Mend.Select(m => $"{words[Reference.Instance.Label("pathway", m.Key)]}: {m.Value}"))];
}

/// <summary>An action of the plan was done, or is not done after all; or parents or carers answered.</summary>
public sealed record PlanActionChanged(Guid Action, string What, DateOnly? WasDoneOn, DateOnly? DoneOn, string WasParents, string Parents) : HistoryEvent, ITold
{
    public string Tell(Words words)
    {
        var said = DoneOn is { } on ? words["Done {0}: {1}", new Days(words).Plain(on), What] : words["Not done yet: {0}", What];
        return Parents == WasParents ? said : $"{said} ({words[Reference.Instance.Label("parents", Parents)]})";
    }
}

/// <summary>A lead professional was named.</summary>
public sealed record LeadProfessionalChosen(string Name, DateOnly On, DateOnly? Was) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Lead professional named: {0}, {1}", Name, new Days(words).Plain(On)];
}
