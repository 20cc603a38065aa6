using System.Data.Common;
using System.Threading.Channels;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History.Aside;

namespace Throughgate.Web.History;

/// <summary>The log could not be written, so the answer must not be given.</summary>
public sealed class LogUnwritableException(Exception inner)
    : IOException("The access log cannot be written; nothing is shown while it cannot.", inner);

/// <summary>
/// The log's one writer in this process. Whoever waits in <see cref="WriteAsync"/> goes on once the row is on the disk: rows that
/// wait together are committed together, so that a busy server needs few commits and a quiet one does not wait.
/// </summary>
public sealed class AccessLog(Connection database, LogAside? aside = null) : IAsyncDisposable
{
    private const int Together = 256;

    private readonly Channel<Entry> _waiting = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _starting = new();
    private Task? _writer;
    private DbConnection? _connection;

    /// <summary>Returns when the row is committed; throws <see cref="LogUnwritableException"/> when it cannot be.</summary>
    public Task WriteAsync(AccessRow row)
    {
        var entry = new Entry(row, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_waiting.Writer.TryWrite(entry))
        {
            return Task.FromException(new LogUnwritableException(new InvalidOperationException("The program is stopping.")));
        }

        Start();
        return entry.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_writer is not null)
        {
            await _writer;
        }

        await CloseAsync();
    }

    private void Start()
    {
        if (_writer is null)
        {
            lock (_starting)
            {
                _writer ??= Task.Run(RunAsync);
            }
        }
    }

    private async Task RunAsync()
    {
        var group = new List<Entry>(Together);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < Together && _waiting.Reader.TryRead(out var entry))
            {
                group.Add(entry);
            }

            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<Entry> group)
    {
        if (await TryAsync(group) is null)
        {
            return;
        }

        // One bad row must not refuse its neighbours' pages; and a connection that the server closed is worth one more try.
        foreach (var entry in group)
        {
            if (await TryAsync([entry]) is { } fault && !IsAside(entry))
            {
                entry.Done.TrySetException(new LogUnwritableException(fault));
            }
        }
    }

    /// <summary>Where whoever runs the server has opened the recorded way round.</summary>
    private bool IsAside(Entry entry)
    {
        if (aside is not { IsOn: true })
        {
            return false;
        }

        try
        {
            aside.Write(entry.Row);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            return false;
        }

        entry.Done.TrySetResult();
        return true;
    }

    private async Task<Exception?> TryAsync(List<Entry> group)
    {
        try
        {
            _connection ??= await database.OpenAsync();
            using (await WriteTurn.TakeAsync(_connection))
            {
                await using var transaction = await WriteTurn.BeginAsync(_connection);
                foreach (var chain in group.GroupBy(e => e.Row.Chain, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
                {
                    await using var writer = await ChainWriter.OpenAsync(_connection, transaction, chain.Key, CancellationToken.None);
                    foreach (var entry in chain)
                    {
                        await writer.AddAsync(entry.Row, CancellationToken.None);
                    }

                    await writer.CloseAsync(CancellationToken.None);
                }

                await transaction.CommitAsync();
            }

            foreach (var entry in group)
            {
                entry.Done.TrySetResult();
            }

            return null;
        }
#pragma warning disable CA1031 // whatever it was, the waiting pages are refused with it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await CloseAsync();
            return fault;
        }
    }

    private async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    private sealed record Entry(AccessRow Row, TaskCompletionSource Done);
}
