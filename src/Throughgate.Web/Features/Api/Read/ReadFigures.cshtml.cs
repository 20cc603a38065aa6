using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Features.Api.Ask;

namespace Throughgate.Web.Features.Api.Read;

/// <summary>Every figure of the key's scheme for a whole financial year, and for the year before.</summary>
[Anyone("A program cannot sign in; the key that it sends is the secret, and it can be revoked")]
public sealed class ReadFiguresPage(ApiDoor door, London london) : PageModel
{
    public Task<IActionResult> OnGetAsync(string? year, CancellationToken cancel) =>
        door.AnswerAsync(
            $"figures {year}",
            async caller =>
                YearAsked.Read(year, london.Today) is not { } asked ? ApiDoor.BadYear()
                : await caller.Figures.RunAsync($"scheme:{caller.Scheme}", "year", asked.On, null, null, cancel) is { } answered ? new FiguresOut(caller.Scheme, asked.Year, [.. answered.Measures.Select(m => Shapes.Of(answered, m))])
                : null,
            cancel
        );
}
