using Npgsql;
using NpgsqlTypes;
using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Import;

/// <summary>Rows into PostgreSQL by binary copy.</summary>
internal sealed class PostgresStage(NpgsqlConnection connection, BundleFile file) : IStage
{
    private readonly NpgsqlBinaryImporter _copy = connection.BeginBinaryImport(
        $"copy {file.Stage} ({string.Join(", ", Staging.Columns(file))}) from stdin (format binary)"
    );

    private readonly KeySequence _keys = new();

    // Most cells repeat: codes, and the reference of the case from row to row.
    private readonly string?[] _last = new string?[file.Columns.Count];

    public void Add(RowCells row)
    {
        _copy.StartRow();
        _copy.Write(row.Line, NpgsqlDbType.Integer);
        Span<byte> key = stackalloc byte[16];
        for (var i = 0; i < file.Keys; i++)
        {
            _keys.Next(key);
            _copy.Write(new Guid(key, bigEndian: true), NpgsqlDbType.Uuid);
        }

        for (var i = 0; i < file.Columns.Count; i++)
        {
            if (!row.IsKnown(i))
            {
                _copy.WriteNull();
                continue;
            }

            switch (file.Columns[i].Kind)
            {
                case CellKind.Day:
                    _copy.Write(row.Day(i), NpgsqlDbType.Date);
                    break;
                case CellKind.Moment:
                    _copy.Write(row.Moment(i), NpgsqlDbType.Timestamp);
                    break;
                case CellKind.Yes:
                    _copy.Write(row.Number(i) == 1, NpgsqlDbType.Boolean);
                    break;
                case CellKind.Number:
                    _copy.Write((int)row.Number(i), NpgsqlDbType.Integer);
                    break;
                case CellKind.Hours:
                    _copy.Write(row.Hours(i), NpgsqlDbType.Numeric);
                    break;
                default:
                    _copy.Write(Text(i, row.Bytes(i)), NpgsqlDbType.Text);
                    break;
            }
        }

        for (var i = 0; i < file.Derived.Count; i++)
        {
            if (row.Derived(i) is { } derived)
            {
                _copy.Write(derived, NpgsqlDbType.Text);
            }
            else
            {
                _copy.WriteNull();
            }
        }
    }

    public void Finish() => _copy.Complete();

    public void Dispose() => _copy.Dispose();

    private string Text(int column, ReadOnlySpan<byte> bytes)
    {
        if (_last[column] is { } last && last.Length == bytes.Length && System.Text.Ascii.Equals(bytes, last))
        {
            return last;
        }

        return _last[column] = System.Text.Encoding.UTF8.GetString(bytes);
    }
}
