using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;

namespace Throughgate.Web.Features.Guidance.Accessibility;

/// <summary>How far everybody can use this, said honestly.</summary>
[Anyone("A statement for everybody; it shows nothing of anybody.")]
public sealed class AccessibilityPage : PageModel;
