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

    /// <summary>A life of the sample, lived by somebody else and elsewhere; now and then with the same programme of another scheme, too.</summary>
    public static PersonFacts One(Random random, string lives, string scheme, string other)
    {
        var life = SampleBundle.People[random.Next(SampleBundle.People.Count)];
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
