using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughgate.Domain.Rules.Information;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Stages.Tick;

/// <summary>What one side ticked as gone at a key stage.</summary>
/// <param name="Theirs">Codes that this side may tick at the stage.</param>
public sealed record Ticked(Case Of, DateOnly SentencedOn, StageSeen Stage, IReadOnlyList<string> Theirs, IReadOnlyCollection<string> Went, DateOnly? On);

/// <summary>
/// Records what went between custody and YOT at a key stage (INF-8), for whichever side says so. Something may go before the stage itself (a plan ahead of its
/// review), never before the sentence or on a day to come.
/// </summary>
public sealed class TickStage(Db db, Actor actor, TimeProvider time, London london)
{
    /// <summary>False where something is wrong: what, then stands in the state of the form.</summary>
    public async Task<bool> RunAsync(Ticked ticked, ModelStateDictionary state)
    {
        var (stage, on) = (ticked.Stage.Stage, ticked.On);
        string[] items = [.. ticked.Theirs.Where(i => ticked.Went.Contains(i) && !ticked.Stage.Went.ContainsKey(i))];
        state.Must(items.Length > 0, "Went", Words.Key("Tick what went"));
        state.Must(on is not null || state.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        state.Must(!(on > london.Today), "On-day", Words.Key("This day is still to come: record it once it has happened"));
        state.Must(!(on < ticked.SentencedOn), "On-day", Words.Key("This is before the sentence: mend the day"));
        if (state.ErrorCount > 0)
        {
            return false;
        }

        db.AddRange(items.Select(i => new KeyStageExchangeRow { CaseId = ticked.Of.Id, Stage = stage.Stage, StageOn = stage.StageOn, Item = i, ExchangedOn = on!.Value, ByName = actor.Name }));
        await db.SaveAsync(actor with { Scheme = ticked.Of.Scheme }, time, new StageExchanged(stage.Stage, stage.StageOn, on!.Value, items) { PersonId = ticked.Of.PersonId, CaseId = ticked.Of.Id });
        return true;
    }
}
