using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Merges.Join;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Merges.Undo;

/// <summary>A merge as it would be undone now.</summary>
/// <param name="Back">Rows that go back to the other record.</param>
/// <param name="Fields">What the record that stays says again, since nobody changed it meanwhile.</param>
public sealed record Undoing(Merge Merge, MergeKept Kept, Person Stays, Person Other, IReadOnlyList<EntityEntry> Rows, IReadOnlyList<EntityEntry> Back, IReadOnlyList<MergedField> Fields)
{
    public IReadOnlyDictionary<string, int> Moved => Back.GroupBy(r => r.Table(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}

/// <summary>
/// Undoes a merge: the rows that it moved go back, as they are now; what it replaced and took out is put back where nobody changed it since. What was added
/// meanwhile stays, but for programmes and returns to custody that stand on a sentence which goes back: they go with it.
/// </summary>
public sealed class UndoMerge(Visible visible, Db db, Actor actor, TimeProvider time)
{
    /// <summary>Null where there is no such merge, it was undone, or it is not this actor's to see.</summary>
    public async Task<Undoing?> FindAsync(Guid person, Guid merge, CancellationToken cancel)
    {
        if (
            await visible.FollowedAsync(person, cancel) is not { } stays
            || await db.Set<Merge>().FirstOrDefaultAsync(m => m.Id == merge && m.StaysId == person && m.UndoneAt == null, cancel) is not { } found
        )
        {
            return null;
        }

        var kept = JsonSerializer.Deserialize<MergeKept>(found.Kept)!;
        var other = (await db.MergedPeopleAsync(person, cancel)).Single(p => p.Id == found.OtherId);
        var rows = await db.RowsOfPersonAsync(person, cancel);
        var fields = kept.Fields.Where(f => PersonField.All.Single(p => p.Name == f.Name).Read(stays) == f.Is).ToList();
        return new(found, kept, stays, other, rows, GoBack(rows, kept), fields);
    }

    /// <summary>What stands in the way, in English, the key of its Welsh; null where nothing does.</summary>
    public async Task<string?> InTheWayAsync(Undoing of, CancellationToken cancel)
    {
        var newer = await db.Set<Merge>().AnyAsync(m => m.StaysId == of.Stays.Id && m.UndoneAt == null && m.Id != of.Merge.Id && m.At > of.Merge.At, cancel);
        var back = of.Back.Select(r => r.Entity).ToList();
        var sentences = back.OfType<Sentence>().Select(s => s.Id).ToHashSet();
        var takenOut = of.Kept.Rows.Where(r => r.TakenOut).ToDictionary(r => r.Row, r => r.Version);
        var homes = of.Rows.Select(r => r.Entity).OfType<ResidenceRow>().Where(r => !r.Voided || (takenOut.TryGetValue(r.Id, out var left) && r.Version == left)).ToList();
        return newer ? Words.Key("Another record was merged into this one later. Undo that merge first.")
            : back.OfType<Case>().Any(c => !c.Voided && !sentences.Contains(c.SentenceId))
                ? Words.Key("A programme of the other record now stands on a sentence of the record that stays. Move it to a sentence of its own first.")
            : ResidenceDays.Together([.. homes.Where(back.Contains)]) is not null || ResidenceDays.Together([.. homes.Except(back.OfType<ResidenceRow>())]) is not null
                ? Words.Key("A usual residence that was recorded since the merge falls together with one that would come back. Take out one of them first, on the page of usual residences.")
            : null;
    }

    /// <exception cref="ChangedMeanwhileException">Somebody else undid it, or changed a row, a moment ago.</exception>
    public async Task RunAsync(Undoing of, string why)
    {
        var (stays, other) = (of.Stays, of.Other);
        foreach (var row in of.Back)
        {
            row.MoveTo(other.Id);
        }

        Restore(of);
        var untouched = stays.Version == of.Kept.Version;
        foreach (var field in of.Fields)
        {
            PersonField.All.Single(p => p.Name == field.Name).Write(stays, field.Was);
        }

        stays.Correct(stays.Version);
        stays.SearchName = Names.Search(stays.FirstName, stays.LastName);
        stays.Origin = untouched ? of.Kept.Origin : stays.Origin;
        (other.MergedInto, other.Voided, other.Version) = (null, false, other.Version + 1);
        foreach (var pointing in (await db.MergedPeopleAsync(stays.Id)).Where(p => of.Kept.Pointing.Contains(p.Id)))
        {
            pointing.MergedInto = other.Id;
        }

        of.Merge.UndoneAt = time.GetUtcNow();
        var fields = of.Fields.Select(f => f.Name).ToList();
        await db.SaveAsync(
            actor,
            time,
            new MergeUndone(of.Merge.Id, other.Reference, of.Moved, fields) { PersonId = stays.Id, Why = why },
            new MergeUndone(of.Merge.Id, other.Reference, of.Moved, fields) { PersonId = other.Id, Why = why }
        );
    }

    // Residences that the merge made ours or took out, where nobody touched them since.
    private static void Restore(Undoing of)
    {
        var before = of.Kept.Rows.Where(r => r.Table == "residences").ToDictionary(r => r.Row);
        foreach (var row in of.Rows.Select(r => r.Entity).OfType<ResidenceRow>().Where(r => before.ContainsKey(r.Id)))
        {
            var kept = before[row.Id];
            row.ImportId = kept.Import;
            if (kept.Version != row.Version)
            {
                continue;
            }

            if (kept.TakenOut)
            {
                row.Correct(row.Version);
                row.Voided = false;
            }

            row.Origin = kept.Origin;
        }
    }

    private static List<EntityEntry> GoBack(IReadOnlyList<EntityEntry> rows, MergeKept kept)
    {
        var moved = kept.Rows.Where(r => r.Moved).Select(r => (r.Table, r.Row)).ToHashSet();
        var back = rows.Where(r => moved.Contains((r.Table(), r.Key()))).ToHashSet();
        var sentences = back.Select(r => r.Entity).OfType<Sentence>().Select(s => s.Id).ToHashSet();
        int before;
        do
        {
            before = back.Count;
            foreach (var row in rows)
            {
                if (row.Entity is Sentence { FollowsId: { } first } next && sentences.Contains(first) && back.Add(row))
                {
                    sentences.Add(next.Id);
                }
            }
        } while (back.Count > before);

        var own = kept.Rows.Where(r => !r.Moved).Select(r => r.Row).ToHashSet();
        back.UnionWith(rows.Where(r => r.Entity is Case on && sentences.Contains(on.SentenceId) && !own.Contains(on.Id)));
        return [.. rows.Where(back.Contains)];
    }
}
