using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Records;

/// <summary>Every row that belongs to one young person, in whichever table: found from the model, so that a new table cannot be forgotten.</summary>
public static class PersonRows
{
    private static readonly MethodInfo Read = typeof(PersonRows).GetMethod(nameof(OfAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The types of these rows, by name.</summary>
    public static IReadOnlyList<Type> KindsOfPersonRow(this Db db) =>
        [.. db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.IsAssignableTo(typeof(IOfPerson))).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Followed for changes, and those that are voided too.</summary>
    public static async Task<IReadOnlyList<EntityEntry>> RowsOfPersonAsync(this Db db, Guid person, CancellationToken cancel = default)
    {
        var rows = new List<EntityEntry>();
        foreach (var kind in db.KindsOfPersonRow())
        {
            rows.AddRange(await (Task<List<EntityEntry>>)Read.MakeGenericMethod(kind).Invoke(null, [db, person, cancel])!);
        }

        return rows;
    }

    public static string Table(this EntityEntry row) => row.Metadata.GetTableName()!;

    public static Guid Key(this EntityEntry row) => (Guid)row.Property(row.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!;

    /// <summary>Hangs a row on another record.</summary>
    public static void MoveTo(this EntityEntry row, Guid person) => row.Property(nameof(IOfPerson.PersonId)).CurrentValue = person;

    /// <summary>The record that one was merged into; null where it was not.</summary>
    public static Task<Guid?> MergedIntoAsync(this Db db, Guid person, CancellationToken cancel = default) =>
        db.People.IgnoreQueryFilters().Where(p => p.Id == person).Select(p => p.MergedInto).FirstOrDefaultAsync(cancel);

    /// <summary>The record into which the one of that reference was merged; null where it was not.</summary>
    public static Task<Guid?> MergedIntoAsync(this Db db, string reference, CancellationToken cancel = default)
    {
        var upper = reference.ToUpperInvariant();
        return db.People.IgnoreQueryFilters().Where(p => (p.Reference == reference || p.Reference == upper) && p.MergedInto != null).Select(p => p.MergedInto).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The records that were merged into one, followed for changes.</summary>
    public static Task<List<Person>> MergedPeopleAsync(this Db db, Guid into, CancellationToken cancel = default) =>
        db.People.IgnoreQueryFilters().Where(p => p.MergedInto == into).ToListAsync(cancel);

    private static async Task<List<EntityEntry>> OfAsync<T>(Db db, Guid person, CancellationToken cancel)
        where T : class, IOfPerson =>
        [.. (await db.Set<T>().IgnoreQueryFilters().Where(x => x.PersonId == person).ToListAsync(cancel)).Select(x => db.Entry((object)x))];
}
