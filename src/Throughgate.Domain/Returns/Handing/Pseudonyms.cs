using System.Globalization;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Returns.Handing;

/// <summary>Who stands behind a pseudonym: what an erasure takes away, so that nobody can be found from a frozen return any more.</summary>
/// <param name="Pseudonym">Reference in the frozen facts: <c>P000001</c>.</param>
/// <param name="Token">Key in the frozen facts: the same for one person in every version of a scheme's returns.</param>
/// <param name="References">What the pseudonyms of the person, their sentences and their cases stand for.</param>
public sealed record Known(string Pseudonym, Guid Token, Guid PersonId, IReadOnlyDictionary<string, string> References);

/// <summary>
/// The facts that a return is frozen with (RET-3): no reference, no key of the caseload, a birth date as coarse as the figures bear, and only what the
/// return asks for. Pseudonyms sort as the references did, since ties are settled by them.
/// </summary>
public static class Pseudonyms
{
    /// <param name="tokens">Of people who stand in earlier versions; others are given one.</param>
    public static (IReadOnlyList<PersonFacts> People, IReadOnlyList<Known> Known) Of(
        IEnumerable<PersonFacts> people,
        IReadOnlyDictionary<Guid, Guid> tokens,
        Func<Guid> newToken
    )
    {
        var sorted = people.OrderBy(p => p.Reference, StringComparer.Ordinal).ToList();
        var persons = Numbered('P', sorted.Select(p => p.Reference));
        var sentences = Numbered('S', sorted.SelectMany(p => p.Sentences).Select(s => s.Reference));
        var cases = Numbered('C', sorted.SelectMany(p => p.Cases).Select(c => c.Reference));
        var (hidden, known) = (new List<PersonFacts>(sorted.Count), new List<Known>(sorted.Count));
        foreach (var person in sorted)
        {
            var token = tokens.TryGetValue(person.Id, out var had) ? had : newToken();
            var own = person.Sentences.ToDictionary(s => s.Id, s => Sentence(s, sentences[s.Reference]));
            hidden.Add(
                new()
                {
                    Id = token,
                    Reference = persons[person.Reference],
                    DateOfBirth = CoarseBirth.Of(person.DateOfBirth, Days(person)),
                    Gender = person.Gender,
                    Ethnicity = person.Ethnicity,
                    Residences = [.. person.Residences.Select(r => new Residence(r.Yot, r.Days))],
                    Sentences = [.. person.Sentences.Select(s => own[s.Id])],
                    Cases = [.. person.Cases.Select(c => Case(c, cases[c.Reference], token, own[c.Sentence.Id]))],
                }
            );
            known.Add(
                new(
                    persons[person.Reference],
                    token,
                    person.Id,
                    new[] { (persons[person.Reference], person.Reference) }
                        .Concat(person.Sentences.Select(s => (sentences[s.Reference], s.Reference)))
                        .Concat(person.Cases.Select(c => (cases[c.Reference], c.Reference)))
                        .ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal)
                )
            );
        }

        return (hidden, known);
    }

    /// <summary>The frozen facts with the people whom they are about, as far as they are still known.</summary>
    public static PersonFacts Named(PersonFacts person, Known? known)
    {
        if (known is null)
        {
            return person;
        }

        string Said(string pseudonym) => known.References.GetValueOrDefault(pseudonym, pseudonym);
        var sentences = person.Sentences.ToDictionary(s => s.Id, s => s with { Reference = Said(s.Reference) });
        return person with
        {
            Id = known.PersonId,
            Reference = Said(person.Reference),
            Sentences = [.. person.Sentences.Select(s => sentences[s.Id])],
            Cases = [.. person.Cases.Select(c => c with { Reference = Said(c.Reference), PersonId = known.PersonId, Sentence = sentences[c.Sentence.Id] })],
        };
    }

    /// <summary>Keys inside the frozen facts follow from the pseudonym: they lead nowhere.</summary>
    public static Guid KeyOf(string pseudonym)
    {
        Span<byte> key = stackalloc byte[16];
        key[0] = (byte)pseudonym[0];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(key[12..], int.Parse(pseudonym.AsSpan(1), CultureInfo.InvariantCulture));
        return new(key, bigEndian: true);
    }

    private static SentenceFacts Sentence(SentenceFacts sentence, string pseudonym) =>
        new()
        {
            Id = KeyOf(pseudonym),
            Reference = pseudonym,
            Type = "",
            Kind = sentence.Kind,
            MainOffence = sentence.MainOffence,
            OffenceOn = sentence.ArrestedOn is null ? sentence.OffenceOn : null,
            ArrestedOn = sentence.ArrestedOn,
            SentencedOn = default,
            ReleasedOn = sentence.ReleasedOn,
        };

    private static CaseFacts Case(CaseFacts programme, string pseudonym, Guid person, SentenceFacts sentence) =>
        new()
        {
            Id = KeyOf(pseudonym),
            Reference = pseudonym,
            PersonId = person,
            Scheme = programme.Scheme,
            Sentence = sentence,
            ReferredOn = default,
            PlanAgreedByPersonOn = programme.PlanAgreedByPersonOn,
            PlanAgreedByYotOn = programme.PlanAgreedByYotOn,
            ClosedOn = programme.ClosedOn,
            ClosingReason = programme.ClosingReason,
            Assessments = [.. programme.Assessments.Select(a => new Assessments.Assessment(a.CompletedOn, a.Purpose, a.Scores))],
            Ete = [.. programme.Ete.Select(e => new Education.EteRow(e.Week, e.Hours, null, e.UnableReason))],
        };

    /// <summary>Days on which the return asks how old somebody was: school age turns with a month, and needs none.</summary>
    private static List<DateOnly> Days(PersonFacts person) => [.. person.Sentences.Select(s => s.CountingOn).OfType<DateOnly>()];

    private static Dictionary<string, string> Numbered(char kind, IEnumerable<string> references) =>
        references
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select((reference, i) => (reference, string.Create(CultureInfo.InvariantCulture, $"{kind}{i + 1:000000}")))
            .ToDictionary(p => p.reference, p => p.Item2, StringComparer.Ordinal);
}
