using Throughgate.Domain.People;

namespace Throughgate.Domain.Returns;

/// <summary>
/// Counts people one by one, in any order, and keeps only those that are counted: a return over hundreds of thousands of people needs
/// memory for its figures alone. Each person is to be added once.
/// </summary>
public sealed class Reckoning(ReturnQuestion question)
{
    private readonly List<Member> _released = [];
    private readonly List<Member> _communityStarted = [];
    private readonly List<Member> _completing = [];
    private readonly List<Member> _closedNotCounted = [];
    private readonly HashSet<Problem> _problems = [];

    public ReturnQuestion Question { get; } = question;

    public void Add(PersonFacts person)
    {
        var hasCase = person.Cases.Any(c => c.Scheme == Question.Scheme);
        foreach (var release in Weigh(Releases.Of(person, Question), person, hasCase))
        {
            _released.Add(Member.Of(person, release) with { Start = Started.Of(person, release.On!.Value, Question) });
        }

        if (!hasCase)
        {
            return;
        }

        foreach (var start in Weigh(CommunityStarts.Of(person, Question), person, hasCase))
        {
            _communityStarted.Add(Member.Of(person, start));
        }

        var closings = Closings.Of(person, Question);
        foreach (var closing in Weigh(closings, person, hasCase))
        {
            var programme = closing.Case!;
            _completing.Add(
                Member.Of(person, closing) with
                {
                    Ete = FullTimeEte.Of(programme.Ete, closing.On!.Value, person.DateOfBirth),
                    Asset = AssetChange.Of(programme.Assessments),
                }
            );
        }

        _closedNotCounted.AddRange(closings.Where(c => c.Outcome == Outcome.ClosingNotCounted).Select(c => Member.Of(person, c)));
    }

    /// <summary>The return over everybody added so far.</summary>
    public QuarterlyReturn Result()
    {
        var counted = new Counted(_released, _communityStarted, _completing, _closedNotCounted);
        var i1 = Tables.I1(counted);
        var i2 = Tables.I2(counted, Question);
        var i3 = Tables.I3(counted, Question);
        Problem[] problems =
        [
            .. _problems
                .OrderBy(p => p.Person, StringComparer.Ordinal)
                .ThenBy(p => p.Case, StringComparer.Ordinal)
                .ThenBy(p => p.Text, StringComparer.Ordinal),
        ];
        return new()
        {
            Question = Question,
            I1 = i1,
            I2 = i2,
            I3 = i3,
            I4 = Tables.I4(counted),
            I5 = Tables.I5(counted),
            StartedBefore = Figure.From("", "", Tables.StartedBefore, counted.StartedBefore),
            ClosedNotCounted = Figure.From("", "", Tables.ClosedNotCounted, counted.ClosedNotCounted),
            Checks = [Checks.OfRowTotals(i1, i2, i3), Checks.OfAssetSections(_completing), Checks.OfProblems(problems)],
            Problems = problems,
        };
    }

    /// <summary>Gives the verdicts that count, and keeps the problems of those that do not.</summary>
    private List<Verdict> Weigh(IReadOnlyList<Verdict> verdicts, PersonFacts person, bool hasCase)
    {
        var counted = new List<Verdict>();
        foreach (var verdict in verdicts)
        {
            if (verdict.IsCounted)
            {
                counted.Add(verdict);
            }
            else if (Problem.Of(verdict, person.Id, person.Reference, hasCase) is { } problem)
            {
                _problems.Add(problem);
            }
        }

        return counted;
    }
}
