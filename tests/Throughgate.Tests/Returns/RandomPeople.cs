using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Tests.Returns;

/// <summary>
/// People around one quarter, each made from one number, so that FsCheck can drop numbers until the smallest list that fails is left.
/// Dates crowd at the edges of the quarter, and everything that may be missing is missing now and then.
/// </summary>
internal static class RandomPeople
{
    public static List<PersonFacts> From(IEnumerable<int> seeds) => [.. seeds.Select((seed, i) => One(new Random(seed), $"P{i:000}"))];

    private static PersonFacts One(Random random, string reference)
    {
        var sentences = Enumerable.Range(0, random.Next(4)).Select(i => Sentence(random, $"{reference}S{i}")).ToList();
        var cases = sentences.Count == 0 ? [] : Enumerable.Range(0, random.Next(4)).Select(i => Case(random, $"{reference}C{i}", sentences));
        return new()
        {
            Id = Guid.CreateVersion7(),
            Reference = reference,
            DateOfBirth = new DateOnly(1991, 1, 1).AddDays(random.Next(3500)),
            Gender = Pick(random, "female", "male", "not_known"),
            Ethnicity = Pick(random, "W1", "B1"),
            Residences = Residences(random),
            Sentences = sentences,
            Cases = [.. cases],
        };
    }

    private static List<Residence> Residences(Random random)
    {
        var moved = Around(random);
        return random.Next(6) switch
        {
            0 => [],
            1 => [new("leeds", new(new(2000, 1, 1), moved))],
            2 => [new("leeds", new(new(2000, 1, 1), moved)), new("bradford", new(moved.AddDays(1), null))],
            _ => [new("leeds", new(new(2000, 1, 1), null))],
        };
    }

    private static SentenceFacts Sentence(Random random, string reference) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Reference = reference,
            Type = "any",
            Kind = Pick(random, SentenceKind.Custodial, SentenceKind.Custodial, SentenceKind.Community, SentenceKind.Remand),
            MainOffence = Pick(random, "robbery", "arson"),
            ArrestedOn = Maybe(random, () => new DateOnly(2009, 1, 1).AddDays(random.Next(365))),
            OffenceOn = Maybe(random, () => new DateOnly(2009, 1, 1).AddDays(random.Next(365))),
            SentencedOn = new(2010, 1, 15),
            ReleasedOn = Maybe(random, () => Around(random)),
        };

    private static CaseFacts Case(Random random, string reference, List<SentenceFacts> sentences)
    {
        var start = Maybe(random, () => Around(random));
        var closed = start is { } day && random.Next(2) == 0 ? Later(random, day) : (DateOnly?)null;
        return Quarter1.Case(sentences[random.Next(sentences.Count)], reference, start: null) with
        {
            Scheme = Pick(random, "leeds", "leeds", "leeds", "cardiff"),
            PlanAgreedByPersonOn = start,
            PlanAgreedByYotOn = start,
            ClosedOn = closed,
            ClosingReason = closed is null ? null : Pick(random, "no_longer_helps", "last_day_reached", ClosingReasons.Died),
            Assessments =
            [
                .. Enumerable
                    .Range(0, random.Next(4))
                    .Select(i => Quarter1.Asset($"2010-04-0{i + 1}", Pick(random, "start", "programme_end", "order_end"), random.Next(5))),
            ],
            Ete =
            [
                .. Enumerable
                    .Range(0, random.Next(5))
                    .Select(i => new Domain.Education.EteRow(
                        FridaysMonday(closed, i),
                        random.Next(35),
                        "school",
                        random.Next(3) == 0 ? "illness" : null
                    )),
            ],
        };
    }

    private static DateOnly FridaysMonday(DateOnly? closed, int back) =>
        Domain.Returns.FullTimeEte.LastFullWeek(closed ?? new(2010, 6, 1)).AddDays(-7 * (back / 2));

    /// <summary>Three months before the quarter to a month after, its first and last days often.</summary>
    private static DateOnly Around(Random random) =>
        random.Next(5) switch
        {
            0 => new DateOnly(2010, 4, 1).AddDays(random.Next(-1, 2)),
            1 => new DateOnly(2010, 6, 30).AddDays(random.Next(-1, 2)),
            _ => new DateOnly(2010, 1, 1).AddDays(random.Next(212)),
        };

    private static DateOnly Later(Random random, DateOnly than)
    {
        var day = Around(random);
        return day < than ? than.AddDays(random.Next(60)) : day;
    }

    private static T Pick<T>(Random random, params T[] from) => from[random.Next(from.Length)];

    private static DateOnly? Maybe(Random random, Func<DateOnly> day) => random.Next(5) == 0 ? null : day();
}
