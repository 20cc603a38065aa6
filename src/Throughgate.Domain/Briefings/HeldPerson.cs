using Throughgate.Domain.People;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Briefings;

/// <summary>One young person in custody under a sentence on a day, at home in the YOT whose area they usually live in.</summary>
public sealed record HeldPerson(PersonFacts Person, SentenceFacts Custody, string Yot, DateOnly On)
{
    /// <summary>Where they are must not be disclosed: no count says it either.</summary>
    public bool IsUndisclosed { get; init; }

    public string? Establishment => IsUndisclosed ? null : Custody.EstablishmentOn(On);

    /// <summary>Years old on the day.</summary>
    public int Age => Time.Age.On(Person.DateOfBirth, On);

    /// <summary>The expected release as known on the day; it may have passed.</summary>
    public DateOnly? Leaves => Custody.LeavesAsKnownOn(On);

    /// <summary>
    /// A court had sentenced them before, on an earlier day, as far as is on record here; a return to custody under the same sentence is none.
    /// </summary>
    public bool SentencedBefore =>
        Person.Sentences.Any(s => s.Id != Custody.Id && s.Id != Custody.Follows && s.Follows is null && (s.Kind is SentenceKind.Custodial or SentenceKind.Community) && s.SentencedOn < Custody.SentencedOn);

    /// <summary>Null where they were not in custody, or lived in none of the YOTs. Of two sentences the later passed holds.</summary>
    public static HeldPerson? Of(PersonFacts person, IReadOnlySet<string> yots, DateOnly on) =>
        person.YotOn(on) is { } yot && yots.Contains(yot) && person.Sentences.LastOrDefault(s => s.HoldsOn(on)) is { } custody ? new(person, custody, yot, on) : null;
}
