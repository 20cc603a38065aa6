using System.Data;
using System.Data.Common;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Data.Csv;

namespace Throughgate.Web.Data.Export;

/// <summary>
/// The caseload as a bundle, as of one moment: every case or those of one scheme, with their rows, their people, and all sentences and
/// residences of those people; never anybody whom the one who takes it may not see. Newest values, always in the same order, cells as they are held.
/// </summary>
public sealed class BundleExport(Connection database, IReadOnlySet<Guid> hidden)
{
    /// <summary>Writes each file to the stream that <paramref name="open"/> gives for it. Returns the people in it.</summary>
    public async Task<IReadOnlyList<Guid>> RunAsync(string? scheme, Func<BundleFile, Stream> open, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel: cancel);
        if (database.IsSqlite)
        {
            await connection.RunAsync("pragma temp_store = file", cancel);
        }

        await using var transaction = await connection.BeginTransactionAsync(database.IsSqlite ? IsolationLevel.Serializable : IsolationLevel.RepeatableRead, cancel);
        foreach (var file in BundleFiles.All)
        {
            await using var stream = open(file);
            await using var writer = new StreamWriter(stream, new System.Text.UTF8Encoding(false), 1 << 16, leaveOpen: true);
            await WriteAsync(connection, transaction, file, scheme, SafeCsv.Bundle(writer), cancel);
        }

        return await PeopleAsync(connection, transaction, scheme, cancel);
    }

    private async Task WriteAsync(DbConnection connection, DbTransaction transaction, BundleFile file, string? scheme, SafeCsv csv, CancellationToken cancel)
    {
        csv.Row([.. file.Columns.Select(c => c.Name)]);
        await using var command = connection.Command($"select h.* from ({BundleSql.Held(file)}) h where not h.voided and not h.gone {Left(file, scheme)} order by {Order(file)}", ("@scheme", scheme));
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        Leave(command);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            csv.Row(BundleSql.ReadAll(row, BundleSql.Before, file));
        }
    }

    private string Left(BundleFile file, string? scheme)
    {
        var of = Of(file, scheme);
        return hidden.Count == 0 ? of
            : file.Name is "people" or "residences" or "sentences" ? $"{of} and h.person_id {NotHidden}"
            : $"{of} and h.case_id in (select c.id from cases c where c.person_id {NotHidden})";
    }

    private string NotHidden => database.IsSqlite ? "not in (select unhex(value) from json_each(@hidden))" : "<> all(@hidden)";

    private void Leave(DbCommand command)
    {
        if (hidden.Count > 0)
        {
            command.Add("@hidden", database.IsSqlite ? System.Text.Json.JsonSerializer.Serialize(hidden.Select(p => p.ToString("N"))) : hidden.ToArray());
        }
    }

    private static string Of(BundleFile file, string? scheme) =>
        scheme is null ? ""
        : file.Name is "people" or "residences" or "sentences" ? "and h.person_id in (select c.person_id from cases c where not c.voided and c.scheme = @scheme)"
        : "and h.case_id in (select c.id from cases c where not c.voided and c.scheme = @scheme)";

    // By reference, byte by byte on both databases; rows without one by their owner's and then by every cell.
    private string Order(BundleFile file) =>
        string.Join(
            ", ",
            (file.Key is null ? file.Columns : [file.Key]).Select(c =>
                $"h.{c.Quoted}{(!database.IsSqlite && c.Kind is (CellKind.Reference or CellKind.Text or CellKind.Code) ? " collate \"C\"" : "")} nulls first"
            )
        );

    private async Task<IReadOnlyList<Guid>> PeopleAsync(DbConnection connection, DbTransaction transaction, string? scheme, CancellationToken cancel)
    {
        var people = new List<Guid>();
        if (scheme is null)
        {
            return people;
        }

        await using var command = connection.Command("select distinct c.person_id from cases c where not c.voided and c.scheme = @scheme", ("@scheme", scheme));
        command.Transaction = transaction;
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            people.Add(row.Key(0));
        }

        people.RemoveAll(hidden.Contains);

        people.Sort();
        return people;
    }
}
