using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Records;

/// <summary>One cell of a record.</summary>
/// <param name="Item">table/key of the row/column: stable, so that a tick finds it again.</param>
/// <param name="Text">As it is held; dates as 2010-05-04.</param>
/// <param name="AboutOthers">It may tell of somebody else or of a place: free text, names, addresses. Held back until it is ticked.</param>
public sealed record RecordCell(string Item, string Column, string Text, bool AboutOthers);

/// <summary>A table with the rows of one young person in it.</summary>
public sealed record RecordTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<RecordCell>> Rows);

/// <summary>
/// Everything that is held about one young person, table by table, found from the model: by person, by programme, by sentence, or by a row of
/// these. A table that is reached by none of them stands in <see cref="NotAboutOnePerson"/> with its reason, or a test fails.
/// </summary>
public static class EverythingAbout
{
    /// <summary>Tables that are about nobody in particular, or hold no more than their keys.</summary>
    public static IReadOnlyDictionary<Type, string> NotAboutOnePerson { get; } = new Dictionary<Type, string>
    {
        [typeof(AccessRow)] = "who looked at what is the scheme's log; it is asked for by itself",
    };

    /// <summary>Columns of text that tell of the young person alone: codes, and their own words. Every other text is held back until ticked.</summary>
    private static readonly HashSet<string> OwnText = new(StringComparer.Ordinal)
    {
        "reference", "first_name", "last_name", "gender", "ethnicity", "first_language", "main_offence", "type", "kind", "setting", "answer", "way", "counts_as", "outcome",
        "purpose", "provision", "unable_reason", "closing_reason", "scheme", "role", "pathway", "own_words", "person_answer", "chosen_level", "category", "basis", "how",
        "understood", "competence", "parent_view", "substance_misuse", "state", "stage", "item", "origin", "decision", "statistics",
    };

    private static readonly HashSet<string> Inner = new(StringComparer.Ordinal) { "import_id", "version", "hash", "search_name", "key_hash", "code_hash", "seq", "chain" };
    private static readonly string[] Ways = [nameof(IOfPerson.PersonId), nameof(IOfCase.CaseId), "SentenceId"];
    private static readonly MethodInfo Read = typeof(EverythingAbout).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The tables that hold something about a person: their type, the column by which one is found, and where that leads.</summary>
    public static IReadOnlyList<(IEntityType Type, string By)> Tables(DbContext db) =>
    [
        .. db
            .Model.GetEntityTypes()
            .Where(e => !NotAboutOnePerson.ContainsKey(e.ClrType))
            .Select(e => (Type: e, By: Way(e)))
            .Where(t => t.By is not null)
            .Select(t => (t.Type, t.By!))
            .OrderBy(t => t.Type.GetTableName(), StringComparer.Ordinal),
    ];

    /// <summary>Whoever asks has found the person through Visible.</summary>
    public static async Task<IReadOnlyList<RecordTable>> EverythingAsync(this Db db, Guid person, CancellationToken cancel = default)
    {
        var cases = await db.Cases.IgnoreQueryFilters().Where(c => c.PersonId == person).Select(c => c.Id).ToListAsync(cancel);
        var sentences = await db.Sentences.IgnoreQueryFilters().Where(s => s.PersonId == person).Select(s => s.Id).ToListAsync(cancel);
        var (tables, keys) = (new List<RecordTable>(), new List<Guid>());
        foreach (var (type, by) in Tables(db).OrderBy(t => Ways.Contains(t.By) || t.Type.ClrType == typeof(Person) ? 0 : 1).ThenBy(t => t.Type.GetTableName(), StringComparer.Ordinal))
        {
            List<Guid> among = type.ClrType == typeof(Person) || by == Ways[0] ? [person] : by == Ways[1] ? cases : by == Ways[2] ? sentences : keys;
            IList rows = among.Count == 0 ? Array.Empty<object>() : await (Task<IList>)Read.MakeGenericMethod(type.ClrType).Invoke(null, [db, by, among, cancel])!;
            if (rows.Count == 0)
            {
                continue;
            }

            if (type.FindProperty("Id")?.ClrType == typeof(Guid))
            {
                keys.AddRange(rows.Cast<object>().Select(r => (Guid)type.FindProperty("Id")!.GetGetter().GetClrValue(r)!));
            }

            tables.Add(Table(type, rows));
        }

        return [.. tables.OrderBy(t => t.Name is "people" ? 0 : 1).ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    /// <summary>By person, programme or sentence; else by the row that it hangs on, where its own key is another row's.</summary>
    private static string? Way(IEntityType type)
    {
        if (type.ClrType == typeof(Person))
        {
            return nameof(Person.Id);
        }

        var guids = type.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        return Ways.FirstOrDefault(guids.Contains)
            ?? (type.FindPrimaryKey()!.Properties.Select(p => p.Name).FirstOrDefault(n => n is "RowId" or "CopyId" or "RestrictionId" or "SurvivorId" && guids.Contains(n)));
    }

    private static async Task<IList> RowsAsync<T>(Db db, string by, List<Guid> among, CancellationToken cancel)
        where T : class
    {
        var nullable = db.Model.FindEntityType(typeof(T))!.FindProperty(by)!.ClrType == typeof(Guid?);
        var all = db.Set<T>().IgnoreQueryFilters().AsNoTracking();
        return nullable
            ? await all.Where(x => among.Contains(EF.Property<Guid?>(x, by)!.Value)).ToListAsync(cancel)
            : await all.Where(x => among.Contains(EF.Property<Guid>(x, by))).ToListAsync(cancel);
    }

    private static RecordTable Table(IEntityType type, IList rows)
    {
        var table = type.GetTableName()!;
        var key = type.FindPrimaryKey()!.Properties;
        var columns = type.GetProperties().Where(p => !Inner.Contains(p.GetColumnName()) && (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) is var t && t != typeof(Guid) && t != typeof(byte[])).OrderBy(p => p.GetColumnName(), StringComparer.Ordinal).ToList();
        var cells = rows.Cast<object>()
            .Select(row =>
            {
                var at = string.Join('+', key.Select(k => Text(k.GetGetter().GetClrValue(row))));
                return (IReadOnlyList<RecordCell>)
                [
                    .. columns.Select(c =>
                    {
                        var text = Text(c.GetGetter().GetClrValue(row));
                        return new RecordCell($"{table}/{at}/{c.GetColumnName()}", c.GetColumnName(), text, text.Length > 0 && c.ClrType == typeof(string) && !OwnText.Contains(c.GetColumnName()));
                    }),
                ];
            })
            .OrderBy(r => string.Join('|', r.Select(c => c.Text)), StringComparer.Ordinal)
            .ToList();
        return new(table, [.. columns.Select(c => c.GetColumnName())], cells);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "yes" : "no",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime civil => civil.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset instant => London.Civil(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
