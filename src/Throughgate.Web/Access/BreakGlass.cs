using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Access;

/// <summary>
/// Opens, for an hour and with a reason, one record that somebody may not see, because a child cannot wait (R27). Only an exact reference, or the exact
/// name with the date of birth, finds it; managers hear of it at once, and of every try that found nothing.
/// </summary>
public sealed class BreakGlass(Connection database, Db db, Actor actor, Visible visible, TimeProvider time)
{
    /// <summary>Tries that found nothing, of one person within an hour; then no more are made.</summary>
    public const int MostTries = 5;

    /// <returns>The person whose record is open now; null where nobody is found.</returns>
    public async Task<Guid?> RunAsync(string? reference, string? name, DateOnly? born, string reason, CancellationToken cancel)
    {
        var found = await FindAsync(reference, name, born, cancel);
        if (found is not { } person)
        {
            await db.SaveAsync(actor, time, new GlassTried(reference is null) { Why = reason });
            return null;
        }

        if (!await visible.Few([person]).AnyAsync(cancel))
        {
            var now = time.GetUtcNow();
            var schemes = await SchemesAsync(person, cancel);
            db.Add(
                new GlassBroken
                {
                    AccountId = actor.Id!.Value,
                    AccountName = actor.Name,
                    PersonId = person,
                    Scheme = actor.Scheme!,
                    Told = $";{string.Join(';', schemes)};",
                    BrokenAt = now,
                    UntilAt = now + GlassBroken.Lasts,
                    Reason = reason,
                }
            );
            await db.SaveAsync(actor, time, new GlassWasBroken { PersonId = person, Why = reason });
        }

        return person;
    }

    public async Task<bool> MayTryAsync(CancellationToken cancel)
    {
        var (me, hour) = (actor.Id, time.GetUtcNow().AddHours(-1));
        return await db.History.CountAsync(h => h.ActorId == me && h.Kind == TriedKind && h.At > hour, cancel) < MostTries;
    }

    private static readonly string TriedKind = HistoryEvent.KindOf(typeof(GlassTried));

    private async Task<IEnumerable<string>> SchemesAsync(Guid person, CancellationToken cancel)
    {
        await using var all = database.Context();
        return (await all.Cases.Where(c => c.PersonId == person).Select(c => c.Scheme).Distinct().ToListAsync(cancel)).Append(actor.Scheme!).Distinct().Order(StringComparer.Ordinal);
    }

    // By the program's own eyes: the reader's do not see whom this looks for.
    private async Task<Guid?> FindAsync(string? reference, string? name, DateOnly? born, CancellationToken cancel)
    {
        await using var all = database.Context();
        if (reference is not null)
        {
            return await all.People.Where(p => p.Reference == reference).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel);
        }

        // "First Last" as people write it, whichever of several words is the surname.
        var words = Names.Fold(name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var orders = Enumerable.Range(1, Math.Max(0, words.Length - 1)).Select(i => $"{string.Join(' ', words[i..])} {string.Join(' ', words[..i])}").ToList();
        var found = await all.People.Where(p => orders.Contains(p.SearchName) && p.DateOfBirth == born).Select(p => p.Id).Take(2).ToListAsync(cancel);
        return found is [var only] ? only : null;
    }
}

/// <summary>Somebody opened this record for an hour without being one of those who may see it; why stands with the event.</summary>
public sealed record GlassWasBroken : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The glass was broken: the record was opened for an hour"];
}

/// <summary>Somebody tried to break the glass, and nobody of that reference or name was found.</summary>
public sealed record GlassTried(bool ByName) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Somebody tried to break the glass, and no record was found"];
}
