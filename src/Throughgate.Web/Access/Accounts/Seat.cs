using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.Accounts;

/// <summary>Of what somebody is a member: a kind and which one, written <c>yot:york</c>.</summary>
public sealed record Seat(string Kind, string Of)
{
    public static Seat? Read(string? text) => text?.Split(':', 2) is [var kind, { Length: > 0 } of] && MembershipKinds.All.Contains(kind) ? new(kind, of) : null;

    /// <summary>Whether an account of the role can be a member of such.</summary>
    public bool Fits(Role role) => role.Kinds.Contains(Kind);

    public override string ToString() => $"{Kind}:{Of}";
}
