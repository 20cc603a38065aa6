using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.History;

namespace Throughgate.Web.Access.Sending;

/// <summary>A form that may be sent twice without harm, and why; it needs no one-time key.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RepeatableAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}

/// <summary>This form was sent before; its first sending stands.</summary>
public sealed class SentBeforeException() : Exception("This form was sent before.");

/// <summary>
/// Opens the one transaction of a posted page, with the form's one-time key first in it. A second sending, even at the same moment, waits
/// for the first and is answered with where that one led.
/// </summary>
public sealed class Once(Db db, Actor actor, TimeProvider time) : IAsyncPageFilter, IOrderedFilter
{
    public int Order => -1000;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || context.HandlerMethod is null || actor.Id is not { } account || MayRepeat(context))
        {
            await next();
            return;
        }

        if (!Guid.TryParseExact(request.HasFormContentType ? (await request.ReadFormAsync())[OnceTagHelper.Field].ToString() : "", "N", out var form))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        if (await SentBeforeAsync(account, form, request.Path) is { } led)
        {
            context.Result = led;
            return;
        }

        var work = Work.Open(db);
        context.HttpContext.Response.RegisterForDisposeAsync(work);
        work.First = async () =>
        {
            if (!await db.ClaimFormAsync(account, form, time.GetUtcNow()))
            {
                throw new SentBeforeException();
            }
        };
        var done = await next();
        if (done.Exception is SentBeforeException)
        {
            await work.DisposeAsync();
            done.ExceptionHandled = true;
            done.Result = await SentBeforeAsync(account, form, context.HttpContext.Request.Path) ?? new StatusCodeResult(StatusCodes.Status409Conflict);
        }
        else if (done.Exception is not null && !done.ExceptionHandled)
        {
            await work.DisposeAsync();
        }
        else if (work.IsBegun && Address.Of(done.Result, context) is { } location)
        {
            work.Last = () => db.AnswerFormAsync(account, form, location);
        }
    }

    private static bool MayRepeat(PageHandlerExecutingContext context) =>
        context.ActionDescriptor is CompiledPageActionDescriptor page && page.HandlerTypeInfo.IsDefined(typeof(RepeatableAttribute), false);

    private async Task<IActionResult?> SentBeforeAsync(Guid account, Guid form, string page)
    {
        var before = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.AccountId == account && s.FormKey == form);
        return before is null ? null : new LocalRedirectResult(before.Location ?? page);
    }
}
