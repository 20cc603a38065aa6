using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Returns;

/// <summary>
/// Table I4, <c>completing</c> (RET-1): people with a case of the scheme that closed in the quarter, whatever kind of sentence it is
/// linked to, for a reason other than a death, a move away or a case recorded in error.
/// </summary>
public static class Closings
{
    /// <summary>Every case of the person with its verdict; at most one is counted.</summary>
    public static IReadOnlyList<Verdict> Of(PersonFacts person, ReturnQuestion question)
    {
        var verdicts = new List<Verdict>();
        foreach (var programme in person.Cases)
        {
            verdicts.Add(new(CountedEvent.Closing, Settle(programme, question), programme.ClosedOn, programme.Sentence, programme));
        }

        return verdicts.Count == 0
            ? [new(CountedEvent.Closing, Outcome.NothingOnRecord)]
            : Counting.TakeLatest(verdicts, v => v.Case!.Reference, person, question);
    }

    private static Outcome Settle(CaseFacts programme, ReturnQuestion question) =>
        programme.Scheme != question.Scheme ? Outcome.AnotherScheme
        : programme.ClosedOn is not { } closed ? Outcome.NotYet
        : !question.Quarter.Contains(closed) ? Outcome.AnotherQuarter
        : IsCompletion(programme.ClosingReason) ? Outcome.Counted
        : Outcome.ClosingNotCounted;

    private static bool IsCompletion(string? reason) =>
        reason is not (ClosingReasons.Died or ClosingReasons.MovedAway or ClosingReasons.RecordedInError);
}
