using System.Globalization;

namespace Throughgate.Domain.Time;

/// <summary>A quarter of the financial year that begins on 1 April; the year is written <c>2010-11</c> and quarter 1 is April to June.</summary>
public readonly record struct FinancialQuarter
{
    /// <summary>Calendar year of 1 April: 2010 for <c>2010-11</c>.</summary>
    public int StartYear { get; }

    /// <summary>1 (April to June) to 4 (January to March).</summary>
    public int Number { get; }

    public FinancialQuarter(int startYear, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, 2999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        (StartYear, Number) = (startYear, number);
    }

    /// <summary>As it is written: <c>2010-11</c>.</summary>
    public string Year => YearText(StartYear);

    /// <summary>First day.</summary>
    public DateOnly From => new DateOnly(StartYear, 4, 1).AddMonths(3 * (Number - 1));

    /// <summary>Last day.</summary>
    public DateOnly To => From.AddMonths(3).AddDays(-1);

    public DateRange Days => new(From, To);

    public FinancialQuarter Next => Number == 4 ? new(StartYear + 1, 1) : new(StartYear, Number + 1);

    public FinancialQuarter Previous => Number == 1 ? new(StartYear - 1, 4) : new(StartYear, Number - 1);

    public bool Contains(DateOnly day) => From <= day && day <= To;

    public static FinancialQuarter OfDay(DateOnly day) =>
        day.Month >= 4 ? new(day.Year, ((day.Month - 4) / 3) + 1) : new(day.Year - 1, 4);

    /// <summary>Reads <c>2010-11</c> and a quarter of 1 to 4; false with what was expected where they are not that.</summary>
    public static bool TryParse(string? year, string? number, out FinancialQuarter quarter, out string expected)
    {
        quarter = new(1900, 1);
        expected = "a financial year such as 2010-11";
        if (!TryParseYear(year, out var startYear))
        {
            return false;
        }

        expected = "a quarter from 1 (April to June) to 4 (January to March)";
        if (number?.Trim() is not ("1" or "2" or "3" or "4"))
        {
            return false;
        }

        quarter = new(startYear, number.Trim()[0] - '0');
        expected = "";
        return true;
    }

    /// <summary>Reads <c>2010-11</c>: four digits, a hyphen, and the last two digits of the year after.</summary>
    public static bool TryParseYear(string? text, out int startYear)
    {
        startYear = 0;
        text = text?.Trim();
        return text is { Length: 7 }
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out startYear)
            && startYear is >= 1900 and <= 2999
            && string.Equals(text, YearText(startYear), StringComparison.Ordinal);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year} quarter {Number}");

    private static string YearText(int startYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{startYear:0000}-{(startYear + 1) % 100:00}");
}
