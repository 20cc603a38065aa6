namespace Throughgate.Web.Access;

/// <summary>What somebody must be allowed to open a page (on the page model), or to use one of its handlers (on the method, besides the page's own).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;

    /// <summary>Another permission that opens it as well.</summary>
    public Permission[] Or { get; init; } = [];

    public bool IsMetBy(Actor actor) => actor.May(Permission) || Or.Any(actor.May);
}

/// <summary>A page that anyone may open, signed in or not, and why that is right.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyoneAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}

/// <summary>A page that anyone who is signed in may open, whatever their role, and why that is right.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyoneSignedInAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}

/// <summary>A page of signing in itself: for whoever gave a password and is not in yet, and for whoever is; and why that is right.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnTheWayAttribute(string why) : Attribute
{
    public string Why { get; } = why;

    /// <summary>How far one must be, where the page is for one step only.</summary>
    public SigningIn.Second.Passage[] At { get; init; } = [];

    public bool Admits(Actor actor) => actor.IsSignedIn || (actor.OnTheWay is not null && (At.Length == 0 || At.Contains(actor.Passage)));
}
