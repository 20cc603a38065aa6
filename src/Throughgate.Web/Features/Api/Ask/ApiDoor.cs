using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Performance;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Api.Ask;

/// <summary>Who asks through the interface: a key of a scheme. It sees what a board member of the scheme sees, and never a person (INF-6, ADR 43).</summary>
/// <param name="Figures">The figures of performance, asked as that reader.</param>
public sealed record Caller(ApiKey Key, Actor Reader, AskFigures Figures)
{
    public string Scheme => Key.Scheme;
}

/// <summary>Opens the interface to a key that is sent as <c>Authorization: Bearer</c>, tells the log whose it is and what left, and says what is wrong as problem+json.</summary>
public sealed class ApiDoor(Db db, Seen seen, Throttle throttle, Pace pace, TimeProvider time, London london, ReckonFigures reckon, KeptViews kept, Words words, IHttpContextAccessor asked)
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>A role of its own in the log; in the program it is nobody's.</summary>
    public const string Role = "api_key";

    public static string MakeKey() => $"tg_{WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32))}";

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Answers who asks, or says why not; what is answered is on record as an export by the key.</summary>
    /// <param name="what">What leaves: "figures 2010-11".</param>
    /// <param name="answer">Null where there is no such thing; a result where what was asked for is wrong.</param>
    public async Task<IActionResult> AnswerAsync(string what, Func<Caller, Task<object?>> answer, CancellationToken cancel)
    {
        var request = asked.HttpContext!;
        var from = $"api {Throttle.AddressOf(request.Connection)}";
        if (!throttle.MayTry(from, Throttle.OfAnAddress))
        {
            request.Response.Headers.RetryAfter = "900";
            return Problem(429, "Too many wrong keys", "Wait a quarter of an hour, then send a key that is in force.");
        }

        var sent = request.Request.Headers.Authorization.ToString();
        var known = sent.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? await FindAsync(sent[7..].Trim(), cancel) : null;
        var key = known?.Opens(london.Today) == true && Reference.Instance.Schemes.ContainsKey(known.Scheme) ? known : null;
        if (key is null)
        {
            if (known is not null && throttle.MayTry($"api key {known.Id}", 1))
            {
                // A key that was revoked or ended and is still tried is on record, once a while.
                throttle.Failed($"api key {known.Id}");
                (seen.As, seen.Outcome) = (new Actor(known.Id, known.Name, Role, known.Scheme), "refused");
            }

            if (sent.Length > 0)
            {
                throttle.Failed(from);
            }

            request.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem(401, "A key is needed", "Send a key that is in force: Authorization: Bearer tg_… The scheme manager makes it on the page “Keys for programs”.");
        }

        var logged = new Actor(key.Id, key.Name, Role, key.Scheme);
        if (pace.Wait(key.Id) is var (seconds, isFirst))
        {
            if (isFirst)
            {
                (seen.As, seen.Outcome) = (logged, "refused");
            }

            request.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Problem(429, "Too many requests", $"A key may ask {Pace.AMinute} times a minute. Wait {seconds} seconds.");
        }

        seen.As = logged;
        await db.TouchKeyAsync(key.Id, time.GetUtcNow());
        var reader = new Actor(key.Id, key.Name, RoleTable.BoardMember, key.Scheme);
        var found = await answer(new(key, reader, new AskFigures(new Levels(db, reader, new CountsFor(db, reader, london), new Visible(db, reader, seen, london, time), london, words), reckon, kept, london)));
        if (found is null)
        {
            seen.Outcome = "refused";
            return Problem(404, "There is no such thing", "Look at /api for what there is, and for which years and quarters.");
        }

        if (found is IActionResult problem)
        {
            seen.Outcome = "not_done";
            return problem;
        }

        seen.Exported($"api {what}");
        return Json(200, found, "application/json");
    }

    /// <summary>What was handed in is not whole any more: no program reads it as if it were.</summary>
    public static ContentResult NotWhole() => Problem(409, "This return was changed from outside", "What was handed in is not as it was signed. The page of the return says what differs; tell whoever looks after Throughgate.");

    /// <summary>The year that was asked for is none that is over.</summary>
    public static ContentResult BadYear() => Problem(400, "That is no financial year that is over", "Write it as 2010-11. Numbers are given for whole financial years that are over, so that nobody can be recognised.");

    private async Task<ApiKey?> FindAsync(string key, CancellationToken cancel)
    {
        var hash = Hash(key);
        return await db.Set<ApiKey>().AsNoTracking().FirstOrDefaultAsync(k => k.KeyHash == hash, cancel);
    }

    private static ContentResult Problem(int status, string title, string detail) => Json(status, new { Type = "about:blank", Title = title, Status = status, Detail = detail }, "application/problem+json");

    private static ContentResult Json(int status, object value, string type) =>
        new() { StatusCode = status, ContentType = $"{type}; charset=utf-8", Content = JsonSerializer.Serialize(value, Plain) };
}
