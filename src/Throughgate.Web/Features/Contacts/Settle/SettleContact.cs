using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Contacts.Settle;

/// <summary>Says with one press how a planned contact went: attended, missed or cancelled. Its note and its place stay.</summary>
public sealed class SettleContact(Db db, Actor actor, TimeProvider time)
{
    public static IReadOnlyList<string> Outcomes { get; } = [ContactOutcomes.Attended, ContactOutcomes.Missed, ContactOutcomes.Cancelled];

    /// <summary>Why it cannot be; null where it can. English, the key of its Welsh.</summary>
    public static string? Problem(ContactRow row, string? outcome, DateOnly today) =>
        !Outcomes.Contains(outcome) ? Words.Key("Choose how it went")
        : row.Outcome != ContactOutcomes.Planned ? Words.Key("Somebody has already said how this contact went. Correct it on the young person’s page if that is wrong.")
        : outcome != ContactOutcomes.Cancelled && DateOnly.FromDateTime(row.HeldAt) > today ? Words.Key("This contact is still to come: it can only be cancelled.")
        : null;

    /// <param name="shown">The version that the page was opened on.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    public async Task RunAsync(OfCase of, ContactRow row, int shown, string outcome)
    {
        row.Correct(shown);
        row.Outcome = outcome;
        await db.SaveAsync(actor, time, new ContactSettled(row.Id, row.HeldAt, row.Kind, outcome) { PersonId = of.Person.Id, CaseId = of.Case.Id });
    }
}

public sealed record ContactSettled(Guid Contact, DateTime At, string ContactKind, string Outcome) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        words["Planned contact settled: {0}, {1}, {2}", words[Reference.Instance.Label("contact", ContactKind)], new Days(words).Short(DateOnly.FromDateTime(At)), words[Reference.Instance.Label("outcome", Outcome)]];
}
