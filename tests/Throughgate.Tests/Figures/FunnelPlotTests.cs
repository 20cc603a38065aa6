using FsCheck;
using FsCheck.Fluent;
using Throughgate.Domain.Figures;

namespace Throughgate.Tests.Figures;

/// <summary>Control limits of a funnel plot: worked from the binomial distribution, and what holds of any.</summary>
[Trait("rule", "PER-1")]
public sealed class FunnelPlotTests
{
    /// <summary>Of 20 with one in two: 5 or fewer have 0.0207, 6 or fewer 0.0577; 2 or fewer 0.0002, 3 or fewer 0.0013. Of 10 with nine in ten: 6 or fewer 0.0128, 7 or fewer 0.0702.</summary>
    [Theory]
    [InlineData(20, 0.5, FunnelPlot.Inner, 6, 14)]
    [InlineData(20, 0.5, FunnelPlot.Outer, 3, 17)]
    [InlineData(10, 0.9, FunnelPlot.Inner, 7, 10)]
    [InlineData(1, 0.5, FunnelPlot.Inner, 0, 1)]
    [InlineData(5, 0, FunnelPlot.Inner, 0, 0)]
    [InlineData(5, 1, FunnelPlot.Outer, 5, 5)]
    public void Limits_by_hand(int told, double share, double outside, int fewest, int most) =>
        FunnelPlot.Limits(told, share, outside).ShouldBe((fewest, most));

    [Theory]
    [InlineData(2, Stands.FarBelow)]
    [InlineData(3, Stands.Below)]
    [InlineData(5, Stands.Below)]
    [InlineData(6, Stands.Within)]
    [InlineData(14, Stands.Within)]
    [InlineData(15, Stands.Above)]
    [InlineData(17, Stands.Above)]
    [InlineData(18, Stands.FarAbove)]
    public void Where_each_of_twenty_stands(int met, Stands stands) => FunnelPlot.Of(met, 20, 0.5).ShouldBe(stands);

    /// <summary>Half of 10,000 with one in two, by the normal distribution: 5,000 ± 98 and ± 154.5.</summary>
    [Fact]
    public void Large_numbers_come_to_the_normal_distribution()
    {
        FunnelPlot.Limits(10_000, 0.5, FunnelPlot.Inner).ShouldBe((4902, 5098));
        FunnelPlot.Limits(10_000, 0.5, FunnelPlot.Outer).Fewest.ShouldBeInRange(4844, 4847);
        FunnelPlot.Limits(1_000_000, 0.01, FunnelPlot.Inner).Fewest.ShouldBeInRange(9_800, 9_810);
    }

    [Fact]
    public void What_holds_of_any()
    {
        var some = from told in Gen.Choose(1, 300) from percent in Gen.Choose(1, 999) select (told, share: percent / 1000.0);
        Prop.ForAll(
            some.ToArbitrary(),
            one =>
            {
                var (inner, outer) = (FunnelPlot.Limits(one.told, one.share, FunnelPlot.Inner), FunnelPlot.Limits(one.told, one.share, FunnelPlot.Outer));
                var mean = one.told * one.share;
                var nested = outer.Fewest <= inner.Fewest && inner.Most <= outer.Most && inner.Fewest <= Math.Ceiling(mean) && inner.Most >= Math.Floor(mean);
                // Who is called outside is as rare as is said, and one more within would be too many.
                var rare = Tail(one, inner.Fewest - 1) <= 0.025 && Tail(one, inner.Fewest) > 0.025 && Tail(one, outer.Fewest - 1) <= 0.001 && Tail(one, outer.Fewest) > 0.001;
                // The other way round it is the same picture upside down.
                var turned = FunnelPlot.Limits(one.told, 1 - one.share, FunnelPlot.Inner);
                var mirrored = turned == (one.told - inner.Most, one.told - inner.Fewest);
                // The lines part exactly those who stand outside from the others.
                var line = FunnelPlot.Line(one.told, one.share, FunnelPlot.Inner);
                var parts = Enumerable.Range(0, one.told + 1).All(met => ((double)met / one.told < line.Low - 1e-9 || (double)met / one.told > line.High + 1e-9) == (FunnelPlot.Of(met, one.told, one.share) != Stands.Within)
                    || Math.Abs(((double)met / one.told) - line.Low) < 1e-9 || Math.Abs(((double)met / one.told) - line.High) < 1e-9);
                return nested && rare && mirrored && parts;
            }
        ).Check(Config.QuickThrowOnFailure.WithMaxTest(Build.Long.Or(150, 5000)));
    }

    /// <summary>The chance of so many or fewer, summed of logarithms: another way than the program's.</summary>
    private static double Tail((int Told, double Share) of, int most)
    {
        var sum = 0.0;
        for (var k = 0; k <= most; k++)
        {
            var log = (k * Math.Log(of.Share)) + ((of.Told - k) * Math.Log(1 - of.Share));
            for (var i = 1; i <= k; i++)
            {
                log += Math.Log(of.Told - k + i) - Math.Log(i);
            }

            sum += Math.Exp(log);
        }

        return sum;
    }
}
