using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Throughgate.Web.Ui.TakingAway;

/// <summary>Why a table of names leaves, and who will hold it: said on the page that asks, by one account, for the table at one address.</summary>
/// <param name="Table">The address of the table with its query.</param>
public sealed record SaidWhy(Guid By, string Table, string Why, string Recipient);

/// <summary>
/// Carries what was said from the page that asks to the file, sealed in the browser: good for two minutes, for that account and that table. The words are never in an
/// address, where other programs keep them.
/// </summary>
public sealed class TakenFor(IDataProtectionProvider protection)
{
    /// <summary>A table that names more young people than this is a list of them, and leaves for a reason that is on record (R5).</summary>
    public const int Handful = 5;

    public const string Page = "/take-away";
    private const string Name = "tg-why";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    private ITimeLimitedDataProtector Seal => protection.CreateProtector("why a table leaves").ToTimeLimitedDataProtector();

    public void Write(HttpContext context, SaidWhy said) => context.Response.Cookies.Append(Name, Seal.Protect(JsonSerializer.Serialize(said), Lasts), Options(context));

    /// <summary>What was said for this very table; null where nothing was, or not by them, or not lately. It is good once.</summary>
    public SaidWhy? Take(HttpContext context, Guid? by, string table)
    {
        if (context.Request.Cookies[Name] is not { } closed)
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, Options(context));
        try
        {
            return JsonSerializer.Deserialize<SaidWhy>(Seal.Unprotect(closed)) is { } said && said.By == by && said.Table == table ? said : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true };
}
