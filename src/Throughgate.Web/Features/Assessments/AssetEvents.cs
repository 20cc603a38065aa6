using System.Globalization;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Assessments;

/// <summary>What an Asset said: its day, what it was made for, and the twelve scores in Asset's order.</summary>
public sealed record AssetSaid(DateOnly CompletedOn, string Purpose, IReadOnlyList<int?> Scores)
{
    public string Tell(Words words) =>
        $"{words[Reference.Instance.Label("purpose", Purpose)]}, {new Days(words).Short(CompletedOn)}, {string.Join(' ', Scores.Select(s => s?.ToString(CultureInfo.InvariantCulture) ?? "–"))}";
}

public sealed record AssetRecorded(Guid Assessment, AssetSaid Asset) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Asset recorded: {0}", Asset.Tell(words)];
}

public sealed record AssetCorrected(Guid Assessment, AssetSaid Was, AssetSaid Asset) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Asset corrected: {0}; before: {1}", Asset.Tell(words), Was.Tell(words)];
}

/// <summary>Somebody decided which Asset is the start and which the programme's end; the days, null where none is.</summary>
public sealed record AssetsDecided(DateOnly? WasStart, DateOnly? WasEnd, DateOnly? Start, DateOnly? End) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        words["Decided which Asset the return reads: start {0}, end of the programme {1}; before: {2} and {3}", Day(words, Start), Day(words, End), Day(words, WasStart), Day(words, WasEnd)];

    private static string Day(Words words, DateOnly? day) => day is { } d ? new Days(words).Plain(d) : words["none"];
}
