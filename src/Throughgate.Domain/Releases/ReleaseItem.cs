namespace Throughgate.Domain.Releases;

/// <summary>How far one item of a release is.</summary>
/// <param name="Item">A code of <see cref="ReleaseItems"/>, or the key of an item that the scheme added.</param>
/// <param name="State">A code of <see cref="ReleaseItemStates"/>.</param>
/// <param name="On">The day on which that state was reached.</param>
public readonly record struct ReleaseItem(string Item, string State, DateOnly On)
{
    /// <summary>Nothing more is to be done for it.</summary>
    public bool IsAnswered => State is ReleaseItemStates.Done or ReleaseItemStates.NotNeeded;
}

/// <summary>An item that the scheme adds to everybody's ready-to-leave list, and the days on which it asks for it.</summary>
/// <param name="Item">Its key, in 32 letters.</param>
public readonly record struct OwnItem(string Item, DateRange Days);

public static class ReleaseItemStates
{
    public const string NotStarted = "not_started";
    public const string Booked = "booked";
    public const string Done = "done";
    public const string NotNeeded = "not_needed";

    public static IReadOnlyList<string> All { get; } = [NotStarted, Booked, Done, NotNeeded];
}

public static class ReleaseItems
{
    /// <summary>Who meets or collects the young person on the day (REL-1); not on the list of REL-6.</summary>
    public const string WhoMeets = "who_meets";

    /// <summary>A mentor was considered for the first weeks (REL-8); not on the list of REL-6.</summary>
    public const string Mentor = "mentor";

    /// <summary>The ready-to-leave list that every scheme asks (REL-6), in its order.</summary>
    public static IReadOnlyList<string> List { get; } =
        ["national_insurance", "bank_account", "substance_screening", "ete_place", "health_handover", "benefits_claim", "release_travel", "clothes"];
}

/// <summary>Something that went between the scheme, the home YOT and the establishment.</summary>
/// <param name="What">A code of <see cref="Exchanges"/>.</param>
public readonly record struct Exchange(string What, DateOnly On);

public static class Exchanges
{
    public const string EducationAsked = "education_asked";
    public const string EducationAnswered = "education_answered";
    public const string ProgressFedBack = "progress_fed_back";

    public static IReadOnlyList<string> All { get; } = [EducationAsked, EducationAnswered, ProgressFedBack];
}

/// <summary>A feedback form answered with the young person.</summary>
/// <param name="Stage">A code of <see cref="FeedbackStages"/>.</param>
public readonly record struct Feedback(string Stage, DateOnly On);

public static class FeedbackStages
{
    public const string OneMonth = "month_1";
    public const string ThreeMonths = "month_3";

    public static IReadOnlyList<string> All { get; } = [OneMonth, ThreeMonths];
}

/// <summary>Weekend provision in one of the first weeks after release; null where nobody recorded it.</summary>
/// <param name="Week">1 for the week that begins with the day of release.</param>
public readonly record struct WeekendProvision(int Week, bool? Offered, bool? TakenUp);
