using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Features.Api.Ask;

namespace Throughgate.Web.Features.Api.Read;

/// <summary>The quarters of the last ten years whose return is handed in, newest first.</summary>
[Anyone("A program cannot sign in; the key that it sends is the secret, and it can be revoked")]
public sealed class ReadReturnsPage(ApiDoor door, ReturnBook book, London london) : PageModel
{
    private const int Quarters = 40;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        door.AnswerAsync(
            "returns",
            async caller =>
            {
                var quarters = new List<FinancialQuarter> { FinancialQuarter.OfDay(london.Today) };
                while (quarters.Count < Quarters)
                {
                    quarters.Add(quarters[^1].Previous);
                }

                var standings = await book.StandingsAsync([caller.Scheme], quarters, cancel);
                return new ReturnsOut(
                    caller.Scheme,
                    [
                        .. from quarter in quarters
                           let held = standings.GetValueOrDefault((caller.Scheme, quarter))?.HandedIn
                           where held is not null
                           select new HandedOut(quarter.Year, quarter.Number, quarter.From, quarter.To, held.Number, held.Decision!.At),
                    ]
                );
            },
            cancel
        );
}
