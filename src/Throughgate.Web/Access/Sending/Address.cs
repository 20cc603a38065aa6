using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Throughgate.Web.Access.Sending;

/// <summary>Where a redirect leads, as a local address; null for any other answer.</summary>
internal static class Address
{
    public static string? Of(IActionResult? result, FilterContext context)
    {
        var urls = context.HttpContext.RequestServices.GetRequiredService<IUrlHelperFactory>().GetUrlHelper(context);
        var address = result switch
        {
            RedirectToPageResult r => urls.Page(r.PageName, r.PageHandler, r.RouteValues, r.Protocol, r.Host, r.Fragment),
            LocalRedirectResult r => r.Url,
            RedirectResult r => r.Url,
            _ => null,
        };
        return address is not null && urls.IsLocalUrl(address) ? address : null;
    }
}
