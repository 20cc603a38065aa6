namespace Throughgate.Web.Access.SigningIn.Provider;

/// <summary>
/// The council's own identity provider (OpenID Connect): THROUGHGATE_OIDC_ISSUER, _CLIENT and _SECRET, and _NAME as people know it. _SECOND_FACTOR=theirs says that
/// it asks everybody for two factors; otherwise ours is asked for where its token does not say that it did (<c>amr</c> with <c>mfa</c>).
/// </summary>
public sealed record ProviderSettings(string Issuer, string Client, string Secret, string Name, bool AlwaysTwoFactors)
{
    public const string Setting = "THROUGHGATE_OIDC_ISSUER";

    /// <summary>Null where there is none.</summary>
    /// <exception cref="FormatException">What is set cannot be right.</exception>
    public static ProviderSettings? Of(IConfiguration settings)
    {
        if (settings[Setting]?.Trim().TrimEnd('/') is not { Length: > 0 } issuer)
        {
            return null;
        }

        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new FormatException($"{Setting} must be the address of the identity provider, by https: https://login.council.example");
        }

        if (settings["THROUGHGATE_OIDC_CLIENT"] is not { Length: > 0 } client || settings["THROUGHGATE_OIDC_SECRET"] is not { Length: > 0 } secret)
        {
            throw new FormatException($"{Setting} is set, so THROUGHGATE_OIDC_CLIENT and THROUGHGATE_OIDC_SECRET must be what the identity provider gave for this site");
        }

        return new(issuer, client, secret, settings["THROUGHGATE_OIDC_NAME"] is { Length: > 0 } name ? name : address.Host, settings["THROUGHGATE_OIDC_SECOND_FACTOR"] == "theirs");
    }
}

/// <summary>The identity provider as this server has it: one, or none (null).</summary>
public sealed record ProviderChoice(ProviderSettings? Settings);
