using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Throughgate.Web.Data;

/// <summary>
/// A SQLite connection of a context that is used again and again: closing it keeps it open, and a statement that was prepared once stays so. On
/// PostgreSQL the driver does both by itself. See ADR 0024.
/// </summary>
public sealed class KeptConnection(string text) : SqliteConnection(text)
{
    /// <summary>Statements kept at once. The program has fewer; more would mean that values stand in their texts.</summary>
    private const int Most = 400;

    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private bool _over;

    /// <summary>Statements that stand prepared.</summary>
    public int Prepared => _prepared.Count;

    public override SqliteCommand CreateCommand() => new KeptCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>Keeps it open, unless somebody left a transaction behind or it is disposed of.</summary>
    public override void Close()
    {
        if (!_over && State == ConnectionState.Open && raw.sqlite3_get_autocommit(Handle) != 0)
        {
            return;
        }

        Forget();
        base.Close();
    }

    protected override void Dispose(bool disposing)
    {
        _over = true;
        base.Dispose(disposing);
    }

    private void Forget()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _prepared.Clear();
    }

    /// <summary>One that was prepared with this text and is not at work; a new one otherwise.</summary>
    private SqliteCommand Take(string text) =>
        _prepared.Remove(text, out var kept) ? kept : new SqliteCommand(text, this);

    private void Give(SqliteCommand command)
    {
        if (_over || State != ConnectionState.Open || _prepared.Count >= Most || !_prepared.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    /// <summary>Runs as the prepared one of its text; gives that back when it is disposed of, which is after its reader.</summary>
    private sealed class KeptCommand(KeptConnection connection) : SqliteCommand(null, connection)
    {
        private SqliteCommand? _as;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            Return();
            _as = connection.Take(CommandText);
            (_as.CommandTimeout, _as.Transaction) = (CommandTimeout, Transaction);
            _as.Parameters.Clear();
            for (var i = 0; i < Parameters.Count; i++)
            {
                _as.Parameters.Add(Parameters[i]);
            }

            return _as.ExecuteReader(behavior);
        }

        protected override void Dispose(bool disposing)
        {
            Return();
            base.Dispose(disposing);
        }

        private void Return()
        {
            if (_as is { } prepared)
            {
                _as = null;
                prepared.Transaction = null;
                connection.Give(prepared);
            }
        }
    }
}
