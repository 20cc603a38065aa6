using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access.Drafts;
using Throughgate.Web.Access.SigningIn.Second;

namespace Throughgate.Web.Access;

/// <summary>
/// First at every page: may this person open it? The anonymous are asked to sign in; anybody else who may not gets the very answer of
/// a page that does not exist, so that nothing is confirmed.
/// </summary>
public sealed class Door(Actor actor, LateForm late, TimeProvider time) : IAsyncAuthorizationFilter, IAsyncPageFilter, IOrderedFilter
{
    public const string SignIn = "/sign-in";
    public const string Code = "/sign-in/code";
    public const string SetUp = "/second-factor/set-up";
    public const string Prove = "/prove";

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
                context.Result = actor.IsSignedIn ? new NotFoundResult() : ToSignIn(context.HttpContext.Request, Step, await late.KeepAsync(context));
            }
            else if (FreshAttribute.IsMissing(page.HandlerTypeInfo, actor, context.HttpContext.Request, time.GetUtcNow()))
            {
                context.Result = ToProve(context.HttpContext.Request);
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

        if (context.HandlerMethod is { } handler && FreshAttribute.IsMissing(handler.MethodInfo, actor, context.HttpContext.Request, time.GetUtcNow()))
        {
            context.Result = ToProve(context.HttpContext.Request);
            return;
        }

        await next();
    }

    /// <summary>The next step of signing in.</summary>
    private string Step => actor.OnTheWay is null ? SignIn : actor.Passage == Passage.MustProve ? Code : SetUp;

    /// <summary>And back to what was asked for; of a form, to its page.</summary>
    private static LocalRedirectResult ToProve(HttpRequest request) =>
        new($"{Prove}?next={Uri.EscapeDataString(HttpMethods.IsGet(request.Method) ? $"{request.Path}{request.QueryString}" : request.Path.ToString())}");

    private static LocalRedirectResult ToSignIn(HttpRequest request, string step, bool kept)
    {
        var back = (kept || HttpMethods.IsGet(request.Method)) && request.Path != "/" ? $"{request.Path}{request.QueryString}" : "";
        return new LocalRedirectResult(back.Length == 0 ? step : $"{step}?next={Uri.EscapeDataString(back)}{(kept ? "&kept=true" : "")}");
    }
}
