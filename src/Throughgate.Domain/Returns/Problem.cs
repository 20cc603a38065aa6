using System.Globalization;

namespace Throughgate.Domain.Returns;

/// <summary>Something that is missing, so that somebody could not be counted; it has to be mended before the return can go (RET-2).</summary>
/// <param name="PersonId">The person's key, for a link.</param>
/// <param name="Person">The person's reference.</param>
/// <param name="Case">Reference of the case whose start or closing it is; empty for a release.</param>
/// <param name="On">Day without a residence; null where a counting date is missing.</param>
/// <param name="Sentence">Sentence without an arrest or offence date; null where a residence is missing.</param>
public sealed record Problem(Guid PersonId, string Person, string Case, DateOnly? On, string? Sentence)
{
    /// <summary>The text that files carry: <c>no residence on 2010-05-02</c> or <c>no arrest or offence date on sentence S1</c>.</summary>
    public string Text =>
        On is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"no residence on {day:yyyy-MM-dd}")
            : $"no arrest or offence date on sentence {Sentence}";

    /// <summary>
    /// The problem behind a verdict, if it is one. A missing residence is a problem only for somebody who has a case of the scheme
    /// (otherwise nobody knows that they are the scheme's); a missing date is one for every resident.
    /// </summary>
    public static Problem? Of(Verdict verdict, Guid personId, string person, bool hasCaseOfScheme) =>
        verdict.Outcome switch
        {
            Outcome.NoResidence when hasCaseOfScheme => new(personId, person, verdict.Case?.Reference ?? "", verdict.On, null),
            Outcome.NoCountingDate => new(personId, person, verdict.Case?.Reference ?? "", null, verdict.Sentence!.Reference),
            _ => null,
        };
}
