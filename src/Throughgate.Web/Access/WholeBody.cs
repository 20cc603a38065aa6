using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Throughgate.Web.Access;

/// <summary>
/// A body that was cut, malformed or too large leaves a model error under the empty key, and Razor Pages would run the handler with
/// defaults all the same. It is refused here, before the handler (security.md no. 30, R17).
/// </summary>
public sealed class WholeBody : IAsyncPageFilter, IOrderedFilter
{
    public int Order => -1500;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) || context.ModelState.GetValueOrDefault("") is not { Errors: { Count: > 0 } errors })
        {
            return next();
        }

        var tooLarge = errors.Any(e => e.Exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge });
        context.Result = new StatusCodeResult(tooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
        return Task.CompletedTask;
    }
}
