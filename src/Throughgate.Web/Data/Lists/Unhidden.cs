using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Throughgate.Web.Data.Lists;

/// <summary>
/// A list of the whole scheme without those whom the reader may not see. What was left out for one reader is kept for the next who may see as much, for as long
/// as the list is the same object; who is hidden is asked anew at every request.
/// </summary>
internal static class Unhidden
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, object>> Kept = [];

    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> list, IReadOnlySet<Guid> hidden, Func<T, Guid> personOf)
    {
        if (hidden.Count == 0)
        {
            return list;
        }

        var left = list.Select(personOf).Where(hidden.Contains).Distinct().Order().ToList();
        return left.Count == 0
            ? list
            : (IReadOnlyList<T>)Kept.GetOrCreateValue(list).GetOrAdd(string.Join(',', left), _ => list.Where(x => !hidden.Contains(personOf(x))).ToList());
    }
}
