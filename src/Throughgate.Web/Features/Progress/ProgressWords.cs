using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Progress;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Progress;

/// <summary>Reviews of progress in words; English, the keys of their Welsh.</summary>
public static class ProgressWords
{
    public static string State(ActionIs state) => state switch
    {
        ActionIs.Open => Words.Key("Open"),
        ActionIs.Due => Words.Key("Due soon"),
        ActionIs.Overdue => Words.Key("Overdue"),
        ActionIs.Done => Words.Key("Done"),
        _ => Words.Key("Done late"),
    };

    public static string About(string? measure, Words words) => measure is not null && MeasureRegister.Find(measure) is { } found ? new Performance.FigureInWords(words).Alone(found) : words["Something else"];
}
