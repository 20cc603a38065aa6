using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;

namespace Throughgate.Web.Features.Guidance.Help;

/// <summary>What each page is for and what its words mean.</summary>
[Anyone("Help is the same for everybody and shows nothing of anybody.")]
public sealed class HelpPage : PageModel;
