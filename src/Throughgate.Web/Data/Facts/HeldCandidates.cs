using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;

namespace Throughgate.Web.Data.Facts;

/// <summary>Whoever may have been in custody on a day and lives, or lived, in one of the YOTs. The briefing decides; this keeps it from reading everybody.</summary>
public static class HeldCandidates
{
    private const int AtOnce = 500;

    /// <summary>Their facts: one round trip whom, and one for each 500.</summary>
    public static async IAsyncEnumerable<PersonFacts> FactsAsync(Connection connection, IReadOnlySet<string> yots, DateOnly day, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        var areas = yots.Order(StringComparer.Ordinal).ToList();
        var residents = db.Residences.Where(r => areas.Contains(r.Yot)).Select(r => r.PersonId);
        var people = await db.Sentences
            .Where(s => s.Kind == "custodial" && s.SentencedOn <= day && (s.ReleasedOn == null || s.ReleasedOn > day) && residents.Contains(s.PersonId))
            .Select(s => s.PersonId)
            .Distinct()
            .ToListAsync(cancel);
        await using var reader = await connection.OpenAsync(cancel: cancel);
        foreach (var lot in people.Chunk(AtOnce))
        {
            foreach (var person in await reader.FactsOfAsync(lot, Gather.ForFigures, cancel))
            {
                yield return person;
            }
        }
    }
}
