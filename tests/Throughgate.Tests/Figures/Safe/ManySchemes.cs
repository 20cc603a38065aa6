using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Figures.Safe;

/// <summary>Caseloads drawn by chance from the lives of the sample: some schemes alike, or one large and several tiny, with people of two schemes and of none.</summary>
internal static class ManySchemes
{
    public static readonly string[] Names = ["leeds", "york", "hull", "bradford", "kirklees", "barnsley", "wakefield", "sheffield"];

    public static (IReadOnlyList<PersonFacts> People, string[] Schemes) From(int seed)
    {
        var random = new Random(seed);
        var schemes = Names.Take(4 + (seed % 5)).ToArray();
        var people = new List<PersonFacts>();
        foreach (var (scheme, i) in schemes.Select((s, i) => (s, i)))
        {
            var size = (seed % 3) switch { 0 => i == 0 ? 120 : random.Next(4, 40), 1 => random.Next(20, 70), _ => random.Next(5, 120) };
            people.AddRange(Enumerable.Range(0, size).Select(_ => One(random, random.Next(20) == 0 ? "nowhere" : scheme, scheme, random.Next(10) == 0 ? schemes[random.Next(schemes.Length)] : scheme)));
        }

        return (people, schemes);
    }

    /// <summary>Schemes so large that the quarters of their returns are shown, of lives to which something happened in the year; some lived two of them.</summary>
    public static (IReadOnlyList<PersonFacts> People, string[] Schemes) Large(int seed, DateRange year)
    {
        var random = new Random(1000 + seed);
        bool Counts(PersonFacts life) => life.Sentences.Any(s => s.ReleasedOn is { } on && year.Contains(on)) || life.Cases.Any(c => (c.Start is { } start && year.Contains(start)) || (c.ClosedOn is { } on && year.Contains(on)));
        var lives = SampleBundle.People.Where(Counts).ToList();
        var schemes = Names.Take(3 + (seed % 2)).ToArray();
        var people = new List<PersonFacts>();
        foreach (var scheme in schemes)
        {
            // One in so many lives elsewhere, is counted by another scheme too, has lived twice; in some caseloads nobody.
            var (elsewhere, also, twice) = (Seldom(random), Seldom(random), Seldom(random));
            var some = Enumerable.Range(0, random.Next(8, 60)).Select(_ => lives[random.Next(lives.Count)]).ToList();
            for (var i = random.Next(40, 250); i > 0; i--)
            {
                var life = some[random.Next(some.Count)];
                var other = lives[random.Next(lives.Count)];
                life = Is(random, twice) && !ReferenceEquals(life, other) ? life with { Sentences = [.. life.Sentences, .. other.Sentences], Cases = [.. life.Cases, .. other.Cases] } : life;
                people.Add(Lived(random, life, Is(random, elsewhere) ? "nowhere" : scheme, scheme, Is(random, also) ? schemes[random.Next(schemes.Length)] : scheme));
            }
        }

        return (people, schemes);

        static int Seldom(Random random) => random.Next(4) switch { 0 => 0, 1 => 100, 2 => 30, _ => 10 };
        static bool Is(Random random, int seldom) => seldom > 0 && random.Next(seldom) == 0;
    }

    /// <summary>A life of the sample, lived by somebody else and elsewhere; now and then with the same programme of another scheme, too.</summary>
    public static PersonFacts One(Random random, string lives, string scheme, string other) =>
        Lived(random, SampleBundle.People[random.Next(SampleBundle.People.Count)], lives, scheme, other);

    private static PersonFacts Lived(Random random, PersonFacts life, string lives, string scheme, string other)
    {
        IReadOnlyList<CaseFacts> own = [.. life.Cases.Select(c => c with { Scheme = scheme })];
        return life with
        {
            Id = Guid.CreateVersion7(),
            Gender = random.Next(5) == 0 ? "female" : "male",
            LookedAfter = random.Next(3) == 0,
            Residences = [.. life.Residences.Select(r => new Residence(lives, r.Days))],
            Cases = other == scheme ? own : [.. own, .. life.Cases.Select(c => c with { Id = Guid.CreateVersion7(), Scheme = other })],
        };
    }
}
