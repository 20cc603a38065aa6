using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Information;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Stages;

/// <summary>One key stage with its duty, and what of it went on which day.</summary>
public sealed record StageSeen(StageDue Stage, Duty Duty, IReadOnlyDictionary<string, KeyStageExchangeRow> Went)
{
    public string Key => $"{Stage.Stage}-{Stage.StageOn:yyyyMMdd}";

    public int Missing => KeyStages.Items(Stage.Stage).Count(i => !Went.ContainsKey(i));

    /// <summary>Whether everything is there and in time, in words.</summary>
    public string State(Words words, DateOnly today) =>
        Missing == 0 ? (Duty.MetOn > Duty.Due ? words["All there, late"] : words["All there, in time"])
        : Duty.Due < today ? words.N(Missing, "{0} thing is missing, late", "{0} things are missing, late")
        : words.N(Missing, "{0} thing is to come", "{0} things are to come");

    /// <summary>The stages of a programme on the day, with what went at each.</summary>
    public static IReadOnlyList<StageSeen> Of(CaseOnDay seen, IReadOnlyList<KeyStageExchangeRow> rows) =>
        [
            .. KeyStageExchange.Stages(seen)
                .Select(s => new StageSeen(
                    s,
                    KeyStageExchange.DutyOf(seen, s),
                    rows.Where(r => r.Stage == s.Stage && r.StageOn == s.StageOn).GroupBy(r => r.Item).ToDictionary(g => g.Key, g => g.MinBy(r => r.ExchangedOn)!)
                )),
        ];
}
