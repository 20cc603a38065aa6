using Microsoft.AspNetCore.Mvc.Filters;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Data;

namespace Throughgate.Web.Access.Drafts;

/// <summary>
/// A form that was sent after its session had ended: the cookie still names that session, and so whose it was. What was typed is kept for that
/// account; whoever signs in next sees it only if they are the same.
/// </summary>
public sealed class LateForm(Db db, Sessions sessions, DraftSeal seal, SessionCookie cookie, TimeProvider time)
{
    /// <summary>True where it was kept; the address to come back to is that of the form.</summary>
    public async Task<bool> KeepAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !DraftKeeping.Keeps(context.ActionDescriptor) || !request.HasFormContentType || cookie.KeyOf(context.HttpContext) is not { } key)
        {
            return false;
        }

        if (await sessions.OwnerAsync(db, key) is not { } account || seal.Close(account, await request.ReadFormAsync()) is not { } closed)
        {
            return false;
        }

        await db.KeepDraftAsync(account, DraftKeeping.FormOf(request), closed, time.GetUtcNow());
        return true;
    }
}
