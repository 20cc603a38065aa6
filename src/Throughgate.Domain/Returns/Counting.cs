using Throughgate.Domain.People;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns;

/// <summary>
/// The counting rules that all tables share (ELG-4, RET-1; S0 App. D): usually resident in a YOT of the scheme on the day of the event,
/// then aged 10 to 17 on arrest, or on the most recent offence where the arrest is not known.
/// </summary>
[Rule("ELG-4")]
public static class Counting
{
    public const int YoungestAge = 10;
    public const int OldestAge = 17;

    /// <summary>Tests the one event that was taken for a person; what comes back says counted, or the first thing that stood against it.</summary>
    public static Verdict Test(Verdict taken, PersonFacts person, ReturnQuestion question)
    {
        var yot = person.YotOn(taken.On!.Value);
        if (yot is null)
        {
            return taken with { Outcome = Outcome.NoResidence };
        }

        taken = taken with { Yot = yot };
        if (!question.Yots.Contains(yot))
        {
            return taken with { Outcome = Outcome.LivesElsewhere };
        }

        if (taken.Sentence!.CountingOn is not { } countingOn)
        {
            return taken with { Outcome = Outcome.NoCountingDate };
        }

        var age = Age.On(person.DateOfBirth, countingOn);
        return taken with
        {
            Age = age,
            Outcome = IsOfAge(age) ? Outcome.Counted : Outcome.OutsideAges,
        };
    }

    public static bool IsOfAge(int age) => age is >= YoungestAge and <= OldestAge;

    /// <summary>
    /// Of several candidates the latest is taken and tested (ties: the higher reference, ordinal); the others give way to it.
    /// Verdicts that are no candidates (their outcome is settled already) stay as they are.
    /// </summary>
    public static IReadOnlyList<Verdict> TakeLatest(
        List<Verdict> verdicts,
        Func<Verdict, string> reference,
        PersonFacts person,
        ReturnQuestion question
    )
    {
        var best = -1;
        for (var i = 0; i < verdicts.Count; i++)
        {
            if (verdicts[i].IsCounted && (best < 0 || IsLater(verdicts[i], verdicts[best], reference)))
            {
                best = i;
            }
        }

        for (var i = 0; i < verdicts.Count; i++)
        {
            if (verdicts[i].IsCounted)
            {
                verdicts[i] = i == best ? Test(verdicts[i], person, question) : verdicts[i] with { Outcome = Outcome.LaterOneTaken };
            }
        }

        return verdicts;
    }

    private static bool IsLater(Verdict one, Verdict other, Func<Verdict, string> reference) =>
        one.On != other.On
            ? one.On > other.On
            : string.CompareOrdinal(reference(one), reference(other)) > 0;
}
