using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Throughgate.Web.Access.Sending;

namespace Throughgate.Web.Access.Drafts;

/// <summary>Seals what was typed for the account that typed it: no other account, and nobody who reads the table, can open it.</summary>
public sealed class DraftSeal(IDataProtectionProvider protection)
{
    private const int Longest = 200_000;

    /// <summary>Fields that belong to one sending of the form, not to what was typed.</summary>
    private static readonly string[] Left = ["__RequestVerificationToken", OnceTagHelper.Field, "Version"];

    /// <summary>Null where nothing was typed, or more than any form asks for.</summary>
    public string? Close(Guid account, IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var typed = fields.Where(f => !Left.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);
        var json = JsonSerializer.Serialize(typed);
        return typed.Values.SelectMany(v => v).All(string.IsNullOrWhiteSpace) || json.Length > Longest ? null : Of(account).Protect(json);
    }

    /// <summary>Null where it cannot be opened: made up, of another account, or of keys that are gone.</summary>
    public Dictionary<string, string[]>? Open(Guid account, string closed)
    {
        try
        {
            return OpenWhole(account, closed) is { } json ? JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The text as it was kept, also under a key that was withdrawn since: nothing that was typed is lost to a rotation of keys. Null where it cannot be opened.</summary>
    internal string? OpenWhole(Guid account, string closed)
    {
        try
        {
            var opened = ((IPersistedDataProtector)Of(account)).DangerousUnprotect(WebEncoders.Base64UrlDecode(closed), ignoreRevocationErrors: true, out _, out _);
            return Encoding.UTF8.GetString(opened);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    internal string CloseWhole(Guid account, string json) => Of(account).Protect(json);

    private IDataProtector Of(Guid account) => protection.CreateProtector("draft", account.ToString());
}
