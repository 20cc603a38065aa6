using Microsoft.Data.Sqlite;
using SQLitePCL;
using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Import;

/// <summary>Rows into SQLite by one prepared statement, straight from the bytes of the file.</summary>
internal sealed class SqliteStage : IStage
{
    private readonly BundleFile _file;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3 _handle;
    private readonly KeySequence _keys = new();

    public SqliteStage(SqliteConnection connection, BundleFile file)
    {
        _file = file;
        _handle = connection.Handle!;
        var columns = Staging.Columns(file).ToList();
        var sql = $"insert into {file.Stage} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(_handle, sql, out _insert));
    }

    public void Add(RowCells row)
    {
        var at = 1;
        Check(raw.sqlite3_bind_int64(_insert, at++, row.Line));
        Span<byte> key = stackalloc byte[16];
        for (var i = 0; i < _file.Keys; i++)
        {
            _keys.Next(key);
            Check(raw.sqlite3_bind_blob(_insert, at++, key));
        }

        Span<byte> text = stackalloc byte[19];
        for (var i = 0; i < _file.Columns.Count; i++, at++)
        {
            if (!row.IsKnown(i))
            {
                Check(raw.sqlite3_bind_null(_insert, at));
                continue;
            }

            Check(
                _file.Columns[i].Kind switch
                {
                    CellKind.Day => raw.sqlite3_bind_text(_insert, at, Day(row.Day(i), text)),
                    CellKind.Moment => raw.sqlite3_bind_text(_insert, at, Moment(row.Moment(i), text)),
                    CellKind.Yes or CellKind.Number => raw.sqlite3_bind_int64(_insert, at, row.Number(i)),
                    CellKind.Hours => raw.sqlite3_bind_double(_insert, at, row.Number(i) / 10000.0),
                    _ => raw.sqlite3_bind_text(_insert, at, row.Bytes(i)),
                }
            );
        }

        for (var i = 0; i < _file.Derived.Count; i++, at++)
        {
            Check(row.Derived(i) is { } derived ? raw.sqlite3_bind_text(_insert, at, derived) : raw.sqlite3_bind_null(_insert, at));
        }

        var done = raw.sqlite3_step(_insert);
        if (done != raw.SQLITE_DONE)
        {
            Check(done);
        }

        Check(raw.sqlite3_reset(_insert));
    }

    public void Finish() { }

    public void Dispose() => _insert.Dispose();

    private static Span<byte> Day(DateOnly day, Span<byte> text)
    {
        Digits(day.Year, text[..4]);
        text[4] = text[7] = (byte)'-';
        Digits(day.Month, text[5..7]);
        Digits(day.Day, text[8..10]);
        return text[..10];
    }

    private static Span<byte> Moment(DateTime moment, Span<byte> text)
    {
        Day(DateOnly.FromDateTime(moment), text);
        text[10] = (byte)' ';
        Digits(moment.Hour, text[11..13]);
        text[13] = text[16] = (byte)':';
        Digits(moment.Minute, text[14..16]);
        Digits(0, text[17..19]);
        return text;
    }

    private static void Digits(int number, Span<byte> digits)
    {
        for (var i = digits.Length - 1; i >= 0; i--, number /= 10)
        {
            digits[i] = (byte)('0' + (number % 10));
        }
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(_handle).utf8_to_string(), result);
        }
    }
}
