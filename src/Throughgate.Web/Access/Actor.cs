using System.Security.Claims;
using Throughgate.Domain.Access;
using Throughgate.Web.Access.SigningIn.Second;

namespace Throughgate.Web.Access;

/// <summary>Who acts: from the signed-in session of a request, or the command line.</summary>
public sealed record Actor(Guid? Id, string Name, string Role, string? Scheme, Guid? WorkerId = null)
{
    /// <summary>The chain of history and log for acts that belong to no scheme.</summary>
    public const string National = "national";

    /// <summary>Of what this actor is a member today.</summary>
    public Belonging Belongs { get; init; } = Scheme is null ? Belonging.Nowhere : Belonging.Nowhere with { Schemes = [Scheme] };

    /// <summary>Some record is restricted, whoever's: every read then asks whether it is.</summary>
    public bool SomeRestricted { get; init; } = true;

    /// <summary>This actor broke the glass, and the hour is not over.</summary>
    public bool HoldsGlass { get; init; }

    /// <summary>Somebody's whereabouts must not be disclosed: every list then asks whose.</summary>
    public bool SomeUndisclosed { get; init; } = true;

    public static Actor Anonymous { get; } = new(null, "", "anonymous", null);

    /// <summary>The command line: whoever can run it already holds the database.</summary>
    public static Actor CommandLine { get; } = new(null, "command line", "command_line", null);

    public bool IsSignedIn => Id is not null;

    /// <summary>The account whose password was right and whose second factor is to come. It may open nothing but the page for that.</summary>
    public Guid? OnTheWay { get; init; }

    /// <summary>When they last proved in this session that it is them; null where nobody is signed in.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>How far the session is.</summary>
    public Passage Passage { get; init; }

    /// <summary>Which chain of history and log this actor's acts are written to: one a scheme.</summary>
    public string Chain => Scheme ?? National;

    public bool May(Permission permission) => IsSignedIn && RoleTable.May(Role, permission);

    /// <summary>Who asks, for <see cref="NeedToKnow"/>.</summary>
    public Viewer Viewer =>
        new()
        {
            Account = Id ?? Guid.Empty,
            Sees = IsSignedIn ? RoleTable.Find(Role)?.Sees ?? Sees.Nobody : Sees.Nobody,
            Scheme = Scheme,
            WholeScheme = Scheme is not null && Belongs.Schemes.Contains(Scheme),
            Yots = Scheme is null ? new HashSet<string>() : Belongs.YotsIn(Scheme),
            Worker = WorkerId,
            Establishments = Belongs.Establishments.ToHashSet(StringComparer.Ordinal),
            Partner = Belongs.Partners is [var partner, ..] ? partner : null,
        };

    /// <summary>An account as it acts: of the scheme it is a member of on the day, if of any.</summary>
    public static Actor Of(Guid id, string name, string role, Guid? worker, string? memberships)
    {
        var belongs = Belonging.Read(memberships);
        return new(id, name, role, belongs.Scheme, worker) { Belongs = belongs };
    }

    /// <summary>The actor that the claims of a session name; anonymous where there is none.</summary>
    public static Actor From(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue(Claims.Id), out var id)
            ? Of(
                id,
                user.FindFirstValue(Claims.Name) ?? "",
                user.FindFirstValue(Claims.Role) ?? "",
                Guid.TryParse(user.FindFirstValue(Claims.Worker), out var worker) ? worker : null,
                user.FindFirstValue(Claims.Memberships)
            ) with
            {
                ProvedAt = long.TryParse(user.FindFirstValue(Claims.Proved), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var proved) ? DateTimeOffset.FromUnixTimeSeconds(proved) : null,
                SomeRestricted = user.HasClaim(c => c.Type == Claims.SomeRestricted),
                HoldsGlass = user.HasClaim(c => c.Type == Claims.HoldsGlass),
                SomeUndisclosed = user.HasClaim(c => c.Type == Claims.SomeUndisclosed),
            }
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
    public const string Memberships = "tg:memberships";
    public const string SomeRestricted = "tg:restricted";
    public const string HoldsGlass = "tg:glass";
    public const string SomeUndisclosed = "tg:undisclosed";
    public const string Worker = "tg:worker";
    public const string Session = "tg:session";
    public const string Until = "tg:until";
    public const string Proved = "tg:proved";
    public const string OnTheWay = "tg:on-the-way";
    public const string Passage = "tg:passage";
}
