using Throughgate.Domain.Releases;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases;

/// <summary>What the codes of a release are called: English, the keys of their Welsh.</summary>
public static class ReleaseWords
{
    /// <summary>In full, as the young person's page has it; null for an item that the scheme named itself.</summary>
    public static string? Item(string item) => item switch
    {
        "national_insurance" => Words.Key("National Insurance number"),
        "bank_account" => Words.Key("Bank account"),
        "substance_screening" => Words.Key("Substance misuse screening"),
        "ete_place" => Words.Key("Place in education, training or work, and its first day"),
        "health_handover" => Words.Key("GP and health handover, with medication"),
        "benefits_claim" => Words.Key("Benefits claim"),
        "release_travel" => Words.Key("Travel on the day of release"),
        "clothes" => Words.Key("Clothes"),
        ReleaseItems.WhoMeets => Words.Key("Who meets or collects the young person"),
        ReleaseItems.Mentor => Words.Key("A mentor for the first weeks"),
        _ => null,
    };

    /// <summary>In one or two words, as the head of a column of the board.</summary>
    public static string Brief(string item) => item switch
    {
        "national_insurance" => Words.Key("NI number"),
        "bank_account" => Words.Key("Bank"),
        "substance_screening" => Words.Key("Screening"),
        "ete_place" => Words.Key("ETE"),
        "health_handover" => Words.Key("GP"),
        "benefits_claim" => Words.Key("Benefits"),
        "release_travel" => Words.Key("Travel"),
        "clothes" => Words.Key("Clothes"),
        _ => Words.Key("Who meets"),
    };

    public static string State(string? state) => state switch
    {
        ReleaseItemStates.Booked => Words.Key("Booked"),
        ReleaseItemStates.Done => Words.Key("Done"),
        ReleaseItemStates.NotNeeded => Words.Key("Not needed"),
        _ => Words.Key("Not started"),
    };

    /// <summary>The class of the colour of a state; the word comes first.</summary>
    /// <param name="late">The day by which the list is to be done has passed (REL-6).</param>
    public static string Css(string? state, bool late) => state switch
    {
        ReleaseItemStates.Booked => "tg-ready tg-ready--booked",
        ReleaseItemStates.Done => "tg-ready tg-ready--done",
        ReleaseItemStates.NotNeeded => "tg-ready tg-ready--none",
        _ => late ? "tg-ready tg-ready--late" : "tg-ready tg-ready--open",
    };

    public static string Exchange(string what) => what switch
    {
        Exchanges.EducationAsked => Words.Key("Education background asked from the home YOT"),
        Exchanges.EducationAnswered => Words.Key("Education background answered by the home YOT"),
        _ => Words.Key("Progress fed back to the establishment"),
    };

    public static string Stage(string stage) => stage == FeedbackStages.OneMonth ? Words.Key("Feedback one month after release") : Words.Key("Feedback three months after release");
}
