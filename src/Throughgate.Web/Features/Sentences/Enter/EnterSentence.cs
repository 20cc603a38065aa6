using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Sentences.Enter;

/// <summary>A sentence or remand as somebody entered it, already checked.</summary>
/// <param name="Months">Length of a detention and training order; null for others.</param>
/// <param name="Follows">The sentence that the open programme stands on, where it goes on with this one.</param>
public sealed record SentenceEntry(
    string Type,
    string MainOffence,
    DateOnly? OffenceOn,
    DateOnly? ArrestedOn,
    DateOnly SentencedOn,
    string? Establishment,
    int? Months,
    Guid? Follows
);

/// <summary>Enters a sentence with its first dates; every duty follows from them.</summary>
public sealed class EnterSentence(Db db, Actor actor, TimeProvider time)
{
    public async Task<Guid> RunAsync(Guid person, SentenceEntry entry, (DateOnly? On, string? SaidBy) expected, (DateOnly? On, string? SaidBy) ends, DateOnly today)
    {
        var row = Row(person, entry);
        db.Add(row);
        SentenceRows.AddBelow(db, row, entry.Establishment, expected, ends, today);
        await db.SaveAsync(actor, time, new SentenceEntered(row.Id, entry.Type, entry.MainOffence, entry.SentencedOn, entry.Months, expected.On, ends.On) { PersonId = person });
        return row.Id;
    }

    private static Sentence Row(Guid person, SentenceEntry entry)
    {
        var row = new Sentence
        {
            Reference = "",
            PersonId = person,
            Type = entry.Type,
            Kind = Reference.Instance.KindOf(entry.Type).ToString().ToLowerInvariant(),
            MainOffence = entry.MainOffence,
            OffenceOn = entry.OffenceOn,
            ArrestedOn = entry.ArrestedOn,
            SentencedOn = entry.SentencedOn,
            FollowsId = entry.Follows,
        };
        row.Reference = $"T-{row.Id:N}";
        return row;
    }
}
