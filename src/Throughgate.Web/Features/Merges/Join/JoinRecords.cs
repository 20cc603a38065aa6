using System.Text.Json;
using Throughgate.Domain.People;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Merges.Join;

/// <summary>Two records that somebody says are one person, both followed for changes.</summary>
/// <param name="OtherHolds">Names of the fields in which the other record's value holds.</param>
/// <param name="OtherLivesHold">Where residences fall together those of the other record hold; else those of the one that stays.</param>
public sealed record Joining(Person Stays, Person Other, IReadOnlySet<string> OtherHolds, bool OtherLivesHold, string Why);

/// <summary>
/// Merges: every row of the other record is moved to the one that stays, in one save; the other keeps its reference and points there. What is moved
/// and replaced is kept, so that <see cref="Undo.UndoMerge"/> can put back exactly that. Nothing is deleted.
/// </summary>
public sealed class JoinRecords(Db db, Actor actor, TimeProvider time)
{
    /// <exception cref="ChangedMeanwhileException">Somebody changed one of the records since, or recorded something on the other.</exception>
    public async Task RunAsync(Joining of, int staysShown, int otherShown, CancellationToken cancel)
    {
        var (stays, other) = (of.Stays, of.Other);
        if (other.Version != otherShown)
        {
            throw new ChangedMeanwhileException();
        }

        var origin = stays.Origin;
        stays.Correct(staysShown);
        var fields = Replace(of);
        var (mine, theirs) = (await db.RowsOfPersonAsync(stays.Id, cancel), await db.RowsOfPersonAsync(other.Id, cancel));
        var kept = Residences([.. mine.Select(r => r.Entity).OfType<ResidenceRow>()], [.. theirs.Select(r => r.Entity).OfType<ResidenceRow>()], of.OtherLivesHold);
        foreach (var row in theirs)
        {
            row.MoveTo(stays.Id);
            if (row.Entity is not ResidenceRow { } residence || !kept.ContainsKey(residence.Id))
            {
                kept[row.Key()] = new(row.Table(), row.Key(), true, (row.Entity as Row)?.Origin ?? "", (row.Entity as Row)?.ImportId, (row.Entity as Row)?.Version ?? 0, false);
            }
        }

        var pointing = await db.MergedPeopleAsync(other.Id, cancel);
        pointing.ForEach(p => p.MergedInto = stays.Id);
        (other.MergedInto, other.Voided, other.Version) = (stays.Id, true, other.Version + 1);
        var merge = new Merge
        {
            OtherId = other.Id,
            StaysId = stays.Id,
            At = time.GetUtcNow(),
            ActorName = actor.Name,
            Reason = of.Why,
            Kept = JsonSerializer.Serialize(new MergeKept([.. kept.Values], fields, origin, stays.Version, [.. pointing.Select(p => p.Id)])),
        };
        db.Add(merge);
        var moved = theirs.GroupBy(r => r.Table(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        await db.SaveAsync(
            actor,
            time,
            new RecordMergedHere(merge.Id, other.Id, other.Reference, moved, fields.ToDictionary(f => f.Name, f => f.Was), fields.ToDictionary(f => f.Name, f => f.Is)) { PersonId = stays.Id, Why = of.Why },
            new RecordMergedAway(merge.Id, stays.Id, stays.Reference, moved) { PersonId = other.Id, Why = of.Why }
        );
        if ((await db.RowsOfPersonAsync(other.Id, cancel)).Count > 0)
        {
            throw new ChangedMeanwhileException();
        }
    }

    private static List<MergedField> Replace(Joining of)
    {
        var fields = new List<MergedField>();
        foreach (var field in PersonField.All.Where(f => of.OtherHolds.Contains(f.Name)))
        {
            var (was, @is) = (field.Read(of.Stays), field.Read(of.Other));
            if (was != @is)
            {
                field.Write(of.Stays, @is);
                fields.Add(new(field.Name, was, @is));
            }
        }

        of.Stays.SearchName = Names.Search(of.Stays.FirstName, of.Stays.LastName);
        return fields;
    }

    /// <summary>
    /// No two residences of one person overlap: where two fall together, those that do not hold are taken out. All of them are ours from now on, since a
    /// bundle that gives the residences of the one record would else take away those of the other.
    /// </summary>
    private static Dictionary<Guid, MergedRow> Residences(IReadOnlyList<ResidenceRow> mine, IReadOnlyList<ResidenceRow> theirs, bool otherHold)
    {
        var (hold, give) = otherHold ? (theirs, mine) : (mine, theirs);
        var kept = new Dictionary<Guid, MergedRow>();
        foreach (var row in mine.Concat(theirs).Where(r => !r.Voided))
        {
            var (origin, import) = (row.Origin, row.ImportId);
            var isOut = give.Contains(row) && hold.Any(h => !h.Voided && h.Days().Overlaps(row.Days()));
            if (isOut)
            {
                row.Void(row.Version);
            }

            (row.Origin, row.ImportId) = (Origins.Recorded, null);
            kept[row.Id] = new("residences", row.Id, theirs.Contains(row), origin, import, row.Version, isOut);
        }

        return kept;
    }
}

internal static class ResidenceDays
{
    public static DateRange Days(this ResidenceRow row) => new(row.FromOn, row.ToOn);

    /// <summary>Two of these that fall together; null where none do.</summary>
    public static (ResidenceRow One, ResidenceRow Other)? Together(IReadOnlyList<ResidenceRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = i + 1; j < rows.Count; j++)
            {
                if (rows[i].Days().Overlaps(rows[j].Days()))
                {
                    return (rows[i], rows[j]);
                }
            }
        }

        return null;
    }
}
