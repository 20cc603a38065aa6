using System.Runtime.CompilerServices;
using System.Collections.Concurrent;

namespace Throughgate.Web.Data.Lists;

/// <summary>A list in which the place of those whose whereabouts must not be disclosed is not there. Who they are is asked anew at every request.</summary>
internal static class Masked
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, object>> Kept = [];

    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> list, IReadOnlySet<Guid> undisclosed, Func<T, Guid> personOf, Func<T, T> mask)
    {
        var those = undisclosed.Count == 0 ? [] : list.Select(personOf).Where(undisclosed.Contains).Distinct().Order().ToList();
        return those.Count == 0
            ? list
            : (IReadOnlyList<T>)Kept.GetOrCreateValue(list).GetOrAdd(string.Join(',', those), _ => list.Select(x => undisclosed.Contains(personOf(x)) ? mask(x) : x).ToList());
    }
}
