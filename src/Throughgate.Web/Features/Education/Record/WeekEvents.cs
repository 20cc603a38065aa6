using System.Globalization;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Education.Record;

/// <summary>What a week's line says.</summary>
public sealed record WeekSaid(decimal? Offered, decimal Hours, string? Provision, string? UnableReason)
{
    public string Tell(Words words) =>
        string.Join(
            ", ",
            new[]
            {
                Offered is { } offered ? words["{0} of {1} hours offered", Write(Hours), Write(offered)].ToString() : words["{0} hours", Write(Hours)].ToString(),
                Provision is null ? null : words[Reference.Instance.Label("provision", Provision)].ToString(),
                UnableReason is null ? null : words["unable: {0}", words[Reference.Instance.Label("unable", UnableReason)]].ToString(),
            }.OfType<string>()
        );

    public static string Write(decimal hours) => hours.ToString("0.##", CultureInfo.InvariantCulture);
}

public sealed record WeekRecorded(Guid Row, DateOnly Week, WeekSaid Line) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Education and work, week from {0}: {1}", new Days(words).Plain(Week), Line.Tell(words)];
}

public sealed record WeekCorrected(Guid Row, DateOnly Week, WeekSaid Was, WeekSaid Line) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Education and work, week from {0}, corrected: {1}; before: {2}", new Days(words).Plain(Week), Line.Tell(words), Was.Tell(words)];
}
