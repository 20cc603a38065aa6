namespace Throughgate.Domain.Figures;

/// <summary>Whose definition a measure follows, and from when until when it was in force.</summary>
/// <param name="Name">English, the key of its Welsh.</param>
/// <param name="From">First day; null where it has none.</param>
/// <param name="To">Last day; null while it is in force.</param>
public sealed record Edition(string Name, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>The product's own, from the rulebook.</summary>
    public static readonly Edition Rulebook = new("Throughgate’s own definition, from the rulebook");

    public static readonly Edition NationalIndicators = new("National indicators of England", new(2008, 4, 1), new(2011, 3, 31));

    public static readonly Edition WelshIndicators = new("Wales youth justice indicators", new(2009, 4, 1), new(2023, 3, 31));

    public static readonly Edition KeyIndicators = new("Key performance indicators for youth justice services", new(2023, 4, 1));

    public static readonly Edition CustodyMeasures = new("Measures of the youth custody service", new(2017, 9, 1));

    public static readonly Edition NationalMeasures = new("National youth justice measures", new(2011, 4, 1));
}
