using Throughgate.Domain.Figures;
using Throughgate.Domain.Gaps;

namespace Throughgate.Tests.Gaps;

/// <summary>Shares beside a profile: of whom it is known, each person once, and only said where the numbers tell.</summary>
[Trait("rule", "GOV-9")]
public sealed class ProfileTests
{
    private static readonly Profile Area = new("Census", new(2010, 3, 1), new Dictionary<string, int> { [Profile.LookedAfter] = 10, ["White"] = 800, ["Mixed"] = 100, [Profile.Send] = 150 });

    [Fact]
    public void Each_group_is_counted_of_those_of_whom_it_is_known()
    {
        var twice = new InProfile(Guid.CreateVersion7(), "White", true, null);
        var beside = Area.Beside([twice, twice, new(Guid.CreateVersion7(), "", false, true), new(Guid.CreateVersion7(), "Mixed", null, false)]);
        beside.Select(b => b.Group).ShouldBe(["Mixed", "White", Profile.LookedAfter, Profile.Send]);
        beside.Select(b => (b.Count, b.Of)).ShouldBe([(1, 2), (1, 2), (1, 2), (1, 2)]);
        beside.ShouldAllBe(b => b.Against == Compared.TooFew);
    }

    [Theory]
    [InlineData(4, 4, 10, Compared.TooFew)]
    [InlineData(5, 5, 10, Compared.Higher)]
    [InlineData(12, 40, 100, Compared.Higher)]
    [InlineData(0, 40, 200, Compared.Lower)]
    [InlineData(5, 40, 100, Compared.CannotTell)]
    [InlineData(40, 40, 1000, Compared.CannotTell)]
    public void It_is_said_only_where_the_numbers_tell(int count, int of, int perMille, Compared expected) => new GroupBeside("White", perMille, count, of).Against.ShouldBe(expected);

    [Theory]
    [InlineData("600 300 90", 3, true)]
    [InlineData("600 300 89", 3, false)]
    [InlineData("600 300 110", 3, true)]
    [InlineData("600 300 111", 3, false)]
    [InlineData("600 300", 3, true)]
    [InlineData("600 500", 3, false)]
    [InlineData("", 3, true)]
    public void Ethnic_groups_make_a_whole_or_a_part_of_it(string shares, int groups, bool whole) =>
        Profile.AddsUp([.. shares.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture))], groups).ShouldBe(whole);
}
