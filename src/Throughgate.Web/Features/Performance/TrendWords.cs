using Throughgate.Domain.Figures;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Pictures;

namespace Throughgate.Web.Features.Performance;

/// <summary>What stands on the pictures of figures.</summary>
public static class TrendWords
{
    /// <summary>Apr–Jun 10, and 2010-11 for a financial year.</summary>
    public static string When(DateRange days, Words words)
    {
        var quarter = FinancialQuarter.OfDay(days.From);
        if (days.To > quarter.To)
        {
            return quarter.Year;
        }

        var year = (days.To!.Value.Year % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
        return quarter.Number switch
        {
            1 => words["Apr–Jun {0}", year],
            2 => words["Jul–Sep {0}", year],
            3 => words["Oct–Dec {0}", year],
            _ => words["Jan–Mar {0}", year],
        };
    }

    /// <summary>The parts of a figure as bars; of a funnel how many came at least so far.</summary>
    /// <param name="people">The address of the people of a part; null where they may not be opened.</param>
    public static IReadOnlyList<Bar> Bars(Shown figure, Words words, Func<Part, string>? people)
    {
        var numbers = figure.Measure.Shape == Shape.Funnel ? figure.AtLeast : figure.Parts;
        return numbers is null ? [] : [.. figure.Measure.Parts.Select((p, i) => new Bar(words[p.Label], numbers[i], people?.Invoke(p), figure.Measure.Shape == Shape.Funnel ? figure.Whole : null))];
    }
}
