namespace Throughgate.Domain.Figures;

/// <summary>Where a share may well lie, 0 to 1, with 95% confidence (Wilson's score interval).</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The standard normal's 97.5th percentile.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>Fewer than this many told say nothing, whatever the interval.</summary>
    public const int FewestTold = 5;

    public static Interval Of(int met, int told)
    {
        if (told == 0)
        {
            return new(0, 1);
        }

        var (n, p) = ((double)told, (double)met / told);
        var middle = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return new(Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>The difference of two shares, one less the other (Newcombe's, made of both Wilson intervals): −1 to 1.</summary>
    public static Interval Difference(int met, int told, int otherMet, int otherTold)
    {
        if (told == 0 || otherTold == 0)
        {
            return new(-1, 1);
        }

        var (p, q) = ((double)met / told, (double)otherMet / otherTold);
        var (one, other) = (Of(met, told), Of(otherMet, otherTold));
        static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));
        return new(p - q - Root(p - one.Low, other.High - q), p - q + Root(one.High - p, q - other.Low));
    }

    /// <summary>Whether one share is higher or lower than another, or whether the numbers are too small to tell.</summary>
    public static Compared Compare(int met, int told, int otherMet, int otherTold)
    {
        if (told < FewestTold || otherTold < FewestTold)
        {
            return Compared.TooFew;
        }

        var difference = Difference(met, told, otherMet, otherTold);
        return difference.Low > 0 ? Compared.Higher
            : difference.High < 0 ? Compared.Lower
            : Compared.CannotTell;
    }
}

public enum Compared
{
    /// <summary>Too few people to say anything.</summary>
    TooFew,

    /// <summary>Any difference may well be chance.</summary>
    CannotTell,
    Higher,
    Lower,
}
