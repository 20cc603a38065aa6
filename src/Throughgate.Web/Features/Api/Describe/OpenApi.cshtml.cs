using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;

namespace Throughgate.Web.Features.Api.Describe;

/// <summary>The OpenAPI document of the interface.</summary>
[Anyone("How a program asks is no secret; figures are given to keys alone")]
public sealed class OpenApiPage : PageModel
{
    public ContentResult OnGet() => Content(OpenApiText.Write(), "application/json; charset=utf-8");
}
