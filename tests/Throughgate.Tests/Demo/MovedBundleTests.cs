using Throughgate.Domain;
using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using Throughgate.Web.Demo;

namespace Throughgate.Tests.Demo;

public sealed class MovedBundleTests
{
    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2026-11-29")]
    [InlineData("2027-01-01")]
    [InlineData("2010-09-13")]
    public void The_heart_of_the_sample_falls_in_the_present_week_on_its_own_weekday(string today)
    {
        var day = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        var moved = MovedBundle.Heart.AddDays(MovedBundle.DaysTo(day));
        moved.DayOfWeek.ShouldBe(MovedBundle.Heart.DayOfWeek);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        moved.ShouldBeInRange(monday, monday.AddDays(6));
    }

    [Theory]
    [InlineData("2010-09-15", "2010-09-22")]
    [InlineData("2010-09-15T10:30", "2010-09-22T10:30")]
    [InlineData("2010-13-15", "2010-13-15")]
    [InlineData("P2010-000000", "P2010-000000")]
    [InlineData("", "")]
    public void Only_days_move(string cell, string moved) => MovedBundle.Move(cell, 7).ShouldBe(moved);

    [Fact]
    public void The_moved_sample_has_the_same_lives_a_number_of_days_later()
    {
        var folder = Directory.CreateTempSubdirectory("throughgate-moved-").FullName;
        MovedBundle.Write(Repository.PathOf("sample", "caseload"), folder, 700);
        var before = SampleBundle.Read(Repository.PathOf("sample", "caseload"));
        var after = SampleBundle.Read(folder);
        after.Count.ShouldBe(before.Count);
        for (var i = 0; i < before.Count; i++)
        {
            after[i].Reference.ShouldBe(before[i].Reference);
            after[i].DateOfBirth.ShouldBe(before[i].DateOfBirth.AddDays(700));
            after[i].Cases.Select(c => c.Start).ShouldBe(before[i].Cases.Select(c => c.Start?.AddDays(700)));
            after[i].Sentences.Select(s => s.SentencedOn).ShouldBe(before[i].Sentences.Select(s => s.SentencedOn.AddDays(700)));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_demo_knows_nothing_that_comes_later_and_asks_the_same_on_its_day()
    {
        var (whole, known) = (Directory.CreateTempSubdirectory("throughgate-whole-").FullName, Directory.CreateTempSubdirectory("throughgate-known-").FullName);
        MovedBundle.Write(Repository.PathOf("sample", "caseload"), whole, 0);
        MovedBundle.Write(Repository.PathOf("sample", "caseload"), known, 0);
        KnownBundle.Cut(known, MovedBundle.Heart);

        var people = SampleBundle.Read(known);
        var all = SampleBundle.Read(whole);
        people.SelectMany(p => p.Cases).ShouldAllBe(c => !(c.ClosedOn > MovedBundle.Heart));
        people.SelectMany(p => p.Cases).SelectMany(c => c.Reviews).ShouldAllBe(r => r.On <= MovedBundle.Heart);
        people.SelectMany(p => p.Cases).SelectMany(c => c.Contacts).ShouldAllBe(c => c.On <= MovedBundle.Heart || c.Outcome == ContactOutcomes.Planned);
        people.SelectMany(p => p.Cases).SelectMany(c => c.Contacts).ShouldContain(c => c.On > MovedBundle.Heart);
        foreach (var scheme in people.SelectMany(p => p.Cases).Select(c => c.Scheme).Distinct())
        {
            Asked(people, scheme).ShouldBe(Asked(all, scheme));
        }

        Directory.Delete(whole, recursive: true);
        Directory.Delete(known, recursive: true);
    }

    /// <summary>The open duties of the scheme on the day: whose, which and by when.</summary>
    private static List<string> Asked(IReadOnlyList<PersonFacts> people, string scheme) =>
        [
            .. DutyRules
                .DutiesOf(people, scheme, MovedBundle.Heart, SampleBundle.Calendar, DutyFigures.Defaults)
                .Where(d => d.IsOpen)
                .Select(d => $"{d.Person} {d.Rule.Citation.Rule} {d.Due}")
                .Order(StringComparer.Ordinal),
        ];
}
