using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Import;

/// <summary>The statements that carry staged rows into the caseload: the same text on both databases.</summary>
internal static class InsertSql
{
    /// <summary>Columns of the table and what staging gives for them; @import is the import's key.</summary>
    public static string Insert(BundleFile file, string rest)
    {
        var columns = new List<string> { "id" };
        var values = new List<string> { "s.key0" };
        if (file.Key is { } key)
        {
            columns.Add("reference");
            values.Add($"s.{key.Quoted}");
        }

        foreach (var link in file.Links)
        {
            columns.Add(link.LinkKey);
            values.Add($"l_{link.Name}.id");
        }

        foreach (var column in file.Plain)
        {
            columns.Add(column.Held!);
            values.Add($"s.{column.Quoted}");
        }

        foreach (var derived in file.Derived)
        {
            columns.Add(derived);
            values.Add($"s.d_{derived}");
        }

        return $"""
            insert into {file.Table} ({string.Join(", ", columns)}, origin, import_id, version)
            select {string.Join(", ", values)}, 'imported', @import, 1
            from {file.Stage} s{Joins(file.Links)}
            {rest}
            """;
    }

    /// <summary>Updates the held rows named in w_rows from their staged rows. In a file with references an empty cell keeps what is held.</summary>
    public static string Update(BundleFile file)
    {
        var links = file.Key is null ? file.Links.Where(l => l != file.Owner).ToList() : file.Links;
        var sets = links
            .Select(l => $"{l.LinkKey} = l_{l.Name}.id")
            .Concat(file.Plain.Select(c => $"{c.Held} = " + (file.Key is null ? $"s.{c.Quoted}" : $"coalesce(s.{c.Quoted}, {file.Table}.{c.Held})")))
            .Concat(file.Derived.Select(d => $"{d} = s.d_{d}"));
        return $"""
            update {file.Table}
            set {string.Join(", ", sets)}, origin = 'imported', voided = false, import_id = @import, version = {file.Table}.version + 1
            from w_rows w join {file.Stage} s on s.line = w.line{Joins(links)}
            where {file.Table}.id = w.id
            """;
    }

    /// <summary>The first value of a sentence's dated change, known from the day of sentence.</summary>
    public static string FirstDated(string dated, Column column, int key) =>
        Dated(dated, column, key, "s.key0", "s.\"sentenced_on\"", "0", $"left join m_sentences m on m.line = s.line where m.line is null and s.{column.Quoted} is not null");

    /// <summary>A further value, as w_dated says.</summary>
    public static string NextDated(string dated, Column column, int key) =>
        Dated(dated, column, key, "w.id", "w.known_from", "w.position", "join w_dated w on w.line = s.line");

    private static string Dated(string dated, Column column, int key, string sentence, string from, string position, string rest) =>
        dated == "placement"
            ? $"""
                insert into placements (id, sentence_id, establishment, from_on, position, origin, import_id, version)
                select s.key{key}, {sentence}, s.{column.Quoted}, {from}, {position}, 'imported', @import, 1 from s_sentences s {rest}
                """
            : $"""
                insert into sentence_dates (id, sentence_id, what, value_on, known_from, position, origin, import_id, version)
                select s.key{key}, {sentence}, '{dated}', s.{column.Quoted}, {from}, {position}, 'imported', @import, 1 from s_sentences s {rest}
                """;

    private static string Joins(IEnumerable<Column> links) =>
        string.Concat(links.Select(l => $"\njoin {l.Link} l_{l.Name} on l_{l.Name}.{(l.Link == "workers" ? "name" : "reference")} = s.{l.Quoted}"));
}
