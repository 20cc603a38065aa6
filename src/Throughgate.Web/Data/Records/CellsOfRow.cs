using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Records;

public static class CellsOfRow
{
    /// <summary>One row of the caseload as a bundle would write it: column to cell, the reference of what it hangs on left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>> CellsAsync(this Db db, BundleFile file, Guid row, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().Command($"select h.* from ({BundleSql.Held(file)}) h where h.id = @id", ("@id", row));
        command.Transaction = db.Database.CurrentTransaction is { } open ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(open) : null;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        if (!await rows.ReadAsync(cancel))
        {
            return new Dictionary<string, string?>();
        }

        var cells = BundleSql.ReadAll(rows, BundleSql.Before, file);
        return file.Columns.Select((c, i) => (c.Name, Cell: cells[i])).Where(c => c.Name is not ("case" or "person")).ToDictionary(c => c.Name, c => c.Cell, StringComparer.Ordinal);
    }
}
