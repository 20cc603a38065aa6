using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Conditions;

public sealed record ConditionRecorded(Guid Condition, string ConditionKind, DateOnly From, DateOnly? To, DateOnly? ExplainedOn, string? ExplainedBy) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Licence or supervision condition recorded: {0}, from {1}", words[LicenceCondition.Kinds.GetValueOrDefault(ConditionKind, ConditionKind)], new Days(words).Short(From)];
}

public sealed record ConditionChanged(Guid Condition, string ConditionKind, DateOnly From, DateOnly? To, DateOnly? ExplainedOn, string? ExplainedBy, string Was) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Licence or supervision condition changed: {0}; before: {1}", words[LicenceCondition.Kinds.GetValueOrDefault(ConditionKind, ConditionKind)], Was];
}

public sealed record ConditionVoided(Guid Condition, string ConditionKind, string Was) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Licence or supervision condition recorded by mistake and taken out: {0}, {1}", words[LicenceCondition.Kinds.GetValueOrDefault(ConditionKind, ConditionKind)], Was];
}
