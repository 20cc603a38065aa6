using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;

namespace Throughgate.Web.Features.Api.Describe;

/// <summary>What the interface for programs gives and how it is asked, for people.</summary>
[Anyone("How a program asks is no secret; figures are given to keys alone")]
public sealed class AboutApiPage(Actor actor) : PageModel
{
    public bool MayMakeKeys => actor.May(Permission.ManageScheme);
}
