using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;

namespace Throughgate.Web.Access.SigningIn;

/// <summary>
/// Counts failures by key. Five for a name, known or not, and thirty for an address in fifteen minutes; then nothing reaches
/// the password hash until the first of them is fifteen minutes old. Counted in memory, and written to the database behind it (<see cref="ThrottleKeeping"/>), so
/// that a restart gives nobody five more.
/// </summary>
public sealed class Throttle(TimeProvider time)
{
    public const int OfAName = 5;
    public const int OfAnAddress = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _failures = new(StringComparer.Ordinal);
    private readonly Channel<(string Key, DateTimeOffset? At)> _told = Channel.CreateBounded<(string, DateTimeOffset?)>(
        new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public bool MayTry(string key, int limit)
    {
        if (!_failures.TryGetValue(Hashed(key), out var failures))
        {
            return true;
        }

        lock (failures)
        {
            Drop(failures);
            return failures.Count < limit;
        }
    }

    public void Failed(string key)
    {
        if (_failures.Count > Most)
        {
            Sweep();
        }

        key = Hashed(key);
        var now = time.GetUtcNow();
        Count(key, now);
        _told.Writer.TryWrite((key, now));
    }

    /// <summary>The key of the address that a request came from. All steps of signing in count for it together.</summary>
    public static string AddressOf(ConnectionInfo from) => $"address {from.RemoteIpAddress}";

    public void Forget(string key)
    {
        key = Hashed(key);
        if (_failures.TryRemove(key, out _))
        {
            _told.Writer.TryWrite((key, null));
        }
    }

    /// <summary>What is to be written: a failure with its instant, or that a key's are forgotten.</summary>
    internal ChannelReader<(string Key, DateTimeOffset? At)> Told => _told.Reader;

    /// <summary>A failure of before a restart, oldest first.</summary>
    internal void Count(string hashed, DateTimeOffset at)
    {
        var failures = _failures.GetOrAdd(hashed, _ => new Queue<DateTimeOffset>());
        lock (failures)
        {
            failures.Enqueue(at);
        }
    }

    private static string Hashed(string key) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>One try at a time for a name, so that a thousand sent together are counted one after the other.</summary>
    public async Task<IDisposable> TurnAsync(string key)
    {
        var turn = _turns[(uint)StringComparer.Ordinal.GetHashCode(key) % _turns.Length];
        await turn.WaitAsync();
        return new Turn(turn);
    }

    private void Drop(Queue<DateTimeOffset> failures)
    {
        var oldest = time.GetUtcNow() - Window;
        while (failures.TryPeek(out var first) && first <= oldest)
        {
            failures.Dequeue();
        }
    }

    private void Sweep()
    {
        foreach (var (key, failures) in _failures)
        {
            lock (failures)
            {
                Drop(failures);
                if (failures.Count == 0)
                {
                    _failures.TryRemove(key, out _);
                }
            }
        }
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
