using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Csv;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Copies;

public sealed record CopyPrepared(Guid Copy, string Recipient, DateOnly AskedOn) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A copy of the record was prepared for {0}", Recipient];
}

/// <param name="Ticked">How many cells about others are in it.</param>
public sealed record CopyTicked(Guid Copy, string Recipient, int Ticked) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["What the copy for {0} holds about others was decided: {1} cells", Recipient, Ticked];
}

public sealed record CopyApproved(Guid Copy, string Recipient) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The copy for {0} was looked through and approved by a second person", Recipient];
}

/// <summary>A copy with what it holds now: what is about others only where it was ticked.</summary>
public sealed record CopyOf(Person Person, SubjectCopy Row, IReadOnlyList<RecordTable> Tables, IReadOnlySet<string> Ticked)
{
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.Default };

    /// <summary>Null where the copy or the person is not this actor's to see.</summary>
    public static async Task<CopyOf?> FindAsync(Visible visible, Db db, Guid person, Guid row, CancellationToken cancel)
    {
        if (await visible.PersonAsync(person, cancel) is not { } who || await visible.OfPerson<SubjectCopy>(person).FirstOrDefaultAsync(c => c.Id == row, cancel) is not { } copy)
        {
            return null;
        }

        var ticked = await db.Set<SubjectCopyItem>().Where(i => i.CopyId == row).Select(i => i.Item).ToListAsync(cancel);
        var tables = await db.EverythingAsync(person, cancel);
        return new(who, copy, (await visible.UndisclosedAsync(cancel)).Contains(person) ? [.. tables.Select(WithoutPlaces)] : tables, ticked.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Where somebody is who must not be found is in no copy, whoever ticks what (R22).</summary>
    private static RecordTable WithoutPlaces(RecordTable table) =>
        table with { Rows = [.. table.Rows.Select(row => (IReadOnlyList<RecordCell>)[.. row.Select(c => WithoutPlace(table.Name, c))])] };

    private static RecordCell WithoutPlace(string table, RecordCell cell)
    {
        var text = PlacesHidden.Cell(table, cell.Column, cell.Text);
        return cell with { Text = text, AboutOthers = cell.AboutOthers && text.Length > 0 };
    }

    public IEnumerable<RecordCell> AboutOthers => Tables.SelectMany(t => t.Rows).SelectMany(r => r).Where(c => c.AboutOthers);

    public bool Holds(RecordCell cell) => !cell.AboutOthers || Ticked.Contains(cell.Item);

    /// <summary>The cell as the copy has it: what is held back is not in it at all.</summary>
    public string Text(RecordCell cell, string heldBack) => Holds(cell) ? cell.Text : heldBack;

    public string Mark(Words words, string by, DateTimeOffset now) =>
        words["Copy for {0}, made by {1} on {2}. What for: {3}", Row.Recipient, by, London.Civil(now).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Row.Why];

    /// <summary>A file of comma-separated values a table, and all of it as JSON; the mark in each.</summary>
    public byte[] Zip(Words words, string by, DateTimeOffset now)
    {
        var (mark, heldBack) = (Mark(words, by, now), words["held back"].ToString());
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var table in Tables)
            {
                using var writer = new StreamWriter(zip.CreateEntry($"{table.Name}.csv").Open(), new UTF8Encoding(false));
                var csv = SafeCsv.Spreadsheet(writer);
                csv.Row([mark]);
                csv.Row([.. table.Columns]);
                foreach (var row in table.Rows)
                {
                    csv.Row([.. row.Select(c => Text(c, heldBack))]);
                }
            }

            using var json = zip.CreateEntry("record.json").Open();
            JsonSerializer.Serialize(
                json,
                new { mark, tables = Tables.Select(t => new { t.Name, rows = t.Rows.Select(r => r.ToDictionary(c => c.Column, c => Text(c, heldBack))) }) },
                Plain
            );
        }

        return file.ToArray();
    }
}
