using System.Security.Claims;
using Throughgate.Web.Access.SigningIn.Second;

namespace Throughgate.Web.Access;

/// <summary>Who acts: from the signed-in session of a request, or the command line.</summary>
public sealed record Actor(Guid? Id, string Name, string Role, string? Scheme, Guid? WorkerId = null)
{
    /// <summary>The chain of history and log for acts that belong to no scheme.</summary>
    public const string National = "national";

    public static Actor Anonymous { get; } = new(null, "", "anonymous", null);

    /// <summary>The command line: whoever can run it already holds the database.</summary>
    public static Actor CommandLine { get; } = new(null, "command line", "command_line", null);

    public bool IsSignedIn => Id is not null;

    /// <summary>The account whose password was right and whose second factor is to come. It may open nothing but the page for that.</summary>
    public Guid? OnTheWay { get; init; }

    /// <summary>How far the session is.</summary>
    public Passage Passage { get; init; }

    /// <summary>Which chain of history and log this actor's acts are written to: one a scheme.</summary>
    public string Chain => Scheme ?? National;

    public bool May(Permission permission) => IsSignedIn && RoleTable.May(Role, permission);

    /// <summary>The actor that the claims of a session name; anonymous where there is none.</summary>
    public static Actor From(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue(Claims.Id), out var id)
            ? new(
                id,
                user.FindFirstValue(Claims.Name) ?? "",
                user.FindFirstValue(Claims.Role) ?? "",
                user.FindFirstValue(Claims.Scheme),
                Guid.TryParse(user.FindFirstValue(Claims.Worker), out var worker) ? worker : null
            )
            : Anonymous with
            {
                OnTheWay = Guid.TryParse(user.FindFirstValue(Claims.OnTheWay), out var comer) ? comer : null,
                Passage = Enum.TryParse<Passage>(user.FindFirstValue(Claims.Passage), out var passage) ? passage : Passage.In,
            };
}

/// <summary>The claims of a session. They are read from the account at every request, never from the cookie.</summary>
public static class Claims
{
    public const string Id = "tg:id";
    public const string Name = "tg:name";
    public const string Role = "tg:role";
    public const string Scheme = "tg:scheme";
    public const string Worker = "tg:worker";
    public const string Session = "tg:session";
    public const string OnTheWay = "tg:on-the-way";
    public const string Passage = "tg:passage";
}
