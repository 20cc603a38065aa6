using Throughgate.Domain.People;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>
/// Binary reoffending: of those released or sentenced in the period, who offended again within 12 months, as far as a sentence or caution for it is
/// on record within 6 months more. Tracked live: who has not yet been followed for 12 months counts on neither side unless they offended.
/// </summary>
public static class Reoffending
{
    public const int Followed = 12;
    public const int ToCourt = 6;

    public static readonly Measure Measure = new()
    {
        Code = "reoffending",
        Label = "Reoffended within 12 months",
        Theme = Theme.Now,
        Whole = "Residents aged 10 to 17 at arrest who were released from custody, or given another sentence or a caution, in the period; each once, from the first such day.",
        Meets = "An offence within 12 months after that day, with a sentence or caution for it within 18 months after.",
        Unknown = "The 12 months are not over, and no new offence is on record.",
        Beware = "Only offences whose day and sentence stand in this system are known. While a cohort is followed the share looks too high: those who offend are told at once, those who do not only after 12 months.",
        Rule = "PER-2",
        Edition = Edition.NationalMeasures,
        Better = Better.Lower,
        Once = Once.Earliest,
        OfResidents = true,
        Parts =
        [
            new("yes", "Offended again", Tells.Met),
            new("no", "Did not", Tells.NotMet),
            new("followed", "Still followed, nothing so far", Tells.Neither),
        ],
        Of = (person, asked) =>
            from sentence in person.Sentences
            where Disposals.IsDisposal(sentence)
            let since = sentence.IsCustodial ? sentence.ReleasedOn : sentence.SentencedOn
            where since is { } day && asked.Covers(day) && asked.Scope.HasResident(person, day) && Disposals.IsOfAge(person, sentence)
            select new Measured(person, since!.Value, PartOf(person, since.Value, asked.Today), null, sentence),
    };

    private static string PartOf(PersonFacts person, DateOnly from, DateOnly today) =>
        person.Sentences.Any(s => IsAgain(s, from, today)) ? "yes"
        : from.AddMonths(Followed) < today ? "no"
        : "followed";

    private static bool IsAgain(SentenceFacts sentence, DateOnly from, DateOnly today) =>
        Disposals.IsDisposal(sentence)
        && sentence.OffenceOn > from
        && sentence.OffenceOn <= from.AddMonths(Followed)
        && sentence.SentencedOn <= today
        && sentence.SentencedOn <= from.AddMonths(Followed + ToCourt);
}
