using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access.Drafts;

namespace Throughgate.Web.Access;

/// <summary>
/// First at every page: may this person open it? The anonymous are asked to sign in; anybody else who may not gets the very answer of
/// a page that does not exist, so that nothing is confirmed.
/// </summary>
public sealed class Door(Actor actor, LateForm late) : IAsyncAuthorizationFilter, IAsyncPageFilter, IOrderedFilter
{
    public const string SignIn = "/sign-in";

    /// <summary>Before antiforgery and everything else.</summary>
    public int Order => -2000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (context.ActionDescriptor is CompiledPageActionDescriptor page)
        {
            var gate = Gate.Of(page.HandlerTypeInfo);
            if (!gate.IsSaid)
            {
                throw new UnguardedPageException([page.DisplayName ?? page.RelativePath]);
            }

            if (!gate.Admits(actor))
            {
                context.Result = actor.IsSignedIn ? new NotFoundResult() : ToSignIn(context.HttpContext.Request, await late.KeepAsync(context));
            }
        }
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod?.MethodInfo.GetCustomAttribute<NeedsAttribute>() is { } needs && !needs.IsMetBy(actor))
        {
            context.Result = new NotFoundResult();
            return;
        }

        await next();
    }

    private static LocalRedirectResult ToSignIn(HttpRequest request, bool kept)
    {
        var back = (kept || HttpMethods.IsGet(request.Method)) && request.Path != "/" ? $"{request.Path}{request.QueryString}" : "";
        return new LocalRedirectResult(back.Length == 0 ? SignIn : $"{SignIn}?next={Uri.EscapeDataString(back)}{(kept ? "&kept=true" : "")}");
    }
}
