namespace Throughgate.Domain.Rules;

public enum FigureUnit
{
    WorkingDays,
    Days,
    Months,
    Places,
    Score,
    Years,
}

/// <summary>A number in a rule that guidance or a scheme can change.</summary>
/// <param name="Key">Stable name of the setting: <c>OFR-1.working-days</c>.</param>
/// <param name="Label">English, the key of its Welsh.</param>
/// <param name="Source">Where the default comes from; English, the key of its Welsh.</param>
public sealed record Figure(string Key, string Label, FigureUnit Unit, int Default, string Source)
{
    /// <summary>Where guidance asks for something without saying by when, the default is ours.</summary>
    public const string SchemeDefault = "Default of the scheme: the sources give no figure";

    /// <summary>Largest value a scheme may set: two years in the figure's unit, a life in years.</summary>
    public int Most => Unit switch { FigureUnit.Months => 24, FigureUnit.Years => 100, _ => 730 };
}

/// <summary>A figure with the value in force on a day, and where that was set: by default, or by somebody from a day on.</summary>
/// <param name="Setting">The scheme's own setting; null where the default holds.</param>
public sealed record FigureInForce(Figure Figure, int Value, DatedValue<int>? Setting);
