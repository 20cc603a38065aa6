using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Throughgate.Domain;
using Throughgate.Domain.Assessments;
using Throughgate.Domain.Education;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Domain.Sentences;

namespace Throughgate.Web.Data.Handing;

/// <summary>Something accepted under RET-6, as the bundle has it: of whom by pseudonym, what kind of thing, and who accepted it. The reason stands with the person.</summary>
public sealed record AcceptedItem(string Person, string Kind, string ByName, DateTimeOffset At);

/// <summary>
/// A frozen return: the question, the facts without names or references, and the figures with their people. As kept: JSON, compressed by Brotli. Its format
/// is numbered, and what was written by an older program is read for ever (docs/adr/0042).
/// </summary>
public sealed record FrozenBundle(string Edition, ReturnQuestion Question, IReadOnlyList<PersonFacts> People, string Figures, IReadOnlyList<AcceptedItem> Accepted)
{
    private const int Format = 1;

    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The return, reckoned anew from these facts alone by its own edition of the rules.</summary>
    public QuarterlyReturn Replay(Reading? reading = null, Func<PersonFacts, PersonFacts>? named = null) =>
        Editions.Reckon(Edition, named is null ? People : People.Select(named), Question with { Reading = reading ?? Question.Reading });

    /// <summary>Whether the facts still come to the figures that were frozen with them.</summary>
    public bool IsSame => Editions.Has(Edition) && Frozen.Text(Replay()) == Figures;

    public static string HashOf(byte[] bundle) => Convert.ToHexStringLower(SHA256.HashData(bundle));

    public byte[] Write()
    {
        var written = new Written(
            Format,
            Edition,
            Question.Scheme,
            Question.Quarter.StartYear,
            Question.Quarter.Number,
            Question.Reading.Code(),
            [.. Question.Yots.Order(StringComparer.Ordinal)],
            Question.Ethnicities,
            Question.Offences,
            [.. People.Select(Of)],
            Figures,
            Accepted
        );
        using var to = new MemoryStream();
        using (var brotli = new BrotliStream(to, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(brotli, written, Shape);
        }

        return to.ToArray();
    }

    /// <exception cref="InvalidDataException">Written by a newer program, or damaged.</exception>
    public static FrozenBundle Read(byte[] bundle)
    {
        using var brotli = new BrotliStream(new MemoryStream(bundle), CompressionMode.Decompress);
        Written? read;
        try
        {
            read = JsonSerializer.Deserialize<Written>(brotli, Shape);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("The frozen return is damaged.", fault);
        }

        if (read is not { Format: Format })
        {
            throw new InvalidDataException($"The frozen return has format {read?.Format}; this program reads format {Format}.");
        }

        if (!Readings.TryParse(read.Reading, out var reading))
        {
            throw new InvalidDataException($"The frozen return has the reading \"{read.Reading}\", which this program does not know.");
        }

        var question = new ReturnQuestion
        {
            Scheme = read.Scheme,
            Yots = read.Yots.ToHashSet(StringComparer.Ordinal),
            Quarter = new(read.StartYear, read.Quarter),
            Reading = reading,
            Ethnicities = read.Ethnicities,
            Offences = read.Offences,
        };
        return new(read.Edition, question, [.. read.People.Select(Facts)], read.Figures, read.Accepted);
    }

    private static WrittenPerson Of(PersonFacts person) =>
        new(
            person.Id,
            person.Reference,
            person.DateOfBirth,
            person.Gender,
            person.Ethnicity,
            [.. person.Residences.Select(r => new WrittenResidence(r.Yot, r.Days.From, r.Days.To))],
            [.. person.Sentences.Select(s => new WrittenSentence(s.Reference, s.Kind.ToString(), s.MainOffence, s.OffenceOn, s.ArrestedOn, s.ReleasedOn))],
            [
                .. person.Cases.Select(c => new WrittenCase(
                    c.Reference,
                    c.Scheme,
                    c.Sentence.Reference,
                    c.PlanAgreedByPersonOn,
                    c.PlanAgreedByYotOn,
                    c.ClosedOn,
                    c.ClosingReason,
                    [.. c.Assessments.Select(a => new WrittenAsset(a.CompletedOn, a.Purpose, a.Scores))],
                    [.. c.Ete.Select(e => new WrittenWeek(e.Week, e.Hours, e.UnableReason))]
                )),
            ]
        );

    private static PersonFacts Facts(WrittenPerson person)
    {
        var sentences = person.Sentences.ToDictionary(
            s => s.Reference,
            s => new SentenceFacts
            {
                Id = Pseudonyms.KeyOf(s.Reference),
                Reference = s.Reference,
                Type = "",
                Kind = Enum.Parse<SentenceKind>(s.Kind),
                MainOffence = s.Offence,
                OffenceOn = s.OffenceOn,
                ArrestedOn = s.ArrestedOn,
                SentencedOn = default,
                ReleasedOn = s.ReleasedOn,
            },
            StringComparer.Ordinal
        );
        return new()
        {
            Id = person.Id,
            Reference = person.Reference,
            DateOfBirth = person.Born,
            Gender = person.Gender,
            Ethnicity = person.Ethnicity,
            Residences = [.. person.Lives.Select(r => new Residence(r.Yot, new(r.From, r.To)))],
            Sentences = [.. person.Sentences.Select(s => sentences[s.Reference])],
            Cases =
            [
                .. person.Cases.Select(c => new CaseFacts
                {
                    Id = Pseudonyms.KeyOf(c.Reference),
                    Reference = c.Reference,
                    PersonId = person.Id,
                    Scheme = c.Scheme,
                    Sentence = sentences[c.Sentence],
                    ReferredOn = default,
                    PlanAgreedByPersonOn = c.PersonOn,
                    PlanAgreedByYotOn = c.YotOn,
                    ClosedOn = c.ClosedOn,
                    ClosingReason = c.Reason,
                    Assessments = [.. c.Assets.Select(a => new Assessment(a.On, a.Purpose, a.Scores))],
                    Ete = [.. c.Weeks.Select(w => new EteRow(w.Week, w.Hours, null, w.Unable))],
                }),
            ],
        };
    }

    private sealed record Written(
        int Format,
        string Edition,
        string Scheme,
        int StartYear,
        int Quarter,
        string Reading,
        IReadOnlyList<string> Yots,
        IReadOnlyList<string> Ethnicities,
        IReadOnlyList<string> Offences,
        IReadOnlyList<WrittenPerson> People,
        string Figures,
        IReadOnlyList<AcceptedItem> Accepted
    );

    private sealed record WrittenPerson(
        Guid Id,
        string Reference,
        DateOnly Born,
        string Gender,
        string Ethnicity,
        IReadOnlyList<WrittenResidence> Lives,
        IReadOnlyList<WrittenSentence> Sentences,
        IReadOnlyList<WrittenCase> Cases
    );

    private sealed record WrittenResidence(string Yot, DateOnly From, DateOnly? To);

    private sealed record WrittenSentence(string Reference, string Kind, string Offence, DateOnly? OffenceOn, DateOnly? ArrestedOn, DateOnly? ReleasedOn);

    private sealed record WrittenCase(
        string Reference,
        string Scheme,
        string Sentence,
        DateOnly? PersonOn,
        DateOnly? YotOn,
        DateOnly? ClosedOn,
        string? Reason,
        IReadOnlyList<WrittenAsset> Assets,
        IReadOnlyList<WrittenWeek> Weeks
    );

    private sealed record WrittenAsset(DateOnly On, string Purpose, IReadOnlyList<int?> Scores);

    private sealed record WrittenWeek(DateOnly Week, decimal Hours, string? Unable);
}
