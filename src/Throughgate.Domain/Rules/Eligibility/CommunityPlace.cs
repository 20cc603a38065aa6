using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Rules.Eligibility;

/// <summary>Somebody leaving custody soon who is not on the programme and has not been offered it.</summary>
/// <param name="Case">Of the scheme for that sentence; null where nobody has opened one.</param>
public sealed record NotOffered(PersonFacts Person, SentenceFacts Sentence, CaseFacts? Case, DateOnly Leaves);

/// <summary>ELG-3: community cases and remands take what places remain once everybody leaving custody has been offered one.</summary>
public static class CommunityPlace
{
    public static readonly Figure Ahead = new("ELG-3.months", "Months ahead in which everybody leaving custody is offered support first", FigureUnit.Months, 3, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "ELG-3",
        RuleKind.Gate,
        "A community case or a remand takes a place only while everybody who leaves custody in the next {0} months is on the programme or has been offered "
            + "it. The refusal names who has not. The accountable manager may decide otherwise, with a reason.",
        "S0 §Community cases and remands",
        true,
        Ahead
    );

    /// <summary>Who stands before any community case or remand: nobody, where the gate is open. Soonest to leave first.</summary>
    /// <param name="yots">Codes of the scheme's YOTs.</param>
    public static IReadOnlyList<NotOffered> NotOfferedYet(IEnumerable<PersonFacts> people, string scheme, IReadOnlySet<string> yots, DateOnly on, DutyFigures figures)
    {
        var until = on.AddMonths(figures.InForce(Ahead, on).Value);
        return [.. people.SelectMany(p => Of(p, scheme, yots, on, until)).OrderBy(n => n.Leaves).ThenBy(n => n.Person.Reference, StringComparer.Ordinal)];
    }

    private static IEnumerable<NotOffered> Of(PersonFacts person, string scheme, IReadOnlySet<string> yots, DateOnly on, DateOnly until)
    {
        var ours = person.Cases.Where(c => c.Scheme == scheme && c.ReferredOn <= on).ToList();
        if (ours.Exists(c => c.InViewOn(on) && c.Start <= on))
        {
            yield break; // on the programme
        }

        foreach (var sentence in person.Sentences.Where(s => !s.HasEndedOn(on)))
        {
            if (sentence.LeavesAsKnownOn(on) is not { } leaves || leaves > until)
            {
                continue;
            }

            var own = ours.FindLast(c => c.Sentence.Id == sentence.Id);
            var asked = own is null ? !(person.YotOn(on) is { } yot && yots.Contains(yot)) : own.ClosedOn <= on || own.Offers.Any(o => o.On <= on);
            if (!asked)
            {
                yield return new NotOffered(person, sentence, own, leaves);
            }
        }
    }
}
