using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Figures;

/// <summary>One release from custody of somebody with a programme.</summary>
/// <param name="Custody">The sentence: the programme's own, or a return to custody since (OPN-4).</param>
public readonly record struct Release(PersonFacts Person, CaseFacts Case, SentenceFacts Custody, DateOnly On)
{
    public Measured As(string part) => new(Person, On, part, Case, Custody);

    public Measured As(bool? met) => As(Parts.Of(met));

    /// <summary>The programme had started by the day of release.</summary>
    public bool Started => Case.Start <= On;
}

/// <summary>The events that most measures count.</summary>
public static class Happenings
{
    public const string Releases = "Releases from custody in the period, of young people with a programme for that sentence that was not closed before.";
    public const string Closings = "Programmes closed in the period for a reason other than a death, a move away or an error.";

    /// <summary>Releases of the scope. Of two programmes of a scheme for one sentence the later referred counts.</summary>
    public static IEnumerable<Release> ReleasesOf(PersonFacts person, Asked asked)
    {
        var found = new List<Release>();
        foreach (var programme in person.Cases)
        {
            foreach (var custody in programme.Custodies())
            {
                if (custody is { IsCustodial: true, ReleasedOn: { } on } && asked.Covers(on) && !(programme.ClosedOn < on) && asked.Scope.Has(person, programme, on))
                {
                    found.RemoveAll(r => r.Custody.Id == custody.Id && r.Case.Scheme == programme.Scheme);
                    found.Add(new(person, programme, custody, on));
                }
            }
        }

        return found;
    }

    /// <summary>Programmes that closed; those that ended for want of the young person (<see cref="ClosingReasons"/>) only where asked for.</summary>
    public static IEnumerable<CaseFacts> ClosingsOf(PersonFacts person, Asked asked, bool whatever = false) =>
        person.Cases.Where(c =>
            c.ClosedOn is { } on
            && asked.Covers(on)
            && asked.Scope.Has(person, c, on)
            && (whatever || c.ClosingReason is not (ClosingReasons.Died or ClosingReasons.MovedAway or ClosingReasons.RecordedInError))
        );
}
