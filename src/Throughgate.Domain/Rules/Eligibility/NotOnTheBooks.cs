using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Offers;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Rules.Eligibility;

/// <summary>
/// ELG-5: nobody on a custodial sentence who lives in the scheme's area goes unseen because no case was opened.
/// </summary>
/// <param name="Due">By when a case is opened and support offered, as OFR-1 has it.</param>
/// <param name="NotRecordedThen">
/// Due before the scheme began to record here, so that nobody can say that it was not done in time: they are listed, and not called overdue.
/// </param>
public sealed record NotOnTheBooks(PersonFacts Person, SentenceFacts Sentence, DateOnly Due, bool Overdue, FigureInForce Figure, bool NotRecordedThen = false)
{
    public static readonly Citation Citation = new(
        "ELG-5",
        RuleKind.Duty,
        "A young person on a custodial sentence who lives in the area of one of the scheme's YOTs and has no case for it: open one and offer "
            + "support within {0} working days of sentence.",
        "S0 §Eligibility; S0 §Visiting young people in custody",
        true,
        FirstOffer.Within
    );

    /// <summary>
    /// The custodial sentences of a person that no case of the scheme was referred for by that day, from the day of sentence until the order
    /// or licence has ended, while the person usually lives in one of the scheme's YOTs.
    /// </summary>
    /// <param name="yots">Codes of the scheme's YOTs.</param>
    public static IEnumerable<NotOnTheBooks> Of(
        PersonFacts person,
        string scheme,
        IReadOnlySet<string> yots,
        DateOnly on,
        WorkingCalendar calendar,
        DutyFigures figures
    )
    {
        if (person.YotOn(on) is not { } yot || !yots.Contains(yot))
        {
            yield break;
        }

        foreach (var sentence in person.Sentences.Where(s => s.IsCustodial && s.SentencedOn <= on && !(s.Ends.KnownOn(on) < on)))
        {
            if (!person.Cases.Any(c => c.Scheme == scheme && c.ReferredOn <= on && c.Covers(sentence)))
            {
                var within = figures.InForce(FirstOffer.Within, sentence.SentencedOn);
                var due = calendar.WorkingDaysAfter(sentence.SentencedOn, within.Value);
                yield return new NotOnTheBooks(person, sentence, due, on > due && !figures.IsBeforeRecording(due), within, on > due && figures.IsBeforeRecording(due));
            }
        }
    }
}
