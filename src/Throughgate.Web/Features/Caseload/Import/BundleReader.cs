using System.Text;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Data.Csv;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>
/// Reads one file of a bundle, cell by cell, and hands on every row whose shape is right, its bad cells left out: so later checks speak of
/// what is wrong with a row and not of what follows from it.
/// </summary>
public sealed class BundleReader(Problems problems)
{
    /// <summary>Returns false when not every row could be read: then nothing may be said about rows that refer to this file.</summary>
    public bool Read(BundleFile file, Stream stream, Action<RowCells> hand)
    {
        var records = new CsvRecords(stream);
        try
        {
            return ReadHeader(file, records) is { } places && ReadRows(file, records, places, hand);
        }
        catch (InvalidDataException)
        {
            problems.Add(file.FileName, records.Line, "", "cannot be unpacked", "a whole .zip without a password");
            return false;
        }
        catch (UnpacksTooFarException stop)
        {
            UnpackingStream.Refuse(problems, stop.Name);
            return false;
        }
    }

    // For each cell of a record, the column it belongs to.
    private int[]? ReadHeader(BundleFile file, CsvRecords records)
    {
        var any = records.Read();
        if (records.IsEmpty || !any)
        {
            problems.Add(file.FileName, any ? records.Line : 0, "", "is empty", $"a header row: {string.Join(",", file.Columns.Select(c => c.Name))}");
            return null;
        }

        if (records.IsUtf16)
        {
            problems.Add(file.FileName, 1, "", "is UTF-16, not UTF-8", "a file saved as \"CSV UTF-8\"");
            return null;
        }

        if (records.Fault != CsvFault.None)
        {
            TellFault(file, records, cell => $"cell {cell + 1} of the header");
            return null;
        }

        var before = problems.Count;
        var places = new int[records.Count];
        for (var cell = 0; cell < places.Length; cell++)
        {
            var name = Encoding.UTF8.GetString(records[cell]).Trim(' ', '\t');
            places[cell] = Find(file, name);
            if (places[cell] < 0)
            {
                problems.Add(file.FileName, records.Line, name.Length > 100 ? name[..100] : name, Unknown(name), "only " + string.Join(", ", file.Columns.Select(c => c.Name)));
            }
            else if (Array.IndexOf(places, places[cell], 0, cell) >= 0)
            {
                problems.Add(file.FileName, records.Line, name, "this column is there twice", "each column once");
            }
        }

        for (var column = 0; column < file.Columns.Count; column++)
        {
            if (Array.IndexOf(places, column) < 0)
            {
                problems.Add(file.FileName, records.Line, file.Columns[column].Name, "this column is missing", $"a column {file.Columns[column].Name}: {file.Columns[column].Expected}");
            }
        }

        return problems.Count == before ? places : null;
    }

    private bool ReadRows(BundleFile file, CsvRecords records, int[] places, Action<RowCells> hand)
    {
        var row = new RowCells(file);
        var whole = true;
        RowRules.Tell tell = (column, what, expected) => problems.Add(file.FileName, row.Line, column, what, expected);
        while (records.Read())
        {
            if (records.Fault is CsvFault.UnclosedQuote or CsvFault.TooLong or CsvFault.StrayQuote)
            {
                TellFault(file, records, cell => cell < places.Length ? file.Columns[places[cell]].Name : "");
                whole = false;
                continue;
            }

            if (records.Count != places.Length)
            {
                problems.Add(file.FileName, records.Line, "", $"has {records.Count} cells", $"{places.Length}, as in the header");
                whole = false;
                continue;
            }

            row.Clear();
            row.Line = records.Line;
            if (records.Fault == CsvFault.NotUtf8)
            {
                TellFault(file, records, cell => file.Columns[places[cell]].Name);
            }

            for (var cell = 0; cell < places.Length; cell++)
            {
                if (records.Fault == CsvFault.NotUtf8 && cell >= records.FaultCell && !Utf8(records[cell]))
                {
                    row.SetBad(places[cell]);
                }
                else if (CellParser.Parse(row, places[cell], records[cell]) is { } wrong)
                {
                    var column = file.Columns[places[cell]];
                    problems.Add(file.FileName, row.Line, column.Name, wrong, column.Expected);
                    row.SetBad(places[cell]);
                }
            }

            RowRules.Check(row, tell);
            hand(row);
        }

        return whole;
    }

    private void TellFault(BundleFile file, CsvRecords records, Func<int, string> column)
    {
        var (what, expected) = records.Fault switch
        {
            CsvFault.UnclosedQuote => ("a quote is opened here and never closed", "a closing quote; a quote inside a cell is written twice"),
            CsvFault.TooLong => ("is longer than a mebibyte, perhaps for a quote that was not closed", "a row of cells"),
            CsvFault.StrayQuote => ("holds a quote where none can stand", "the whole cell in quotes, and a quote inside it written twice"),
            _ => (NotUtf8(records[records.FaultCell]), "a file saved as UTF-8"),
        };
        problems.Add(file.FileName, records.FaultLine, column(records.FaultCell), what, expected);
    }

    private static string NotUtf8(ReadOnlySpan<byte> cell)
    {
        var at = 0;
        while (at < cell.Length && Rune.DecodeFromUtf8(cell[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        return $"holds a byte that is not UTF-8 (0x{cell[at]:X2}, byte {at + 1} of the cell)";
    }

    private static bool Utf8(ReadOnlySpan<byte> cell) => System.Text.Unicode.Utf8.IsValid(cell);

    private static int Find(BundleFile file, string name)
    {
        for (var i = 0; i < file.Columns.Count; i++)
        {
            if (string.Equals(file.Columns[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unknown(string name) =>
        name.Contains(';', StringComparison.Ordinal) ? "cells are separated by semicolons, not commas"
        : name.Contains('\t', StringComparison.Ordinal) ? "cells are separated by tabs, not commas"
        : "this column is not known";
}
