using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Returns;

/// <summary>
/// The column <c>community_started</c> of I1 to I3 (RET-1): people with a case of the scheme, linked to a community sentence, that started
/// in the quarter. Why the case closed later does not matter.
/// </summary>
public static class CommunityStarts
{
    /// <summary>Every case of the person with its verdict; at most one is counted.</summary>
    public static IReadOnlyList<Verdict> Of(PersonFacts person, ReturnQuestion question)
    {
        var verdicts = new List<Verdict>();
        foreach (var programme in person.Cases)
        {
            verdicts.Add(
                new(CountedEvent.CommunityStart, Settle(programme, question), programme.Start, programme.Sentence, programme)
            );
        }

        return verdicts.Count == 0
            ? [new(CountedEvent.CommunityStart, Outcome.NothingOnRecord)]
            : Counting.TakeLatest(verdicts, v => v.Case!.Reference, person, question);
    }

    private static Outcome Settle(CaseFacts programme, ReturnQuestion question) =>
        programme.Scheme != question.Scheme ? Outcome.AnotherScheme
        : programme.Sentence.Kind != SentenceKind.Community ? Outcome.NotCommunity
        : programme.Start is not { } start ? Outcome.NotYet
        : question.Quarter.Contains(start) ? Outcome.Counted
        : Outcome.AnotherQuarter;
}
