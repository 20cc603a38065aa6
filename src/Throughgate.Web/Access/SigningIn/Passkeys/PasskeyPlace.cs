using System.Net;

namespace Throughgate.Web.Access.SigningIn.Passkeys;

/// <summary>
/// The site that passkeys are for: the address in THROUGHGATE_ADDRESS, never what a request or a proxy says of itself. Without the setting they are for
/// <c>http://localhost</c> only, where a browser lets them be tried.
/// </summary>
public sealed record PasskeyPlace(Uri? Address)
{
    public const string Setting = "THROUGHGATE_ADDRESS";
    private const string Here = "localhost";

    /// <summary>The domain that passkeys are bound to, where it is set.</summary>
    public string? Domain => IsServed(Address) ? Address!.Host : null;

    /// <exception cref="FormatException">The setting is no address.</exception>
    public static PasskeyPlace Of(IConfiguration settings) =>
        settings[Setting] is not { Length: > 0 } said ? new((Uri?)null)
        : Uri.TryCreate(said, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? new(address)
        : throw new FormatException($"{Setting} is \"{said}\". It is where people open this site: https://throughgate.council.example");

    /// <summary>The one origin whose answers count, or null: a browser knows passkeys only of a name, by TLS.</summary>
    public string? Origin(HttpRequest request) =>
        Address is not null ? (IsServed(Address) ? Address.GetLeftPart(UriPartial.Authority) : null)
        : request.Host.Host == Here ? $"{request.Scheme}://{request.Host}"
        : null;

    private static bool IsServed(Uri? address) =>
        address is not null && (address.Host == Here || (address.Scheme == Uri.UriSchemeHttps && !IPAddress.TryParse(address.Host.Trim('[', ']'), out _)));
}
