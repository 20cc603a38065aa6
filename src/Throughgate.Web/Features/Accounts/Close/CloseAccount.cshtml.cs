using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts.Close;

/// <summary>Somebody leaves: the account closes at once, or from a day on that is known before.</summary>
[Needs(Permission.KeepAccounts)]
[Fresh("It changes who may do what")]
public sealed class CloseAccountPage(Db db, AccountOffice office, London london) : PageModel
{
    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Account Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        From = Account.ClosesOn ?? london.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        ModelState.Must(From is not null || ModelState.ErrorCount > 0, "From-day", Words.Key("Enter the day"));
        ModelState.Must(From is null || From >= london.Today, "From-day", Words.Key("The day is past: to close it now, enter today"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Why) && Why.Length <= 1000, nameof(Why), Words.Key("Say why, in at most 1,000 characters"));
        if (ModelState.ErrorCount == 0 && await office.ProblemAsync(Account, takesAway: true) is { } problem)
        {
            ModelState.AddModelError("From-day", problem);
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await office.CloseAsync(Account, From, Why.OrNothing());
        return LocalRedirect($"/accounts/{row}");
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == row, cancel);
        Account = account!;
        return account?.IsClosed(london.Today) == false;
    }
}
