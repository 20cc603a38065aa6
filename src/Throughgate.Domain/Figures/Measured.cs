using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Figures;

/// <summary>One of those whom a measure counts, on the day that counts, and the part in which they stand.</summary>
/// <param name="Part">Code of one of the measure's <see cref="Measure.Parts"/>.</param>
/// <param name="Sentence">The sentence concerned; null where there is none of its own.</param>
public sealed record Measured(PersonFacts Person, DateOnly On, string Part, CaseFacts? Case = null, SentenceFacts? Sentence = null)
{
    /// <summary>Days or hours, where the measure measures.</summary>
    public decimal? Amount { get; init; }

    /// <summary>
    /// Something of the kind that answers was recorded. A figure in which nothing was, for anybody, says "not recorded yet" and never 0.
    /// </summary>
    public bool OnRecord { get; init; } = true;

    /// <summary>Code of the pathway, where it is about one.</summary>
    public string? Pathway { get; init; }

    /// <summary>Code of the YOT where they lived on the day; null where none is recorded.</summary>
    public string? Yot => Person.YotOn(On);

    /// <summary>Code of the establishment that held them, or let them go; null for another sentence, where it is not known, and where it must not be told.</summary>
    public string? Establishment =>
        Person.IsUndisclosed ? null : (Sentence ?? Case?.CustodyOn(On)) is { IsCustodial: true } sentence ? sentence.EstablishmentOn(On) : null;

    public string? Scheme => Case?.Scheme;
}
