using Throughgate.Domain.People;
using Throughgate.Web.Data;

namespace Throughgate.Tests.People;

public class LikenessTests
{
    [Theory]
    [InlineData("Siân", "Sharn", true)]
    [InlineData("Kai", "Cai", true)]
    [InlineData("Phillips", "Filips", true)]
    [InlineData("Catherine", "Kathryn", true)]
    [InlineData("Evans", "Evens", true)]
    [InlineData("Wright", "Rite", true)]
    [InlineData("Jordan", "Priya", false)]
    [InlineData("Evans", "Davies", false)]
    public void Names_sound_alike(string one, string other, bool alike) => SoundsAlike.Alike(Names.Fold(one), Names.Fold(other)).ShouldBe(alike, $"{SoundsAlike.Key(Names.Fold(one))} {SoundsAlike.Key(Names.Fold(other))}");

    [Theory]
    [InlineData("Jordan", "Evans", "1994-03-05", "Jordan", "Evans", "1994-03-05", true)]
    [InlineData("Jordan", "Evans", "1994-03-05", "Evans", "Jordan", "1994-03-05", true)] // the names the other way round
    [InlineData("Jordan", "Evans", "1994-03-05", "Jorden", "Evens", "1994-05-03", true)] // day and month swapped, and by ear
    [InlineData("Jordan", "Evans", "1994-03-05", "Liam", "Evans", "1994-03-05", true)] // a twin: shown, and decided by whoever looks
    [InlineData("Jordan", "Evans", "1994-03-05", "Jordan", "Evans", "1993-11-20", false)]
    [InlineData("Jordan", "Evans", "1994-03-05", "Priya", "Shah", "1994-03-05", false)]
    public void Two_records_are_likely_one(string first, string last, string born, string first2, string last2, string born2, bool likely) =>
        Likeness.AreLikelyOne(Of(first, last, born), Of(first2, last2, born2)).ShouldBe(likely);

    private static Identity Of(string first, string last, string born) => new(Names.Fold(first), Names.Fold(last), DateOnly.ParseExact(born, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
