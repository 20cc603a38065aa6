namespace Throughgate.Domain.Briefings;

/// <summary>By what a briefing counts those in custody, in the order of the page; everybody stands in exactly one row of each.</summary>
public enum BriefingTable
{
    Yot,
    Leaves,
    Offence,
    Age,
    EthnicGroup,
    LookedAfter,
    Send,
    SentencedBefore,
    Establishment,
}

public static class BriefingTables
{
    /// <summary>The row of everybody who is not in one of their own.</summary>
    public const string Others = "others";

    private const int Weeks4 = 28;
    private const int Weeks12 = 84;

    public static IReadOnlyList<BriefingTable> All { get; } = Enum.GetValues<BriefingTable>();

    /// <summary>Offence groups: enough alike to be spoken of together, few enough to be shown.</summary>
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["violence_against_the_person"] = "violence",
        ["robbery"] = "violence",
        ["racially_aggravated_offences"] = "violence",
        ["death_or_injury_by_dangerous_driving"] = "violence",
        ["sexual_offences"] = "sexual",
        ["domestic_burglary"] = "taking",
        ["non_domestic_burglary"] = "taking",
        ["theft_and_handling_stolen_goods"] = "taking",
        ["vehicle_theft_or_unauthorised_taking"] = "taking",
        ["fraud_and_forgery"] = "taking",
        ["drugs"] = "drugs",
        ["breach_of_bail"] = "breach",
        ["breach_of_conditional_discharge"] = "breach",
        ["breach_of_statutory_order"] = "breach",
    };

    /// <summary>A code of a list, <c>yes</c> or <c>no</c>, or a word of this file; empty where it is not known.</summary>
    /// <param name="groupOf">The ethnic group of a code.</param>
    public static string RowOf(this BriefingTable table, HeldPerson one, Func<string, string> groupOf) =>
        table switch
        {
            BriefingTable.Yot => one.Yot,
            BriefingTable.Leaves => LeavesIn(one),
            BriefingTable.Offence => Groups.GetValueOrDefault(one.Custody.MainOffence, "other"),
            BriefingTable.Age => one.Age switch { < 15 => "under_15", < 17 => "15_16", 17 => "17", _ => "over_17" },
            BriefingTable.EthnicGroup => groupOf(one.Person.Ethnicity),
            BriefingTable.LookedAfter => YesOrNo(one.Person.LookedAfter),
            BriefingTable.Send => YesOrNo(one.Person.Send),
            BriefingTable.SentencedBefore => YesOrNo(one.SentencedBefore),
            _ => one.Establishment ?? "",
        };

    private static string LeavesIn(HeldPerson one) =>
        one.Leaves is not { } leaves ? ""
        : leaves <= one.On ? "passed"
        : leaves.DayNumber - one.On.DayNumber <= Weeks4 ? "4_weeks"
        : leaves.DayNumber - one.On.DayNumber <= Weeks12 ? "12_weeks"
        : "later";

    private static string YesOrNo(bool? known) => known switch { true => "yes", false => "no", null => "" };
}
