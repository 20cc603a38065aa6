using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Throughgate.Web.Access.SigningIn.Provider;

namespace Throughgate.Tests.Access;

/// <summary>What an ID token must be to be believed: each of these is wrong in one thing.</summary>
public sealed class ProviderTokenTests
{
    private const string Issuer = "https://login.council.example";
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "one" };
    private static readonly ProviderSettings Settings = new(Issuer, "throughgate", "secret", "Council", AlwaysTwoFactors: false);

    [Fact]
    public async Task One_that_is_right_is_believed()
    {
        var known = await ReadAsync(Token());
        (known.Subject, known.Email, known.EmailIsTheirs, known.TwoFactors).ShouldBe(("42", "ann@leeds.example", true, false));
    }

    [Fact]
    public async Task It_says_whether_two_factors_were_given() =>
        (await ReadAsync(Token(extra: new Claim("amr", """["pwd","mfa"]""", System.IdentityModel.Tokens.Jwt.JsonClaimValueTypes.JsonArray)))).TwoFactors.ShouldBeTrue();

    [Fact]
    public async Task Of_another_issuer() => await RefusedAsync(Token(issuer: "https://elsewhere.example"));

    [Fact]
    public async Task For_another_client() => await RefusedAsync(Token(audience: "another"));

    [Fact]
    public async Task The_answer_to_another_question() => await RefusedAsync(Token(nonce: "another"));

    [Fact]
    public async Task Expired() => await RefusedAsync(Token(until: Now.AddMinutes(-3)));

    [Fact]
    public async Task Not_yet() => await RefusedAsync(Token(from: Now.AddMinutes(3)));

    [Fact]
    public async Task Signed_by_another_key() => await RefusedAsync(Token(key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "one" }));

    [Fact]
    public async Task Signed_with_the_client_s_secret()
    {
        var shared = new SymmetricSecurityKey(Key.Rsa.ExportRSAPublicKey()[..64]) { KeyId = "one" };
        await RefusedAsync(Token(signing: new SigningCredentials(shared, SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    public async Task Not_signed_at_all()
    {
        var parts = Token().Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        await RefusedAsync($"{none}.{parts[1]}.");
    }

    [Fact]
    public async Task From_a_provider_that_calls_itself_by_another_name() =>
        await Should.ThrowAsync<ProviderRefusedException>(() => ProviderToken.ReadAsync(Token(), Provider("https://elsewhere.example"), Settings, "nonce", Now));

    [Theory]
    [InlineData("http://login.council.example", "c", "s", "https")]
    [InlineData("login.council.example", "c", "s", "https")]
    [InlineData("https://login.council.example", "", "s", "THROUGHGATE_OIDC_CLIENT")]
    public void Settings_that_cannot_be_right_stop_the_start(string issuer, string client, string secret, string said) =>
        Should.Throw<FormatException>(() => ProviderSettings.Of(new ConfigurationManager
        {
            ["THROUGHGATE_OIDC_ISSUER"] = issuer, ["THROUGHGATE_OIDC_CLIENT"] = client, ["THROUGHGATE_OIDC_SECRET"] = secret,
        })).Message.ShouldContain(said);

    private static Task<Known> ReadAsync(string token) => ProviderToken.ReadAsync(token, Provider(Issuer), Settings, "nonce", Now);

    private static async Task RefusedAsync(string token) => await Should.ThrowAsync<ProviderRefusedException>(() => ReadAsync(token));

    private static OpenIdConnectConfiguration Provider(string issuer)
    {
        var provider = new OpenIdConnectConfiguration { Issuer = issuer };
        provider.SigningKeys.Add(Key);
        return provider;
    }

    private static string Token(
        string issuer = Issuer,
        string audience = "throughgate",
        string nonce = "nonce",
        DateTimeOffset? from = null,
        DateTimeOffset? until = null,
        RsaSecurityKey? key = null,
        SigningCredentials? signing = null,
        Claim? extra = null
    ) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = (from ?? Now.AddMinutes(-1)).UtcDateTime,
            IssuedAt = Now.UtcDateTime,
            Expires = (until ?? Now.AddMinutes(5)).UtcDateTime,
            Subject = new ClaimsIdentity(
                new[] { new Claim("sub", "42"), new Claim("nonce", nonce), new Claim("email", "ann@leeds.example"), new Claim("email_verified", "true", ClaimValueTypes.Boolean), extra! }.Where(c => c is not null)
            ),
            SigningCredentials = signing ?? new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256),
        });
}
