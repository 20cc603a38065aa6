using Throughgate.Domain.Figures;

namespace Throughgate.Tests.Figures;

[Trait("rule", "PER-1")]
public sealed class IntervalTests
{
    /// <summary>Textbook values of Wilson's score interval at 95%.</summary>
    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(1, 10, 0.0179, 0.4042)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(81, 263, 0.2553, 0.3662)]
    public void Wilson(int met, int told, double low, double high)
    {
        var interval = Interval.Of(met, told);
        interval.Low.ShouldBe(low, 0.0001);
        interval.High.ShouldBe(high, 0.0001);
    }

    /// <summary>Newcombe 1998, method 10: 56/70 and 48/80.</summary>
    [Fact]
    public void Newcombe()
    {
        var difference = Interval.Difference(56, 70, 48, 80);
        difference.Low.ShouldBe(0.0524, 0.0001);
        difference.High.ShouldBe(0.3339, 0.0001);
    }

    [Theory]
    [InlineData(4, 4, 0, 40, Compared.TooFew)]
    [InlineData(0, 40, 4, 4, Compared.TooFew)]
    [InlineData(3, 6, 20, 40, Compared.CannotTell)]
    [InlineData(56, 70, 48, 80, Compared.Higher)]
    [InlineData(48, 80, 56, 70, Compared.Lower)]
    public void Says_when_numbers_are_too_small_to_tell(int met, int told, int otherMet, int otherTold, Compared compared) =>
        Interval.Compare(met, told, otherMet, otherTold).ShouldBe(compared);
}
