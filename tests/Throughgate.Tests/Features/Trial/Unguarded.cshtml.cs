using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Throughgate.Tests.Features.Trial;

/// <summary>A page that somebody forgot to guard.</summary>
public sealed class UnguardedPage : PageModel;
