using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.SigningIn.Passkeys;

/// <summary>What a passkey is asked for.</summary>
public enum PasskeyFor
{
    /// <summary>To be added to the account.</summary>
    Adding,

    /// <summary>To sign in, whoever it is.</summary>
    SigningIn,

    /// <summary>As the second step after the password.</summary>
    SecondStep,

    /// <summary>To say that it is still them.</summary>
    Proving,
}

/// <summary>What a passkey said, or why it is not believed (for the log).</summary>
public sealed record PasskeyAnswer(Account? Account, string Why, UserPasskeyInfo? Passkey = null)
{
    public static PasskeyAnswer No(string why) => new(Account: null, why);
}

/// <summary>
/// Asks for passkeys and believes their answers. Each question is a row: of this session, or of this browser where there is none, for one purpose, good once and for five
/// minutes. Signatures, origin, domain and counters are checked by Identity's own handler.
/// </summary>
public sealed class PasskeyDesk(Db db, IPasskeyHandler<Account> handler, PasskeyPlace place, Throttle throttle, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Most questions from one address in fifteen minutes: a whole office may sign in, nobody fills the table.</summary>
    public const int MostAsked = 300;
    private const string Cookie = "tg-passkey";
    private const string Path = "/sign-in/passkey";

    public bool IsOffered(HttpRequest request) => place.Origin(request) is not null;

    /// <summary>What the browser is to do, as it takes it; null where passkeys are not offered here, or too many were asked for from the address.</summary>
    public async Task<string?> AskAsync(HttpContext context, PasskeyFor what, Account? account)
    {
        var asked = $"passkey {Throttle.AddressOf(context.Connection)}";
        if (!IsOffered(context.Request) || !throttle.MayTry(asked, MostAsked) || !throttle.MayTry(Throttle.AddressOf(context.Connection), Throttle.OfAnAddress))
        {
            return null;
        }

        throttle.Failed(asked);
        string options;
        string? state;
        if (what == PasskeyFor.Adding)
        {
            var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account!.Id.ToString(), Name = account.UserName!, DisplayName = account.DisplayName }, context);
            (options, state) = (made.CreationOptionsJson, made.AttestationState);
        }
        else
        {
            var made = await handler.MakeRequestOptionsAsync(account, context);
            (options, state) = (made.RequestOptionsJson, made.AssertionState);
        }

        await db.AskPasskeyAsync(Bind(context, what, fresh: true)!, account?.Id, state!, time.GetUtcNow() + Lasts);
        return options;
    }

    /// <summary>The passkey that was made for the account in answer to what this session asked.</summary>
    public async Task<PasskeyAnswer> AddedAsync(HttpContext context, Account account, string? credential)
    {
        if (await TakeAsync(context, PasskeyFor.Adding) is not { } question || question.AccountId != account.Id || string.IsNullOrEmpty(credential))
        {
            return PasskeyAnswer.No("no answer to a question of this session");
        }

        var made = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = question.State });
        return !made.Succeeded ? PasskeyAnswer.No(made.Failure.Message)
            : made.UserEntity.Id != account.Id.ToString() || !made.Passkey.IsUserVerified ? PasskeyAnswer.No("of somebody else, or its owner was not asked for")
            : new(account, "", made.Passkey);
    }

    /// <summary>Whose passkey answered. Its counter has moved on, so that a copy of it is found out.</summary>
    public async Task<PasskeyAnswer> ProvedAsync(HttpContext context, PasskeyFor what, string? credential)
    {
        var address = Throttle.AddressOf(context.Connection);
        if (!throttle.MayTry(address, Throttle.OfAnAddress))
        {
            return PasskeyAnswer.No("too many from the address");
        }

        var answer = await TakeAsync(context, what) is { } question && !string.IsNullOrEmpty(credential)
            ? await BelieveAsync(context, question, credential)
            : PasskeyAnswer.No("no answer to a question of this browser");
        if (answer.Account is null)
        {
            throttle.Failed(address);
        }

        return answer;
    }

    private async Task<PasskeyAnswer> BelieveAsync(HttpContext context, PasskeyChallenge question, string credential)
    {
        var said = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = question.State });
        if (!said.Succeeded)
        {
            return PasskeyAnswer.No(said.Failure.Message);
        }

        if (!said.Passkey.IsUserVerified || (question.AccountId is { } asked && asked != said.User.Id))
        {
            return PasskeyAnswer.No("of somebody else, or its owner was not asked for");
        }

        return await db.UsePasskeyAsync(said.User.Id, said.Passkey.CredentialId, said.Passkey.SignCount, said.Passkey.IsBackedUp, time.GetUtcNow())
            ? new(said.User, "", said.Passkey)
            : PasskeyAnswer.No("its counter did not move on: there may be a copy of it");
    }

    private async Task<PasskeyChallenge?> TakeAsync(HttpContext context, PasskeyFor what) =>
        Bind(context, what, fresh: false) is { } key ? await db.TakePasskeyQuestionAsync(key, time.GetUtcNow()) : null;

    /// <summary>What a question is bound to: the session, or a cookie made for it where nobody is signed in yet.</summary>
    private static byte[]? Bind(HttpContext context, PasskeyFor what, bool fresh)
    {
        string? to;
        if (what != PasskeyFor.SigningIn)
        {
            to = context.User.FindFirstValue(Claims.Session);
        }
        else if (fresh)
        {
            to = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
            context.Response.Cookies.Append(Cookie, to, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = Path, IsEssential = true, MaxAge = Lasts });
        }
        else
        {
            to = context.Request.Cookies[Cookie];
            context.Response.Cookies.Delete(Cookie, new() { Path = Path });
        }

        return string.IsNullOrEmpty(to) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{what}:{to}")));
    }
}
