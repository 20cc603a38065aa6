using Throughgate.Domain.People;

namespace Throughgate.Domain.Returns;

/// <summary>
/// Why one young person is, or is not, counted in a return: each of the three events with every sentence or case that could have given
/// it. The same rules that count answer here, so the answer and the figure cannot differ.
/// </summary>
/// <param name="Releases">Never empty.</param>
/// <param name="CommunityStarts">Never empty.</param>
/// <param name="Closings">Never empty.</param>
/// <param name="Start">Where a release is counted: whether it also counts as started, and if not why.</param>
public sealed record WhyNot(
    IReadOnlyList<Verdict> Releases,
    IReadOnlyList<Verdict> CommunityStarts,
    IReadOnlyList<Verdict> Closings,
    StartAnswer? Start
)
{
    public IEnumerable<Verdict> All => Releases.Concat(CommunityStarts).Concat(Closings);

    public bool IsCounted => All.Any(v => v.IsCounted);

    public static WhyNot Of(PersonFacts person, ReturnQuestion question)
    {
        var releases = Returns.Releases.Of(person, question);
        var release = releases.FirstOrDefault(v => v.IsCounted);
        return new(
            releases,
            Returns.CommunityStarts.Of(person, question),
            Returns.Closings.Of(person, question),
            release is null ? null : Started.Of(person, release.On!.Value, question)
        );
    }

    /// <summary>
    /// The events of the quarter that concern the scheme and are not counted: those of its cases, and releases of its residents and of
    /// people who have a case with it.
    /// </summary>
    public static IEnumerable<Verdict> LeftOut(PersonFacts person, ReturnQuestion question)
    {
        var hasCase = person.Cases.Any(c => c.Scheme == question.Scheme);
        return Of(person, question)
            .All.Where(v =>
                v.Outcome
                    is Outcome.NoResidence
                        or Outcome.LivesElsewhere
                        or Outcome.NoCountingDate
                        or Outcome.OutsideAges
                        or Outcome.LaterOneTaken
                        or Outcome.ClosingNotCounted
                && (hasCase || v.Outcome is not (Outcome.NoResidence or Outcome.LivesElsewhere or Outcome.LaterOneTaken))
            );
    }
}
