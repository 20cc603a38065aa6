using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Access;

/// <summary>
/// Last before an answer goes out: one row of the log, committed, then the answer. What was saved is committed in the same transaction as
/// its row. If the log cannot be written there is no answer but 503 (R4).
/// </summary>
public sealed class Answer(Actor actor, Seen seen, Db db, AccessLog log, TimeProvider time) : IAsyncAlwaysRunResultFilter, IOrderedFilter
{
    /// <summary>Nobody was shown, whoever was looked up on the way.</summary>
    private const string Refused = "refused";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>After every other filter that may still change the result.</summary>
    public int Order => 2000;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.ActionDescriptor is PageActionDescriptor page)
        {
            // The page of a refusal runs in the same request: what was refused is on record already.
            var row = !seen.IsWritten && MustBeLogged(context) ? Row(context, page) : null;
            seen.Close();
            try
            {
                if (db.Work is { IsBegun: true } work)
                {
                    await work.CommitAsync(row);
                }
                else if (row is not null)
                {
                    await log.WriteAsync(row);
                }
            }
            catch (LogUnwritableException)
            {
                context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
            }
        }

        await next();
    }

    /// <summary>Everything somebody signed in was given or refused; of what anyone may open, only what the page itself told.</summary>
    private bool MustBeLogged(ResultExecutingContext context)
    {
        var page = (context.ActionDescriptor as CompiledPageActionDescriptor)?.HandlerTypeInfo;
        var open = page is null || Gate.Of(page) is { Needs: null };
        return !seen.IsEmpty || seen.Outcome is not null || (actor.IsSignedIn && !open);
    }

    private AccessRow Row(ResultExecutingContext context, PageActionDescriptor page)
    {
        var who = seen.As ?? actor;
        var detail = new SortedDictionary<string, string>(seen.Detail.ToDictionary(), StringComparer.Ordinal);
        foreach (var (name, value) in context.RouteData.Values)
        {
            // A key in an address is a secret: the log says what was opened with it, never the key.
            if (name is not ("page" or "key") && value?.ToString() is { Length: > 0 } text)
            {
                detail.TryAdd(name, text.Length > 200 ? text[..200] : text);
            }
        }

        var outcome = seen.Outcome ?? Outcome(context.Result, context.HttpContext.Response.StatusCode);
        var method = context.HttpContext.Request.Method;
        return new AccessRow
        {
            Chain = who.Chain,
            At = time.GetUtcNow(),
            ActorId = who.Id,
            ActorName = Link.Text(who.Name),
            Role = who.Role,
            Action = Link.Text($"{method} /{page.AttributeRouteInfo?.Template ?? page.ViewEnginePath}"),
            Outcome = outcome,
            People = JsonSerializer.Serialize(outcome == Refused ? Enumerable.Empty<Guid>() : seen.Shown.Order()),
            Detail = Link.Text(JsonSerializer.Serialize(detail, Plain)),
            Hash = [],
        };
    }

    /// <param name="status">As the page set it: a form that comes back with what is wrong is a page of status 400.</param>
    private string Outcome(IActionResult result, int status) =>
        result switch
        {
            IStatusCodeActionResult { StatusCode: 404 or 403 } => Refused,
            IStatusCodeActionResult { StatusCode: >= 400 } or PageResult { StatusCode: >= 400 } => "not_done",
            PageResult when status >= 400 => "not_done",
            _ when db.Work is { IsBegun: true } => "changed",
            RedirectResult or LocalRedirectResult or RedirectToPageResult or RedirectToRouteResult => "sent_on",
            _ => "shown",
        };
}
