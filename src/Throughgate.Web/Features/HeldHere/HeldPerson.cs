using Throughgate.Domain.Sentences;

namespace Throughgate.Web.Features.HeldHere;

/// <summary>Somebody held in one's establishment, or released from it within a month: what a link worker needs to know.</summary>
/// <param name="Leaves">Expected release as known today; null where not known.</param>
/// <param name="Visits">Planned visits in custody and reviews, the nearest first.</param>
/// <param name="Colleagues">Who works with them outside, today.</param>
public sealed record HeldPerson(
    Guid Id,
    string Name,
    string Reference,
    DateOnly BornOn,
    SentenceFacts Sentence,
    DateOnly? Leaves,
    IReadOnlyList<(DateTime At, string Kind)> Visits,
    IReadOnlyList<(string Role, string Name, string Scheme)> Colleagues
)
{
    public DateOnly? ReleasedOn => Sentence.ReleasedOn;

    /// <summary>Names of the schemes that work with them outside.</summary>
    public string Schemes => string.Join(", ", Colleagues.Select(c => c.Scheme).Distinct().Select(c => Data.Reference.Instance.Schemes.TryGetValue(c, out var scheme) ? scheme.Name : c));
}
