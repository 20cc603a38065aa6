using Throughgate.Domain.Returns;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns;

/// <summary>How the return's codes are said to a reader.</summary>
public sealed class Said(Words words)
{
    public static string Scheme(string code) => Reference.Instance.Schemes[code].Name;

    /// <summary>April to June 2010</summary>
    public string Quarter(FinancialQuarter quarter) =>
        quarter.Number switch
        {
            1 => words["April to June {0}", Text(quarter.From.Year)],
            2 => words["July to September {0}", Text(quarter.From.Year)],
            3 => words["October to December {0}", Text(quarter.From.Year)],
            _ => words["January to March {0}", Text(quarter.From.Year)],
        };

    public string Measure(string column, Reading reading = Reading.InPeriod) =>
        column switch
        {
            Tables.Released => words["Released from custody"],
            Tables.ReleasedStarted when reading == Reading.ByPeriodEnd => words["of those, started by the end of the quarter"],
            Tables.ReleasedStarted => words["of those, started in the quarter"],
            Tables.CommunityStarted => words["Started on a community sentence"],
            Tables.Completing => words["Completing"],
            Tables.InFullTimeEte => words["of those, in full-time education, training or employment"],
            Tables.Sections => words["With an end score"],
            Tables.Improved => words["Improved"],
            Tables.Deteriorated => words["Got worse"],
            Tables.StartedBefore => words["Released, and started before the quarter"],
            Tables.ClosedNotCounted => words["Closed, but not counted"],
            _ => column,
        };

    /// <summary>The measure where it stands alone, without the row above it that "of those" speaks of.</summary>
    public string Alone(string column, Reading reading) =>
        column switch
        {
            Tables.ReleasedStarted when reading == Reading.ByPeriodEnd => words["Released, and started by the end of the quarter"],
            Tables.ReleasedStarted => words["Released, and started in the quarter"],
            Tables.InFullTimeEte => words["Completing, and in full-time education, training or employment"],
            _ => Measure(column, reading),
        };

    public string Table(string table) =>
        table switch
        {
            "I1" => words["Starting, by age and gender"],
            "I2" => words["Starting, by ethnicity"],
            "I3" => words["Starting, by main offence"],
            "I4" => words["Completing"],
            "I5" => words["Change in Asset"],
            _ => "",
        };

    /// <summary>A row or a sum of rows: "female, aged 16", "White", "Robbery"; empty for a total.</summary>
    public string Row(string table, string row) =>
        (table, row) switch
        {
            (_, "") => "",
            ("I1", _) when row.Contains(' ', StringComparison.Ordinal) => words["{0}, aged {1}", Label("gender", Sums.GenderOf(row)), Sums.AgeOf(row)],
            ("I1", _) when char.IsAsciiDigit(row[0]) => words["Aged {0}", row],
            ("I1", _) => Label("gender", row),
            ("I2", _) when Sums.Groups.Contains(row) => words[row],
            ("I2", _) => Label("ethnicity", row),
            ("I3", _) => Label("offence", row),
            ("I5", _) => Label("section", row),
            _ => row,
        };

    public string Label(string list, string? code) => words[Reference.Instance.Label(list, code)];

    public static string Yot(string? code) => code is null ? "" : Reference.Instance.Yots.TryGetValue(code, out var yot) ? yot.Name : code;

    private static string Text(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
