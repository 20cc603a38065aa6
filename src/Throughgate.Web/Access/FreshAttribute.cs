using System.Reflection;

namespace Throughgate.Web.Access;

/// <summary>
/// A page, or one of its handlers, that an open browser alone must not do: whoever is signed in proves first that it is still them (R5). It is opened within
/// ten minutes of that, and what it asks is sent within ten more.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FreshAttribute(string why) : Attribute
{
    public static readonly TimeSpan Opened = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Sent = TimeSpan.FromMinutes(20);

    public string Why { get; } = why;

    /// <summary>Whether what is asked for must be preceded by a proof that this actor has not given lately.</summary>
    public static bool IsMissing(MemberInfo asked, Actor actor, HttpRequest request, DateTimeOffset now) =>
        asked.IsDefined(typeof(FreshAttribute), false) && IsStale(actor, request, now);

    public static bool IsStale(Actor actor, HttpRequest request, DateTimeOffset now) =>
        actor.IsSignedIn && !(actor.ProvedAt + (HttpMethods.IsPost(request.Method) ? Sent : Opened) > now);
}
