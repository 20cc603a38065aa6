using Throughgate.Domain.Rules;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Temporary;

/// <summary>A release on temporary licence, from request to outcome.</summary>
public sealed record TemporaryReleaseSaid(
    string Purpose,
    DateOnly AskedOn,
    DateOnly? From,
    DateOnly? To,
    DateOnly? RiskAssessedOn,
    string? Risk,
    string? Decision,
    DateOnly? DecidedOn,
    string? Reason,
    string? Outcome
)
{
    public static TemporaryReleaseSaid Of(TemporaryReleaseRow row) =>
        new(row.Purpose, row.AskedOn, row.FromOn, row.ToOn, row.RiskAssessedOn, row.Risk, row.Decision, row.DecidedOn, row.Reason, row.Outcome);

    public void Write(TemporaryReleaseRow row)
    {
        (row.Purpose, row.AskedOn, row.FromOn, row.ToOn) = (Purpose, AskedOn, From, To);
        (row.RiskAssessedOn, row.Risk, row.Decision, row.DecidedOn, row.Reason, row.Outcome) = (RiskAssessedOn, Risk, Decision, DecidedOn, Reason, Outcome);
    }

    /// <summary>What is wrong with it as a whole, by field (REL-11); English, the key of its Welsh.</summary>
    [Rule("REL-11")]
    public IEnumerable<(string Field, string Problem)> Problems(DateOnly today)
    {
        if (AskedOn > today)
        {
            yield return ("AskedOn-day", Words.Key("This day is still to come: record it once it has happened"));
        }

        if (To < From)
        {
            yield return ("To-day", Words.Key("The last day is before the first: mend one of them"));
        }

        if (RiskAssessedOn > today)
        {
            yield return ("RiskAssessedOn-day", Words.Key("This day is still to come: record it once it has happened"));
        }

        if (DecidedOn > today)
        {
            yield return ("DecidedOn-day", Words.Key("This day is still to come: record it once it has happened"));
        }

        if (Decision is not null && DecidedOn is null)
        {
            yield return ("DecidedOn-day", Words.Key("Enter the day of the decision"));
        }

        if (Decision == "agreed" && RiskAssessedOn is null)
        {
            yield return ("RiskAssessedOn-day", Words.Key("Enter the day of the risk assessment: nobody goes out without one"));
        }

        if (Decision == "refused" && Reason is null)
        {
            yield return ("Reason", Words.Key("Enter the establishment's reason"));
        }

        if (Outcome is not null && Decision != "agreed")
        {
            yield return ("Outcome", Words.Key("Only what was agreed has an outcome: record the decision first"));
        }
    }
}

public sealed record TemporaryReleaseRecorded(Guid Row, TemporaryReleaseSaid? Was, TemporaryReleaseSaid Said) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Temporary release, {0}: {1}", words[TemporaryWords.Purpose(Said.Purpose)], words[TemporaryWords.Standing(Said.RiskAssessedOn, Said.Decision, Said.Outcome)]];
}

/// <summary>What the codes are called: English, the keys of their Welsh.</summary>
public static class TemporaryWords
{
    public static IReadOnlyList<string> Purposes { get; } = ["taster", "address", "family", "work", "other"];

    public static IReadOnlyList<string> Decisions { get; } = ["agreed", "refused"];

    public static IReadOnlyList<string> Outcomes { get; } = ["went_well", "problem", "not_used"];

    public static string Purpose(string purpose) => purpose switch
    {
        "taster" => Words.Key("Taster of education or training"),
        "address" => Words.Key("Viewing a place to live"),
        "family" => Words.Key("Time with the family"),
        "work" => Words.Key("Work or an interview"),
        _ => Words.Key("Another purpose"),
    };

    public static string Decision(string decision) => decision == "agreed" ? Words.Key("Agreed") : Words.Key("Refused by the establishment");

    public static string Outcome(string outcome) => outcome switch
    {
        "went_well" => Words.Key("It went well"),
        "problem" => Words.Key("There was a problem"),
        _ => Words.Key("It was not used"),
    };

    public static string Standing(TemporaryReleaseRow row) => Standing(row.RiskAssessedOn, row.Decision, row.Outcome);

    public static string Standing(DateOnly? assessed, string? decision, string? outcome) =>
        outcome is not null ? Outcome(outcome)
        : decision is not null ? Decision(decision)
        : assessed is not null ? Words.Key("Risk assessed, not decided yet")
        : Words.Key("Asked for, risk not assessed yet");
}
