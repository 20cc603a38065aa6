using Throughgate.Domain.Sentences;
using Throughgate.Tests.Build;
using Throughgate.Web.Demo;

namespace Throughgate.Tests.Demo;

/// <summary>The demo's year before the last has young people of its own, who are done, and nobody is there twice.</summary>
public sealed class EarlierYearTests
{
    [Fact]
    public void A_year_earlier_others_were_released_and_all_of_it_is_over()
    {
        var folder = Directory.CreateTempSubdirectory("throughgate-earlier-").FullName;
        var days = MovedBundle.DaysTo(new(2026, 11, 24));
        MovedBundle.Write(Repository.PathOf("sample", "caseload"), folder, days);
        var before = SampleBundle.Read(folder);
        var added = EarlierYear.Add(folder, new(2026, 11, 24));

        var after = SampleBundle.Read(folder);
        var new_ = after.Where(p => p.Reference.EndsWith("-E", StringComparison.Ordinal)).ToList();
        (after.Count - before.Count, new_.Count).ShouldBe((added, added));
        added.ShouldBeGreaterThan(100);
        new_.SelectMany(p => p.Cases).ShouldAllBe(c => c.ClosedOn < new DateOnly(2026, 8, 16));
        var lines = File.ReadLines(Path.Combine(folder, "people.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        lines.Select(l => $"{l[1]} {l[2]} {l[3]}").ShouldBeUnique();
        foreach (var scheme in new[] { "leeds", "wakefield", "cardiff" })
        {
            int Released(IEnumerable<Domain.People.PersonFacts> people) =>
                people.SelectMany(p => p.Cases).Count(c => c.Scheme == scheme && c.Sentence.Kind == SentenceKind.Custodial && c.Sentence.ReleasedOn is { } on && on >= new DateOnly(2024, 4, 1) && on <= new DateOnly(2025, 3, 31));
            Released(before).ShouldBeLessThan(8);
            Released(after).ShouldBeGreaterThan(12, scheme);
        }

        Directory.Delete(folder, recursive: true);
    }
}
