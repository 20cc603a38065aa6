using System.Globalization;
using Throughgate.Domain.Figures;
using Throughgate.Web.Data.Csv;

namespace Throughgate.Web.Features.Performance.Write;

/// <summary>
/// Figures as CSV, one line a measure and period: code, edition, rule, from, to, shown as, counted, met, not met, untold, middle. What is not shown, or
/// not recorded, is an empty cell and never 0.
/// </summary>
public static class FiguresCsv
{
    public static string Text(Answered answered)
    {
        using var text = new StringWriter();
        var csv = SafeCsv.Spreadsheet(text);
        csv.Row(["measure", "label", "edition", "rule", "from", "to", "shown_as", "counted", "met", "not_met", "untold", "middle"]);
        foreach (var figure in answered.Measures.SelectMany(m => new[] { answered.Of(m), answered.Before(m) }.Concat(answered.TrendOf(m))))
        {
            csv.Row(
                [
                    figure.Measure.Code,
                    new FigureLabel(figure.Measure).English,
                    figure.Measure.Edition.Name,
                    figure.Measure.Rule,
                    PeriodAsked.Text(figure.Period.From),
                    PeriodAsked.Text(figure.Period.To!.Value),
                    FigureLabel.CodeOf(figure.As),
                    Number(figure.Whole),
                    Number(figure.Met),
                    Number(figure.NotMet),
                    Number(figure.Untold),
                    figure.Middle?.ToString("0.##", CultureInfo.InvariantCulture) ?? "",
                ]
            );
        }

        return text.ToString();
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
