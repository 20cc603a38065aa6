using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Returns;

/// <summary>Whether somebody released counts as started, and if not, how near they came.</summary>
public enum StartOutcome
{
    Started,

    /// <summary>In-period only: started before the quarter, while still in custody as a rule, and not closed before the release.</summary>
    StartedBefore,

    NoCase,
    NoPlanAgreed,
    StartedAfterQuarter,
    ClosedBeforeRelease,
}

/// <summary>The case that decided it; null where the person has none of the scheme.</summary>
public sealed record StartAnswer(StartOutcome Outcome, CaseFacts? Case);

/// <summary>
/// The column <c>released_started</c> of I1 to I3, and <c>started_before</c> (RET-1): of those released, people with any case of the
/// scheme that started, by the reading asked for.
/// </summary>
public static class Started
{
    /// <summary>The answer for somebody released on that day; of several cases the one that comes nearest to counting, ties by reference.</summary>
    public static StartAnswer Of(PersonFacts person, DateOnly releasedOn, ReturnQuestion question)
    {
        var best = new StartAnswer(StartOutcome.NoCase, null);
        foreach (var programme in person.Cases)
        {
            if (programme.Scheme == question.Scheme)
            {
                var answer = new StartAnswer(Settle(programme, releasedOn, question), programme);
                best = IsNearer(answer, best) ? answer : best;
            }
        }

        return best;
    }

    private static StartOutcome Settle(CaseFacts programme, DateOnly releasedOn, ReturnQuestion question)
    {
        var quarter = question.Quarter;
        var closedBefore = programme.ClosedOn < releasedOn;
        return programme.Start is not { } start ? StartOutcome.NoPlanAgreed
            : start > quarter.To ? StartOutcome.StartedAfterQuarter
            : question.Reading == Reading.InPeriod && start >= quarter.From ? StartOutcome.Started
            : closedBefore ? StartOutcome.ClosedBeforeRelease
            : question.Reading == Reading.ByPeriodEnd ? StartOutcome.Started
            : StartOutcome.StartedBefore;
    }

    private static bool IsNearer(StartAnswer one, StartAnswer other) =>
        other.Case is null
        || (Nearness(one.Outcome), one.Case!.Start ?? DateOnly.MinValue)
            .CompareTo((Nearness(other.Outcome), other.Case.Start ?? DateOnly.MinValue)) switch
            {
                0 => string.CompareOrdinal(one.Case.Reference, other.Case.Reference) > 0,
                var order => order > 0,
            };

    private static int Nearness(StartOutcome outcome) =>
        outcome switch
        {
            StartOutcome.Started => 5,
            StartOutcome.StartedBefore => 4,
            StartOutcome.ClosedBeforeRelease => 3,
            StartOutcome.StartedAfterQuarter => 2,
            StartOutcome.NoPlanAgreed => 1,
            _ => 0,
        };
}
