using Throughgate.Domain.People;

namespace Throughgate.Domain.Returns;

/// <summary>
/// The column <c>released</c> of I1 to I3 (RET-1): people, with or without a case, released from a custodial sentence in the quarter.
/// </summary>
public static class Releases
{
    /// <summary>Every custodial sentence of the person with its verdict; at most one is counted.</summary>
    public static IReadOnlyList<Verdict> Of(PersonFacts person, ReturnQuestion question)
    {
        var verdicts = new List<Verdict>();
        foreach (var sentence in person.Sentences)
        {
            if (sentence.IsCustodial)
            {
                var outcome =
                    sentence.ReleasedOn is not { } released ? Outcome.NotYet
                    : question.Quarter.Contains(released) ? Outcome.Counted
                    : Outcome.AnotherQuarter;
                verdicts.Add(new(CountedEvent.Release, outcome, sentence.ReleasedOn, sentence));
            }
        }

        return verdicts.Count == 0
            ? [new(CountedEvent.Release, Outcome.NothingOnRecord)]
            : Counting.TakeLatest(verdicts, v => v.Sentence!.Reference, person, question);
    }
}
