using System.Text.Json;
using Throughgate.Domain.Log;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Log;

/// <summary>A manager asked about looks at a record. It stands in history, and not on the young person's timeline, which whoever looked can read.</summary>
public sealed record LookReviewed(Guid LogRow, Guid Looker, DateOnly On, string Found, string Note) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A look at the record was asked about: {0}", words[LogWords.Found(Found)]];
}

/// <summary>The log in words.</summary>
public static class LogWords
{
    public static string Found(string code) => code switch
    {
        LookReview.Plain => Words.Key("There was a good reason"),
        LookReview.Wrong => Words.Key("There was none, and it is dealt with"),
        _ => Words.Key("Still being looked into"),
    };

    public static string Of(Oddity odd) => odd switch
    {
        Oddity.SameSurname => Words.Key("Same surname"),
        Oddity.ManyInARow => Words.Key("Many in a row"),
        Oddity.NotTheirs => Words.Key("Not on their caseload"),
        Oddity.NothingRecorded => Words.Key("Nothing recorded after"),
        Oddity.OutOfHours => Words.Key("Out of hours"),
        Oddity.ClosedLong => Words.Key("Closed long ago"),
        Oddity.AgainAndAgain => Words.Key("Again and again"),
        _ => Words.Key("Took a copy"),
    };

    public static string Outcome(string code) => code switch
    {
        "shown" => Words.Key("Read"),
        "changed" => Words.Key("Changed"),
        "refused" => Words.Key("Refused"),
        "not_done" => Words.Key("Not done"),
        "exported" => Words.Key("Took out as a file"),
        "printed" => Words.Key("Printed"),
        "imported" => Words.Key("Brought in"),
        "signed_in" => Words.Key("Signed in"),
        "signed_out" => Words.Key("Signed out"),
        "sent_on" => Words.Key("Sent on"),
        _ => code.Replace('_', ' '),
    };

    /// <summary>The page without keys: "GET /young-people/{id:guid}/plan" is "young-people/plan".</summary>
    public static string Page(string action) => string.Join('/', action[(action.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('/').Where(p => !p.StartsWith('{')));

    /// <summary>What was searched for or taken out, where the row says so.</summary>
    public static string? Said(string detail)
    {
        try
        {
            using var json = JsonDocument.Parse(detail);
            return json.RootElement.ValueKind == JsonValueKind.Object && (json.RootElement.TryGetProperty("searched", out var said) || json.RootElement.TryGetProperty("exported", out said)) ? said.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
