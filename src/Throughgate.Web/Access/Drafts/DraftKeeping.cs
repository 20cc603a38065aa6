using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;

namespace Throughgate.Web.Access.Drafts;

/// <summary>
/// Around every page that <see cref="KeepsDraftAttribute">keeps a draft</see>: takes what the script sends while somebody types, fills it in when they
/// come back, and forgets it once the form did its work.
/// </summary>
public sealed class DraftKeeping(Db db, Actor actor, Visible visible, DraftSeal seal, TimeProvider time) : IAsyncPageFilter, IOrderedFilter
{
    /// <summary>Sent by the script with what was typed so far: keep it, do nothing else.</summary>
    public const string Header = "X-Draft";

    /// <summary><c>?draft=none</c>: the form as it is without what was kept.</summary>
    public const string Asked = "draft";

    private const string KeptAt = "tg:draft-kept-at";

    /// <summary>After the whole body was read, before the form's one-time key is asked for.</summary>
    public int Order => -1200;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (actor.Id is not { } account || !Keeps(context.ActionDescriptor))
        {
            await next();
            return;
        }

        var request = context.HttpContext.Request;
        var form = FormOf(request);
        if (HttpMethods.IsPost(request.Method) && request.Headers.ContainsKey(Header))
        {
            context.Result = await KeepAsync(context, account, form);
            return;
        }

        var done = await next();
        if (HttpMethods.IsPost(request.Method) && done.Exception is null && done.Result is RedirectResult or LocalRedirectResult or RedirectToPageResult)
        {
            await db.ForgetDraftAsync(account, form);
        }
        else if (HttpMethods.IsGet(request.Method) && done.Result is PageResult && request.Query[Asked] != "none")
        {
            await GiveBackAsync(done, account, form);
        }
    }

    public static bool Keeps(object page) => page is CompiledPageActionDescriptor compiled && compiled.HandlerTypeInfo.GetCustomAttribute<KeepsDraftAttribute>() is not null;

    /// <summary>The form's own address: page, young person, row and programme.</summary>
    public static string FormOf(HttpRequest request) =>
        request.Query.TryGetValue("programme", out var programme) ? $"{request.Path}?programme={programme}" : request.Path.ToString();

    /// <summary>When what the page shows was kept; null where it shows nothing kept.</summary>
    public static DateTimeOffset? Shown(HttpContext context) => context.Items[KeptAt] as DateTimeOffset?;

    private async Task<IActionResult> KeepAsync(PageHandlerExecutingContext context, Guid account, string form)
    {
        if (!Guid.TryParse(context.RouteData.Values["id"]?.ToString(), out var person) || !await visible.Few([person]).AnyAsync())
        {
            return new NotFoundResult();
        }

        if (seal.Close(account, context.HttpContext.Request.Form) is { } closed)
        {
            await db.KeepDraftAsync(account, form, closed, time.GetUtcNow());
        }

        return new NoContentResult();
    }

    private async Task GiveBackAsync(PageHandlerExecutedContext done, Guid account, string form)
    {
        var kept = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.AccountId == account && d.Form == form);
        if (kept is null || seal.Open(account, kept.Sealed) is not { } typed)
        {
            return;
        }

        foreach (var (field, values) in typed)
        {
            done.ModelState.SetModelValue(field, values.Length == 1 ? values[0] : values, string.Join(',', values));
        }

        done.HttpContext.Items[KeptAt] = kept.At;
    }
}
