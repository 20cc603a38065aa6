using Throughgate.Domain.Rules;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Programmes;

/// <summary>
/// OPN-4: a return to custody does not close the case. It is a sentence row of its own that follows the one before it, and the programme goes on
/// with it; what is asked of everybody in custody is asked again from that day.
/// </summary>
[Rule("OPN-4")]
public static class CustodyAgain
{
    /// <summary>The sentence that the programme started with and every return since, earliest first.</summary>
    public static IEnumerable<SentenceFacts> Custodies(this CaseFacts facts) => facts.Returns.Prepend(facts.Sentence);

    public static bool Covers(this CaseFacts facts, SentenceFacts sentence) => facts.Custodies().Any(s => s.Id == sentence.Id);

    /// <summary>The one that counts on the day: the last that had begun; the first where none had.</summary>
    public static SentenceFacts CustodyOn(this CaseFacts facts, DateOnly day) => facts.Returns.LastOrDefault(s => s.SentencedOn <= day) ?? facts.Sentence;

    /// <summary>
    /// The case as the rules of custody see it under one of its sentences. Under a return the offers and what was made ready since then count, and the
    /// plan is drawn up anew by the first review since then; a lead professional stays named, and a programme that has started has started.
    /// </summary>
    public static CaseFacts Under(this CaseFacts facts, SentenceFacts custody) =>
        custody.Id == facts.Sentence.Id
            ? facts
            : facts with
            {
                Sentence = custody,
                Offers = [.. facts.Offers.Where(o => o.On >= custody.SentencedOn)],
                ReleaseItems = [.. facts.ReleaseItems.Where(i => i.On >= custody.SentencedOn)],
                PlanDrawnUpOn = facts.PlanDrawnUpOn >= custody.SentencedOn ? facts.PlanDrawnUpOn : PlannedAgain(facts, custody.SentencedOn),
            };

    /// <summary>The sentences of a person that follow this one, one after the other, earliest first.</summary>
    public static IReadOnlyList<SentenceFacts> ReturnsAfter(this IReadOnlyList<SentenceFacts> sentences, SentenceFacts first)
    {
        if (sentences.All(s => s.Follows is null))
        {
            return [];
        }

        var known = new HashSet<Guid> { first.Id };
        var returns = new List<SentenceFacts>();
        while (sentences.FirstOrDefault(s => s.Follows is { } before && known.Contains(before) && !known.Contains(s.Id)) is { } next)
        {
            known.Add(next.Id);
            returns.Add(next);
        }

        return [.. returns.OrderBy(s => s.SentencedOn)];
    }

    private static DateOnly? PlannedAgain(CaseFacts facts, DateOnly returned) =>
        facts.Reviews.Where(r => r.On >= returned).Select(r => (DateOnly?)r.On).Min();
}
