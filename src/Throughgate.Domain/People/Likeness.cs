namespace Throughgate.Domain.People;

/// <summary>Who somebody is, as far as it tells whether two records are one person. Names are folded.</summary>
public readonly record struct Identity(string First, string Last, DateOnly BornOn);

/// <summary>
/// How alike two records are, in points: birth date the same 3, day and month swapped 2; both names the same 3, both alike by ear 2, one of them alike 1; first and last name
/// may stand the other way round. From <see cref="Likely"/> points on they are probably one person, and nobody makes a second record without having looked.
/// </summary>
public static class Likeness
{
    public const int Likely = 4;

    public static int Between(Identity one, Identity other) => Born(one.BornOn, other.BornOn) + Math.Max(Named(one, other), Named(one with { First = one.Last, Last = one.First }, other));

    public static bool AreLikelyOne(Identity one, Identity other) => Between(one, other) >= Likely;

    public static bool IsSwapped(DateOnly one, DateOnly other) => one.Year == other.Year && one.Month == other.Day && one.Day == other.Month;

    private static int Born(DateOnly one, DateOnly other) => one == other ? 3 : IsSwapped(one, other) ? 2 : 0;

    private static int Named(Identity one, Identity other)
    {
        var (first, last) = (SoundsAlike.Alike(one.First, other.First), SoundsAlike.Alike(one.Last, other.Last));
        return one.First == other.First && one.Last == other.Last ? 3
            : first && last ? 2
            : first || last ? 1
            : 0;
    }
}
