using System.Globalization;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.Hand;

/// <summary>How the way of a return is said.</summary>
public sealed class HandingWords(Words words)
{
    private readonly Days _days = new(words);

    public string State(ReturnState state) =>
        state switch
        {
            ReturnState.Draft => words["Draft"],
            ReturnState.Checked => words["Checked, not submitted"],
            ReturnState.Submitted => words["Submitted, waits for a signature"],
            ReturnState.SentBack => words["Sent back"],
            _ => words["Handed in"],
        };

    /// <summary>The state without what only figures tell: for lists.</summary>
    public string State(Standing standing) => State(standing.State(""));

    public string Refusal(HandingRefusal refusal) => words[Key(refusal)];

    public static string Key(HandingRefusal refusal) =>
        refusal switch
        {
            HandingRefusal.NotOver => Words.Key("The quarter is not over: the figures can still grow."),
            HandingRefusal.Stopped => Words.Key("Something stops the return. Mend it, or have it accepted where that is allowed."),
            HandingRefusal.NotChecked => Words.Key("The figures changed since they were checked. Check them again, then submit."),
            HandingRefusal.Waits => Words.Key("A version waits for its signature. It has to be signed or sent back first."),
            HandingRefusal.NothingNew => Words.Key("These are the figures that are handed in already."),
            HandingRefusal.NoReason => Words.Key("Say why, in at most 1,000 characters."),
            HandingRefusal.NothingToSign => Words.Key("Nothing waits for a signature."),
            _ => Words.Key("You submitted this version. Somebody else has to sign it."),
        };

    public string Obstacle(Obstacle obstacle) =>
        obstacle.Kind switch
        {
            ObstacleKind.Totals => words["Gender, ethnicity or offence stands in no list"],
            ObstacleKind.EndAsset => words["The end Asset is missing or lacks scores"],
            ObstacleKind.StartAsset => words["The start Asset is missing or lacks scores"],
            _ => Missing(obstacle.Text),
        };

    /// <summary>Kinds as the frozen bundle has them.</summary>
    public string Kind(string kind) => kind == nameof(ObstacleKind.StartAsset) ? words["The start Asset is missing or lacks scores"] : words["A residence or a counting date is missing"];

    public string Late(Lateness late) =>
        late.Is switch
        {
            Timeliness.NotAsked => words["The quarter is not over"],
            Timeliness.BeforeRecording => words["Not late: before recording began here"],
            Timeliness.Due => words["Due by {0}", _days.Plain(late.Due)],
            Timeliness.InTime => words["In time"],
            Timeliness.TooLate => words.N(late.Days, "{0} day late", "{0} days late"),
            _ => words.N(late.Days, "Overdue by {0} day", "Overdue by {0} days"),
        };

    public string At(DateTimeOffset at) => words["{0} at {1}", _days.Plain(DateOnly.FromDateTime(London.Civil(at))), London.Civil(at).ToString("HH:mm", CultureInfo.InvariantCulture)];

    public string ReadingOf(string code) => code == Readings.ByPeriodEnd ? words["started by the end of the quarter"] : words["started in the quarter"];

    private string Missing(string text)
    {
        const string residence = "no residence on ";
        return text.StartsWith(residence, StringComparison.Ordinal)
            ? words["No usual residence is recorded for {0}", _days.Plain(DateOnly.ParseExact(text[residence.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture))]
            : words["Neither the arrest nor the offence date of sentence {0} is known", text["no arrest or offence date on sentence ".Length..]];
    }
}
