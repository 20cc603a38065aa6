using System.Security.Claims;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Layout;

/// <summary>One place to go: the words on it, its address, and who may go there. What a role may not use is not there.</summary>
public sealed record Place(string Words, string Path, Func<ClaimsPrincipal, bool> For)
{
    public bool IsCurrent(PathString path) => path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Navigation by job, five items at most, and the menu under the person's name.</summary>
public static class Navigation
{
    private static readonly Place[] Jobs =
    [
        new(Words.Key("Today"), "/today", WorksWithPeople),
        new(Words.Key("Young people"), "/young-people", MaySearch),
        new(Words.Key("Figures"), "/figures", SignedIn),
    ];

    private static readonly Place[] Account =
    [
        new(Words.Key("Bring in and take out"), "/import", MaySearch),
    ];

    public static IEnumerable<Place> For(ClaimsPrincipal user) => Jobs.Where(p => p.For(user));

    public static IEnumerable<Place> AccountFor(ClaimsPrincipal user) => Account.Where(p => p.For(user));

    /// <summary>Whether the search box is shown: not to somebody who sees counts only.</summary>
    public static bool MaySearch(ClaimsPrincipal user) => SignedIn(user) && !Is(user, "analyst");

    private static bool WorksWithPeople(ClaimsPrincipal user) => Is(user, "worker") || Is(user, "manager");

    /// <summary>A role as people call it.</summary>
    public static string RoleWords(string role) => role switch
    {
        "worker" => Words.Key("Worker"),
        "manager" => Words.Key("Scheme manager"),
        "information_officer" => Words.Key("Information officer"),
        "analyst" => Words.Key("National analyst"),
        _ => role,
    };

    private static bool Is(ClaimsPrincipal user, string role) => user.HasClaim("tg:role", role);

    private static bool SignedIn(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true;
}
