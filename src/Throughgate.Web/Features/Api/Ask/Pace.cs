using System.Collections.Concurrent;

namespace Throughgate.Web.Features.Api.Ask;

/// <summary>How often a key may ask: so many times in each minute. Counted in memory; a restart begins anew.</summary>
public sealed class Pace(TimeProvider time)
{
    public const int AMinute = 60;
    private readonly ConcurrentDictionary<Guid, (long Minute, int Count)> _asked = new();

    /// <summary>Null where it may ask; else the seconds to wait, and whether this is the first refusal of the minute: that one goes on record, so that a loop does not fill the log.</summary>
    public (int Seconds, bool IsFirst)? Wait(Guid key)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var (minute, second) = (now / 60, (int)(now % 60));
        var (_, count) = _asked.AddOrUpdate(key, (minute, 1), (_, before) => before.Minute == minute ? (minute, before.Count + 1) : (minute, 1));
        return count > AMinute ? (60 - second, count == AMinute + 1) : null;
    }
}
