using System.Security.Claims;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Layout;

/// <summary>One place to go: the words on it, its address, and who may go there. What a role may not use is not there.</summary>
public sealed record Place(string Words, string Path, Func<Actor, bool> For)
{
    public bool IsCurrent(PathString path) => path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Navigation by job, five items at most, and the menu under the person's name.</summary>
public static class Navigation
{
    private static readonly Place[] Jobs =
    [
        new(Words.Key("Today"), "/today", a => a.May(Permission.SeeToday)),
        new(Words.Key("My young people"), "/mentoring", a => a.May(Permission.SeeMentored)),
        new(Words.Key("Held here"), "/held", a => a.May(Permission.SeeHeld)),
        new(Words.Key("Young people"), "/young-people", a => a.May(Permission.SeeCaseload)),
        new(Words.Key("Release"), "/release", a => a.May(Permission.SeeCaseload)),
        new(Words.Key("Shared with us"), "/shared", a => a.May(Permission.SeeShared)),
        new(Words.Key("Figures"), "/figures", a => a.May(Permission.SeeReturn) || a.May(Permission.SeeCounts)),
        new(Words.Key("Accounts"), "/accounts", a => a.May(Permission.KeepAccounts)),
    ];

    private static readonly Place[] Account =
    [
        new(Words.Key("Bring in a caseload"), "/import", a => a.May(Permission.Import)),
        new(Words.Key("Escalated"), "/escalations", a => a.May(Permission.SeeToday)),
        new(Words.Key("A record that cannot wait"), "/break-glass", a => a.May(Permission.RecordCasework)),
        new(Words.Key("Records opened in an emergency"), "/glass", a => a.May(Permission.ManageScheme)),
        new(Words.Key("The team"), "/team", a => a.May(Permission.RecordCasework)),
        new(Words.Key("Who looked at whom"), "/log", a => a.May(Permission.SeeLog)),
        new(Words.Key("Keeping and erasing"), "/keeping", a => a.May(Permission.DecideKeeping)),
        new(Words.Key("Settings of the scheme"), "/settings", a => a.May(Permission.ManageScheme)),
        new(Words.Key("Your account"), "/your-account", a => a.IsSignedIn),
    ];

    public static IEnumerable<Place> For(ClaimsPrincipal user) => Of(Jobs, user);

    public static IEnumerable<Place> AccountFor(ClaimsPrincipal user) => Of(Account, user);

    /// <summary>Whether the search box is shown: only to who may open the list of young people.</summary>
    public static bool MaySearch(ClaimsPrincipal user) => Actor.From(user).May(Permission.SeeCaseload);

    private static IEnumerable<Place> Of(IEnumerable<Place> places, ClaimsPrincipal user)
    {
        var actor = Actor.From(user);
        return places.Where(p => p.For(actor));
    }
}
