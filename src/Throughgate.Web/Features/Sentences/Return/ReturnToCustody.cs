using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sentences.Return;

/// <summary>A return to custody as somebody entered it, already checked.</summary>
public sealed record ReturnEntry(DateOnly On, string Reason, string? Establishment, DateOnly? ExpectedOn, DateOnly? EndsOn, string? SaidBy);

/// <summary>
/// Makes the row of a return to custody: a sentence of the same type and offence that follows the one before it, so that its release counts as a
/// release, its duties are reckoned from the day of the return, and the programme goes on with it.
/// </summary>
public sealed class ReturnToCustody(Db db, Actor actor, TimeProvider time)
{
    /// <summary>Why somebody is back in custody, and how it is said (English, the key of its Welsh).</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["recall"] = Words.Key("Recalled on licence"),
        ["breach"] = Words.Key("Breach of supervision or of the order"),
        ["other"] = Words.Key("Another reason"),
    };

    public async Task RunAsync(Sentence before, ReturnEntry entry, DateOnly today)
    {
        var row = new Sentence
        {
            Reference = "",
            PersonId = before.PersonId,
            Type = before.Type,
            Kind = before.Kind,
            MainOffence = before.MainOffence,
            OffenceOn = before.OffenceOn,
            ArrestedOn = before.ArrestedOn,
            SentencedOn = entry.On,
            FollowsId = before.Id,
        };
        row.Reference = $"T-{row.Id:N}";
        db.Add(row);
        SentenceRows.AddBelow(db, row, entry.Establishment, (entry.ExpectedOn, entry.SaidBy), (entry.EndsOn, entry.SaidBy), today);
        await db.SaveAsync(actor, time, new ReturnedToCustody(row.Id, before.Id, entry.On, entry.Reason) { PersonId = before.PersonId });
    }
}
