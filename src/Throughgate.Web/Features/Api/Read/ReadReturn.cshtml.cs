using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Counts;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Features.Api.Ask;
using Throughgate.Web.Features.Returns;

namespace Throughgate.Web.Features.Api.Read;

/// <summary>The cells of the return that is handed in for a quarter: the version that holds, made safe beside those that it corrects.</summary>
[Anyone("A program cannot sign in; the key that it sends is the secret, and it can be revoked")]
public sealed class ReadReturnPage(ApiDoor door, ReturnBook book) : PageModel
{
    public Task<IActionResult> OnGetAsync(string year, string quarter, CancellationToken cancel) =>
        door.AnswerAsync(
            $"return {year} q{quarter}",
            async caller =>
                FinancialQuarter.TryParse(year, quarter, out var asked, out _) && (await book.StandingAsync(caller.Scheme, asked, cancel)) is { HandedIn: { } held } standing
                    ? await CellsAsync(caller.Scheme, asked, standing, held, cancel)
                    : null,
            cancel
        );

    private async Task<object?> CellsAsync(string scheme, FinancialQuarter quarter, Standing standing, HandedVersion held, CancellationToken cancel)
    {
        var earlier = new List<QuarterlyReturn>();
        foreach (var version in standing.Versions.Where(v => v.Number < held.Number && v.Decision is { Signed: true }))
        {
            earlier.Add((await book.OpenAsync(scheme, quarter, version.Id, cancel))!.Figures(Reading.InPeriod));
        }

        var opened = (await book.OpenAsync(scheme, quarter, held.Id, cancel))!;
        if (!opened.IsWhole)
        {
            return ApiDoor.NotWhole();
        }

        var figures = opened.Figures(Reading.InPeriod);
        var safe = Corrected.Beside(Suppression.Of(figures, Sums.GroupOf), figures, earlier);
        return new ReturnOut(
            scheme,
            quarter.Year,
            quarter.Number,
            quarter.From,
            quarter.To,
            held.Number,
            held.Decision!.At,
            opened.Row.Edition,
            safe.HidesAnything,
            [.. safe.Breakdowns.Prepend(safe.Heads).Select(t => new ReturnTableOut(t.Code, t.Columns, [.. t.Rows.Select(r => new ReturnRowOut(r.Key, r.Counts))]))]
        );
    }
}
