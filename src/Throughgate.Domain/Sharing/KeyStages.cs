namespace Throughgate.Domain.Sharing;

/// <summary>Something that went from the YOT to custody or back at a key stage.</summary>
/// <param name="StageOn">The review's day; the day of sentence for stages that come once.</param>
/// <param name="Item">A code of <see cref="KeyStages.Items"/>.</param>
public readonly record struct StageExchange(string Stage, DateOnly StageOn, string Item, DateOnly On);

/// <summary>The six stages at which custody and YOT exchange information, and what goes which way at each (INF-8).</summary>
public static class KeyStages
{
    public const string Sentence = "sentence";
    public const string Planning = "planning";
    public const string Review = "review";
    public const string BeforeRelease = "before_release";
    public const string Release = "release";
    public const string MonthAfter = "month_after";

    public static IReadOnlyList<string> All { get; } = [Sentence, Planning, Review, BeforeRelease, Release, MonthAfter];

    /// <summary>What goes to custody at a stage.</summary>
    public static IReadOnlyList<string> ToCustody(string stage) => stage switch
    {
        Sentence => ["assessment", "court_report", "safety", "education_so_far"],
        Planning => ["plan_aims", "who_comes"],
        Review => ["home_news"],
        BeforeRelease => ["release_plan", "education_place"],
        Release => ["who_meets"],
        _ => ["how_it_goes"],
    };

    /// <summary>What goes to the YOT at a stage.</summary>
    public static IReadOnlyList<string> ToYot(string stage) => stage switch
    {
        Sentence => ["arrived", "named_contact"],
        Planning => ["custody_plan", "education_in_custody"],
        Review => ["progress", "date_changes"],
        BeforeRelease => ["licence_draft", "health_summary"],
        Release => ["licence", "belongings"],
        _ => ["certificates"],
    };

    public static IReadOnlyList<string> Items(string stage) => [.. ToCustody(stage), .. ToYot(stage)];
}
