using Throughgate.Domain.Accommodation;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules;

/// <summary>
/// Cases around the year 2010, each made from one number, so that FsCheck can shrink to the smallest list that fails. Days crowd on a few
/// dozen dates, so that things fall on the same day, on a due date, or one beside it; anything that may be missing is missing now and then.
/// </summary>
internal static class RandomCases
{
    public static readonly DateOnly First = new(2009, 11, 27);

    /// <summary>A day to look from, among and after the days on which things happen.</summary>
    public static DateOnly LookedAt(int seed) => Day(new Random(seed), 500);

    public static List<PersonFacts> From(IEnumerable<int> seeds) => [.. seeds.Select((seed, i) => One(new Random(seed), $"C{i:000}"))];

    private static PersonFacts One(Random random, string reference)
    {
        var kind = random.Next(5) == 0 ? SentenceKind.Community : SentenceKind.Custodial;
        var sentencedOn = Day(random, 60);
        var facts = new CaseFacts
        {
            Id = Guid.CreateVersion7(),
            Reference = reference,
            PersonId = Guid.CreateVersion7(),
            Scheme = random.Next(8) == 0 ? "cardiff" : ACase.Scheme,
            Sentence = new SentenceFacts
            {
                Id = Guid.CreateVersion7(),
                Reference = reference + "S",
                Type = "any",
                Kind = kind,
                MainOffence = "robbery",
                SentencedOn = sentencedOn,
                ReleasedOn = Maybe(random, () => sentencedOn.AddDays(random.Next(120))),
                ExpectedRelease = Changes(random, sentencedOn),
                Ends = Changes(random, sentencedOn),
            },
            ReferredOn = Day(random, 80),
            LeadProfessionalOn = Maybe(random, () => Day(random, 120)),
            PlanDrawnUpOn = Maybe(random, () => Day(random, 120)),
            PlanAgreedByPersonOn = Maybe(random, () => Day(random, 150)),
            PlanAgreedByYotOn = Maybe(random, () => Day(random, 150)),
            ClosedOn = random.Next(6) == 0 ? Day(random, 450) : null,
            Offers = [.. Many(random, 6, () => new Offer(Day(random, 200), Pick(random, "custody", "community"), Answer(random))).DistinctBy(o => o.On)],
            Contacts = Many(random, 8, () => Contact(random)),
            Reviews = Many(random, 6, () => new Review(Day(random, 450), Pick(random, "quarterly", "position"))),
            Accommodation = Many(random, 4, () => Address(random)),
        };
        var released = facts.Sentence.ReleasedOn is { } day && random.Next(2) == 0
            ? facts with { Contacts = [.. facts.Contacts, new(day.ToDateTime(new TimeOnly(9, 0)), 60, "release_day_meeting", "irs", "attended")] }
            : facts;
        return ACase.PersonOf(released);
    }

    private static string Answer(Random random) => Pick(random, "refused", "refused", "accepted", "undecided");

    private static Contact Contact(Random random) =>
        new(
            Day(random, 400).ToDateTime(new TimeOnly(random.Next(24), 0)),
            30,
            Pick(random, "appointment", "family", "social_worker", "release_day_meeting"),
            Pick(random, "irs", "irs", "statutory"),
            Pick(random, "attended", "attended", "missed", "planned")
        );

    private static AccommodationSpell Address(Random random) =>
        new(
            new DateRange(Day(random, 200), null),
            Pick(random, "parents", "homeless", "hostel"),
            Pick<bool?>(random, true, true, false, null),
            Maybe(random, () => Day(random, 200)),
            null
        );

    private static List<DatedChange> Changes(Random random, DateOnly sentencedOn)
    {
        var known = sentencedOn;
        return Many(random, 3, () => new DatedChange(Maybe(random, () => Day(random, 300)), known = known.AddDays(random.Next(60))));
    }

    private static DateOnly Day(Random random, int within) => First.AddDays(random.Next(within));

    private static T? Maybe<T>(Random random, Func<T> make)
        where T : struct => random.Next(5) == 0 ? null : make();

    private static List<T> Many<T>(Random random, int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => make())];

    private static T Pick<T>(Random random, params T[] of) => of[random.Next(of.Length)];
}
