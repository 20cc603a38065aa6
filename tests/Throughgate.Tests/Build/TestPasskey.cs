using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Throughgate.Tests.Build;

/// <summary>
/// A security key in software (WebAuthn level 2, ES256, no attestation), which can lie: of the origin it was asked at, of its owner, of its count. Written from
/// the standard, apart from the product.
/// </summary>
public sealed class TestPasskey : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private byte[] _owner = [];

    public byte[] Id { get; } = RandomNumberGenerator.GetBytes(32);

    public uint Count { get; set; } = 1;

    public string Origin { get; set; } = "http://localhost";

    public string Domain { get; set; } = "localhost";

    /// <summary>Whether it asked for finger, face or PIN.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>What the browser sends after <c>navigator.credentials.create</c>.</summary>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _owner = WebEncoders.Base64UrlDecode(asked["user"]!["id"]!.GetValue<string>());
        var q = _key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. q.X!, 0x22, 0x58, 0x20, .. q.Y!];
        byte[] data = [.. Data(0x41), .. new byte[16], 0, (byte)Id.Length, .. Id, .. cose];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data];
        return Credential(new JsonObject { ["clientDataJSON"] = Url(Client("webauthn.create", asked)), ["attestationObject"] = Url(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>What the browser sends after <c>navigator.credentials.get</c>.</summary>
    public string Answer(string options)
    {
        var client = Client("webauthn.get", JsonNode.Parse(options)!);
        var data = Data(0x01);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new JsonObject { ["clientDataJSON"] = Url(client), ["authenticatorData"] = Url(data), ["signature"] = Url(signature), ["userHandle"] = Url(_owner) });
    }

    /// <summary>The options that a page asks its browser with.</summary>
    public static string Asked(TestAnswer page) =>
        page.Page.QuerySelector("form[data-passkey]")?.GetAttribute("data-options") ?? throw new InvalidOperationException($"No passkey is asked for on {page.Status}:\n{page.Body}");

    /// <summary>Adds itself to the account that is signed in.</summary>
    public async Task<TestAnswer> AddAsync(TestBrowser browser, string name = "Work telephone")
    {
        var asked = await AskToBeAddedAsync(browser, name);
        var form = asked.Form("/passkeys/add");
        form["Credential"] = Make(Asked(asked));
        return await browser.PostAsync("/passkeys/add", form);
    }

    public static async Task<TestAnswer> AskToBeAddedAsync(TestBrowser browser, string name = "Work telephone")
    {
        var form = (await browser.GetAsync("/passkeys/add")).Form("/passkeys/add");
        form["Name"] = name;
        return await browser.PostAsync("/passkeys/add", form);
    }

    /// <summary>Signs in, with no name and no password.</summary>
    public async Task<TestAnswer> SignInAsync(TestBrowser browser, string? next = null)
    {
        var (asked, form) = await AskAsync(browser, next);
        form["Credential"] = Answer(Asked(asked));
        return await browser.PostAsync("/sign-in/passkey", form);
    }

    public static async Task<(TestAnswer Page, Dictionary<string, string> Form)> AskAsync(TestBrowser browser, string? next = null)
    {
        var page = await browser.GetAsync(next is null ? "/sign-in" : $"/sign-in?next={Uri.EscapeDataString(next)}");
        var asked = await browser.PostAsync("/sign-in/passkey", page.Form("/sign-in/passkey"));
        return (asked, asked.Form("/sign-in/passkey"));
    }

    public void Dispose() => _key.Dispose();

    private byte[] Client(string type, JsonNode asked) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge = asked["challenge"]!.GetValue<string>(), origin = Origin, crossOrigin = false }));

    private byte[] Data(byte flags)
    {
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(flags | (Verifies ? 0x04 : 0)), .. count];
    }

    private string Credential(JsonObject response) =>
        new JsonObject { ["id"] = Url(Id), ["rawId"] = Url(Id), ["type"] = "public-key", ["response"] = response, ["clientExtensionResults"] = new JsonObject() }.ToJsonString();

    private static byte[] Text(string said) => [(byte)(0x60 | said.Length), .. Encoding.ASCII.GetBytes(said)];

    private static string Url(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
