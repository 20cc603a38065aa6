using System.Collections.Concurrent;
using System.Reflection;

namespace Throughgate.Web.Access;

/// <summary>What a page model says about who may open it: exactly one of the four attributes.</summary>
public sealed record Gate(NeedsAttribute? Needs, AnyoneAttribute? Anyone, AnyoneSignedInAttribute? SignedIn, OnTheWayAttribute? OnTheWay)
{
    private static readonly ConcurrentDictionary<Type, Gate> Known = new();

    /// <summary>Whether the page says one thing, and no more than one.</summary>
    public bool IsSaid => (Needs is null ? 0 : 1) + (Anyone is null ? 0 : 1) + (SignedIn is null ? 0 : 1) + (OnTheWay is null ? 0 : 1) == 1;

    public static Gate Of(Type page) =>
        Known.GetOrAdd(
            page,
            p => new Gate(
                p.GetCustomAttribute<NeedsAttribute>(),
                p.GetCustomAttribute<AnyoneAttribute>(),
                p.GetCustomAttribute<AnyoneSignedInAttribute>(),
                p.GetCustomAttribute<OnTheWayAttribute>()
            )
        );

    /// <summary>Why it is open beyond a permission; null where a permission opens it.</summary>
    public string? Why => Anyone?.Why ?? SignedIn?.Why ?? OnTheWay?.Why;

    public bool Admits(Actor actor) => Anyone is not null || OnTheWay?.Admits(actor) == true || (actor.IsSignedIn && (SignedIn is not null || Needs?.IsMetBy(actor) == true));
}

/// <summary>A page says neither what it needs nor that anyone may open it.</summary>
public sealed class UnguardedPageException(IEnumerable<string> pages)
    : InvalidOperationException(
        $"These pages do not say who may open them; put [Needs(Permission.…)] or [Anyone(\"why\")] on the page model: {string.Join(", ", pages)}"
    );
