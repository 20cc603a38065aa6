using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Throughgate.Web.Access;

/// <summary>
/// A page of a record that was merged into another leads to the same page of the one that stays, and a form sent to it is sent on whole: but only for
/// somebody who may see that one. For anybody else the old record is nobody's.
/// </summary>
public sealed class OldAddress(Visible visible, Actor actor) : IAsyncAlwaysRunResultFilter, IOrderedFilter
{
    private const string Under = "/young-people/";

    /// <summary>Before <see cref="Answer"/>, which writes down what it leads to.</summary>
    public int Order => 1500;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (
            context.Result is IStatusCodeActionResult { StatusCode: StatusCodes.Status404NotFound }
            && actor.May(Permission.SeePerson)
            && context.RouteData.Values["id"] is string id
            && Guid.TryParse(id, out var old)
            && request.Path.Value is { } path
            && path.StartsWith(Under + id, StringComparison.OrdinalIgnoreCase)
            && await visible.StaysForAsync(old, context.HttpContext.RequestAborted) is { } stays
        )
        {
            var address = $"{Under}{stays}{path[(Under.Length + id.Length)..]}{request.QueryString}";
            context.Result = new LocalRedirectResult(address, permanent: false, preserveMethod: !HttpMethods.IsGet(request.Method));
        }

        await next();
    }
}
