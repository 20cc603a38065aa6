using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Counts;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Features.Api.Ask;
using Throughgate.Web.Features.Performance;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.Features.Returns.Reckon;

namespace Throughgate.Web.Features.Api.Read;

/// <summary>The cells of the return that is handed in for a quarter of a year that is over: the version that holds, made safe beside those that it corrects, the page and the figures (ADR 51).</summary>
[Anyone("A program cannot sign in; the key that it sends is the secret, and it can be revoked")]
public sealed class ReadReturnPage(ApiDoor door, ReturnBook book, ReckonReturn reckon, London london) : PageModel
{
    public Task<IActionResult> OnGetAsync(string year, string quarter, CancellationToken cancel) =>
        door.AnswerAsync(
            $"return {year} q{quarter}",
            async caller =>
                !FinancialQuarter.TryParse(year, quarter, out var asked, out _) ? null
                : london.Today < new DateOnly(asked.StartYear + 1, 4, 1) ? ApiDoor.BadYear()
                : await CellsAsync(caller, asked, cancel),
            cancel
        );

    private async Task<object?> CellsAsync(Caller caller, FinancialQuarter quarter, CancellationToken cancel)
    {
        if (await book.StandingAsync(caller.Scheme, quarter, cancel) is not { HandedIn: { } held })
        {
            return null;
        }

        var opened = (await book.OpenAsync(caller.Scheme, quarter, held.Id, cancel))!;
        if (!opened.IsWhole)
        {
            return ApiDoor.NotWhole();
        }

        var quarters = new List<HandedQuarter>();
        for (var number = 1; number <= 4; number++)
        {
            quarters.Add(await HandedAsync(caller.Scheme, new(quarter.StartYear, number), cancel));
        }

        var safe = CountsOfYear.HandedIn(quarters, Sums.GroupOf, await caller.Figures.PublishedAsync(caller.Scheme, PeriodAsked.Year(quarter).Days, cancel))[quarter.Number - 1]!;
        return new ReturnOut(
            caller.Scheme,
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

    private async Task<HandedQuarter> HandedAsync(string scheme, FinancialQuarter quarter, CancellationToken cancel)
    {
        var versions = new List<QuarterlyReturn>();
        foreach (var version in (await book.StandingAsync(scheme, quarter, cancel)).Versions.Where(v => v.Decision is { Signed: true }).OrderBy(v => v.Number))
        {
            versions.Add((await book.OpenAsync(scheme, quarter, version.Id, cancel))!.Figures(Reading.InPeriod));
        }

        return new(await reckon.RunAsync(Questions.Of(scheme, quarter, Reading.InPeriod), cancel), versions.LastOrDefault(), [.. versions.SkipLast(1)]);
    }
}
