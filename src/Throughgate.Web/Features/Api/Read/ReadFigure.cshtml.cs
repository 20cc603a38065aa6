using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Figures;
using Throughgate.Web.Access;
using Throughgate.Web.Features.Api.Ask;

namespace Throughgate.Web.Features.Api.Read;

/// <summary>One figure of the key's scheme: its definition, the year and the one before, year by year, and by each breakdown that may be shown.</summary>
[Anyone("A program cannot sign in; the key that it sends is the secret, and it can be revoked")]
public sealed class ReadFigurePage(ApiDoor door, London london) : PageModel
{
    public Task<IActionResult> OnGetAsync(string measure, string? year, CancellationToken cancel) =>
        door.AnswerAsync(
            $"figure {measure} {year}",
            async caller =>
                YearAsked.Read(year, london.Today) is not { } asked ? ApiDoor.BadYear()
                : MeasureRegister.Find(measure) is { } found && await caller.Figures.RunAsync($"scheme:{caller.Scheme}", "year", asked.On, null, found, cancel) is { } answered
                    ? new OneFigureOut(
                        caller.Scheme,
                        asked.Year,
                        Shapes.Of(found),
                        Shapes.Of(answered.Of(found)),
                        Shapes.Of(answered.Before(found)),
                        [.. answered.TrendOf(found).Select(Shapes.Of)],
                        Shapes.Breakdowns(answered, found)
                    )
                : null,
            cancel
        );
}
