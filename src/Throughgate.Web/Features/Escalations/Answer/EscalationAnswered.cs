using Throughgate.Domain.Rules.Escalations;
using Throughgate.Web.History;
using Throughgate.Web.Jobs;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Escalations.Answer;

public sealed record EscalationAnswered(string Rule, DateOnly Due, Step Step, string? AskedWhom, string Answer, DateOnly? RestsUntil, bool Settled) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        words["{0} answered about “{1}”: {2}", AskedWhom ?? words[Escalating.Called(Step)].ToString(), words[Escalating.Asks(Rule)], Answer];
}
