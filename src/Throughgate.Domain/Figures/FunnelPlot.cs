namespace Throughgate.Domain.Figures;

/// <summary>Where one of several stands beside all of them, as far as its numbers can tell.</summary>
public enum Stands
{
    /// <summary>So low that chance puts one of a thousand there.</summary>
    FarBelow,

    /// <summary>So low that chance puts one of forty there.</summary>
    Below,

    /// <summary>Where chance alone may well have put it.</summary>
    Within,
    Above,
    FarAbove,
}

/// <summary>
/// Control limits of a funnel plot: how many of so many would be met by chance, if each of them were met with the same probability (exact binomial
/// limits, half of what is left out on either side). The fewer people, the wider.
/// </summary>
public static class FunnelPlot
{
    /// <summary>Chance leaves a twentieth outside the inner limits.</summary>
    public const double Inner = 0.05;

    /// <summary>And two of a thousand outside the outer ones.</summary>
    public const double Outer = 0.002;

    /// <summary>Fewer than this many beside each other are no picture.</summary>
    public const int FewestBeside = 3;

    /// <param name="met">How many meet it, 0 to <paramref name="told"/>.</param>
    /// <param name="share">Of all together, 0 to 1.</param>
    public static Stands Of(int met, int told, double share)
    {
        var chances = Chances(told, share);
        var (inner, outer) = (Between(chances, Inner), Between(chances, Outer));
        return met < outer.Fewest ? Stands.FarBelow
            : met < inner.Fewest ? Stands.Below
            : met > outer.Most ? Stands.FarAbove
            : met > inner.Most ? Stands.Above
            : Stands.Within;
    }

    /// <summary>The fewest and the most that are within the limits.</summary>
    /// <param name="outside">What chance leaves outside: <see cref="Inner"/> or <see cref="Outer"/>.</param>
    public static (int Fewest, int Most) Limits(int told, double share, double outside) => Between(Chances(told, share), outside);

    /// <summary>
    /// The limits as lines to draw, in shares: laid between the last number outside and the first within by how much of the chance is used up, so that
    /// who stands outside them is exactly who is outside <see cref="Limits"/>.
    /// </summary>
    public static Interval Line(int told, double share, double outside)
    {
        var chances = Chances(told, share);
        var mirrored = new double[chances.Length];
        for (var k = 0; k <= told; k++)
        {
            mirrored[k] = chances[told - k];
        }

        return new(Lower(chances, outside), 1 - Lower(mirrored, outside));
    }

    private static double Lower(double[] chances, double outside)
    {
        var (fewest, below) = Tail(chances, outside);
        var used = (below + chances[fewest] - (outside / 2)) / chances[fewest];
        return Math.Max(0, (fewest - Math.Clamp(used, 0, 1)) / (chances.Length - 1));
    }

    private static (int Fewest, int Most) Between(double[] chances, double outside)
    {
        var most = chances.Length - 1;
        for (var above = chances[most]; above <= outside / 2; above += chances[most])
        {
            most--;
        }

        return (Tail(chances, outside).At, most);
    }

    /// <summary>The first number at which more than half of what is left out has gone by, and what had before it.</summary>
    private static (int At, double Before) Tail(double[] chances, double outside)
    {
        var (at, before) = (0, 0.0);
        while (before + chances[at] <= outside / 2)
        {
            before += chances[at++];
        }

        return (at, before);
    }

    /// <summary>How probable each number from 0 to all of them is: from the likeliest outwards, so that nothing large is made of nothing.</summary>
    private static double[] Chances(int told, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(told);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var chances = new double[told + 1];
        var likeliest = (int)Math.Min(told, Math.Floor((told + 1) * share));
        chances[likeliest] = 1;
        for (var k = likeliest; k < told && share < 1; k++)
        {
            chances[k + 1] = chances[k] * (told - k) / (k + 1) * (share / (1 - share));
        }

        for (var k = likeliest; k > 0 && share > 0; k--)
        {
            chances[k - 1] = chances[k] * k / (told - k + 1) * ((1 - share) / share);
        }

        var all = chances.Sum();
        for (var k = 0; k <= told; k++)
        {
            chances[k] /= all;
        }

        return chances;
    }
}
