using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Throughgate.Web.Access.SigningIn.Provider;

/// <summary>Who somebody is, as the identity provider says.</summary>
public sealed record Known(string Issuer, string Subject, string? Email, bool EmailIsTheirs, bool TwoFactors);

/// <summary>The identity provider's answer is not to be believed, or says no. What it is about goes to the log; whoever signs in is told that it did not work.</summary>
public sealed class ProviderRefusedException(string why, Exception? inner = null) : Exception(why, inner);

/// <summary>
/// An ID token is believed if it is signed by a key of this issuer with an asymmetric algorithm, for this client alone, now, and answers this very question (nonce):
/// OpenID Connect Core, section 3.1.3.7.
/// </summary>
public static class ProviderToken
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
    ];

    /// <exception cref="ProviderRefusedException">It is not to be believed.</exception>
    public static async Task<Known> ReadAsync(string token, OpenIdConnectConfiguration provider, ProviderSettings settings, string nonce, DateTimeOffset now)
    {
        if (!string.Equals(provider.Issuer?.TrimEnd('/'), settings.Issuer, StringComparison.Ordinal))
        {
            throw new ProviderRefusedException("the provider calls itself by another name");
        }

        var read = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = settings.Client,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => until is { } end && now < new DateTimeOffset(end, TimeSpan.Zero) + Skew && (from is not { } start || now > new DateTimeOffset(start, TimeSpan.Zero) - Skew),
        });
        if (!read.IsValid || read.SecurityToken is not JsonWebToken believed)
        {
            throw new ProviderRefusedException($"the token is not to be believed: {read.Exception?.GetType().Name}", read.Exception);
        }

        if (!Same(Claim(believed, "nonce"), nonce))
        {
            throw new ProviderRefusedException("the token answers another question");
        }

        if (believed.Audiences.Count() > 1 && Claim(believed, "azp") != settings.Client)
        {
            throw new ProviderRefusedException("the token is for another client");
        }

        return believed.Subject is { Length: > 0 and <= 255 } subject
            ? new(settings.Issuer, subject, Claim(believed, "email"), Claim(believed, "email_verified") is "true" or "True", settings.AlwaysTwoFactors || believed.Claims.Any(c => c is { Type: "amr", Value: "mfa" }))
            : throw new ProviderRefusedException("the token names nobody");
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetClaim(name, out var claim) ? claim.Value : null;

    private static bool Same(string? one, string other) => one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
