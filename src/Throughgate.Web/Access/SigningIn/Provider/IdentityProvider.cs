using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Throughgate.Web.Access.SigningIn.Provider;

/// <summary>Talks with the identity provider: where to send somebody, and who the code that they bring back stands for.</summary>
public sealed class IdentityProvider : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = 1024 * 1024 };
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _discovery;
    private readonly TimeProvider _time;

    public IdentityProvider(ProviderChoice choice, TimeProvider time)
    {
        (Settings, _time) = (choice.Settings, time);
        if (Settings is { } settings)
        {
            var https = settings.Issuer.StartsWith("https:", StringComparison.Ordinal);
            _discovery = new($"{settings.Issuer}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(_http) { RequireHttps = https });
        }
    }

    /// <summary>Null where there is none.</summary>
    public ProviderSettings? Settings { get; }

    /// <summary>Where somebody is sent to say who they are; <c>again</c>: whoever is signed in there is asked all the same.</summary>
    public async Task<string> AddressAsync(Journey journey, string back, bool again, CancellationToken cancel)
    {
        var provider = await DiscoverAsync(cancel);
        var address = QueryHelpers.AddQueryString(provider.AuthorizationEndpoint, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = Settings!.Client,
            ["redirect_uri"] = back,
            ["scope"] = "openid email",
            ["state"] = journey.State,
            ["nonce"] = journey.Nonce,
            ["code_challenge"] = journey.Challenge,
            ["code_challenge_method"] = "S256",
        });
        return again ? QueryHelpers.AddQueryString(address, "prompt", "login") : address;
    }

    /// <exception cref="ProviderRefusedException">It does not answer, says no, or is not to be believed.</exception>
    public async Task<Known> WhoAsync(string code, Journey journey, string back, CancellationToken cancel)
    {
        var provider = await DiscoverAsync(cancel);
        using var answer = await TokenAsync(provider, code, journey, back, cancel);
        var token = Text(answer, "id_token") ?? throw new ProviderRefusedException("the provider sent no ID token");
        Known known;
        try
        {
            known = await ProviderToken.ReadAsync(token, provider, Settings!, journey.Nonce, _time.GetUtcNow());
        }
        catch (ProviderRefusedException unknown) when (unknown.InnerException is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider has new keys: they are asked for once.
            _discovery!.RequestRefresh();
            known = await ProviderToken.ReadAsync(token, await DiscoverAsync(cancel), Settings!, journey.Nonce, _time.GetUtcNow());
        }

        return known.Email is null && Text(answer, "access_token") is { } access ? await WithEmailAsync(known, provider, access, cancel) : known;
    }

    public void Dispose() => _http.Dispose();

    private async Task<OpenIdConnectConfiguration> DiscoverAsync(CancellationToken cancel)
    {
        try
        {
            return await _discovery!.GetConfigurationAsync(cancel);
        }
        catch (InvalidOperationException away)
        {
            throw new ProviderRefusedException("the provider does not answer", away);
        }
    }

    private async Task<JsonDocument> TokenAsync(OpenIdConnectConfiguration provider, string code, Journey journey, string back, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(Settings!.Client)}:{Uri.EscapeDataString(Settings.Secret)}")));
        request.Content = new FormUrlEncodedContent(
            [new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", back), new("code_verifier", journey.Verifier)]
        );
        return await SendAsync(request, cancel);
    }

    private async Task<Known> WithEmailAsync(Known known, OpenIdConnectConfiguration provider, string access, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
        using var answer = await SendAsync(request, cancel);
        return Text(answer, "sub") == known.Subject
            ? known with { Email = Text(answer, "email"), EmailIsTheirs = answer.RootElement.TryGetProperty("email_verified", out var theirs) && theirs.ValueKind == JsonValueKind.True }
            : throw new ProviderRefusedException("the provider speaks of somebody else");
    }

    private async Task<JsonDocument> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var answer = await _http.SendAsync(request, cancel);
            return answer.IsSuccessStatusCode
                ? JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancel))
                : throw new ProviderRefusedException($"the provider answered {(int)answer.StatusCode}");
        }
        catch (Exception away) when (away is HttpRequestException or JsonException or TaskCanceledException)
        {
            throw new ProviderRefusedException("the provider does not answer", away);
        }
    }

    private static string? Text(JsonDocument answer, string name) => answer.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
