namespace Throughgate.Web.Data.Bundle;

/// <summary>How each file of the bundle stands in the database: one select that gives its cells, newest values, beside the row's keys.</summary>
public static class BundleSql
{
    /// <summary>
    /// Columns: id, origin, import_id, owner_id (the person or case of a bag, else the row itself), person_id, case_id, voided, gone (what it stands on is voided), then every cell by its name.
    /// </summary>
    public static string Held(BundleFile file)
    {
        var person = file.Name switch
        {
            "people" => "t.id",
            "residences" or "sentences" or "cases" => "t.person_id",
            _ => "l_case.person_id",
        };
        var kase = file.Name switch
        {
            "people" or "residences" or "sentences" => "cast(null as uuid)",
            "cases" => "t.id",
            _ => "t.case_id",
        };
        var owner = file.Key is null ? "t." + file.Owner.LinkKey : "t.id";
        var cells = file.Columns.Select(c => $"{Cell(file, c)} as {c.Quoted}");
        // A row of a case, a person or a sentence that is voided goes with it.
        var gone = string.Join(" or ", file.Links.Where(l => l.Link != "workers").Select(l => $"l_{l.Name}.voided"));
        var joins = file.Links.Select(l => $" join {l.Link} l_{l.Name} on l_{l.Name}.id = t.{l.LinkKey}");
        return $"select t.id as id, t.origin as origin, t.import_id as import_id, {owner} as owner_id, {person} as person_id, {kase} as case_id, t.voided as voided, {(gone.Length == 0 ? "t.voided" : gone)} as gone, "
            + $"{string.Join(", ", cells)} from {file.Table} t{string.Concat(joins)}";
    }

    /// <summary>Number of columns before the first cell.</summary>
    public const int Before = 8;

    private static string Cell(BundleFile file, Column column) =>
        column == file.Key ? "t.reference"
        : column.Link == "workers" ? $"l_{column.Name}.name"
        : column.Link is not null ? $"l_{column.Name}.reference"
        : column.Dated == "placement" ? "(select d.establishment from placements d where not d.voided and d.sentence_id = t.id order by d.position desc limit 1)"
        : column.Dated is not null ? $"(select d.value_on from sentence_dates d where not d.voided and d.sentence_id = t.id and d.what = '{column.Dated}' order by d.position desc limit 1)"
        : "t." + column.Held;

    /// <summary>A cell read back as a bundle writes it; null where it is empty.</summary>
    public static string? Read(System.Data.Common.DbDataReader row, int at, CellKind kind)
    {
        if (row.IsDBNull(at))
        {
            return null;
        }

        return kind switch
        {
            CellKind.Day => row.Day(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            CellKind.Moment => row.GetDateTime(at).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            CellKind.Yes => row.GetBoolean(at) ? "yes" : "no",
            CellKind.Number => row.GetInt32(at).ToString(System.Globalization.CultureInfo.InvariantCulture),
            CellKind.Hours => row.GetDecimal(at).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
            _ => row.GetString(at),
        };
    }

    public static string?[] ReadAll(System.Data.Common.DbDataReader row, int at, BundleFile file)
    {
        var cells = new string?[file.Columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Read(row, at + i, file.Columns[i].Kind);
        }

        return cells;
    }
}
