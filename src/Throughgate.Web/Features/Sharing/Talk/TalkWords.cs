using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Talk;

/// <summary>The answers about a talk as they are said; English, the keys of their Welsh.</summary>
public static class TalkWords
{
    public static IReadOnlyList<string> UnderstoodCodes { get; } = ["yes", "with_help", "no"];

    public static IReadOnlyList<string> CompetenceCodes { get; } = ["gillick", "capacity", "not_competent"];

    public static IReadOnlyList<string> ParentViewCodes { get; } = ["agrees", "disagrees", "not_asked"];

    public const string Yes = "yes";
    public const string No = "no";
    public const string NotAsked = "not_asked";

    public static IReadOnlyList<string> StatisticsCodes { get; } = [Yes, No, NotAsked];

    public static string Statistics(string code) => code switch
    {
        Yes => Words.Key("Yes, without the name"),
        No => Words.Key("No, not for evaluation"),
        _ => Words.Key("We did not talk about it: it stays as it was"),
    };

    public static string Understood(string? code) => code switch
    {
        "yes" => Words.Key("Yes: they said it back in their own words"),
        "with_help" => Words.Key("Yes, with help: pictures, an interpreter, somebody they trust"),
        _ => Words.Key("No, not yet"),
    };

    public static string Competence(string? code) => code switch
    {
        "gillick" => Words.Key("Under 16, and understands enough to decide (Gillick)"),
        "capacity" => Words.Key("16 or over, and able to decide"),
        _ => Words.Key("Not able to decide this alone"),
    };

    public static string ParentView(string? code) => code switch
    {
        "agrees" => Words.Key("They agree"),
        "disagrees" => Words.Key("They do not agree"),
        _ => Words.Key("Not asked"),
    };
}
