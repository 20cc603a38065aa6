using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts.Change;

/// <summary>Another name, role or scheme; whoever is signed in with the account signs in again.</summary>
[Needs(Permission.KeepAccounts)]
[Fresh("It changes who may do what")]
public sealed class ChangeAccountPage(Db db, AccountOffice office, London london, Words words) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    /// <summary>As "scheme:leeds"; empty: where they are.</summary>
    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Account Account { get; private set; } = null!;

    public IEnumerable<Choice> Roles => RoleChoices.Roles(words);

    public Seats Seats { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        (Name, Role) = (Account.DisplayName, Account.Role);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        var (role, seat) = (RoleTable.Find(Role ?? ""), Seat.Read(At));
        ModelState.Must(!string.IsNullOrWhiteSpace(Name) && Name.Length <= 200, nameof(Name), Words.Key("Enter a name of at most 200 characters"));
        ModelState.Must(role is not null, nameof(Role), Words.Key("Choose what they do"));
        ModelState.Must(string.IsNullOrEmpty(At) || Seats.Has(seat), nameof(At), Words.Key("Choose where"));
        ModelState.Must((Why?.Length ?? 0) <= 1000, nameof(Why), Words.Key("Write at most 1,000 characters"));
        if (ModelState.ErrorCount == 0 && RoleChoices.Problem(role, seat, await HasSeatAsync(role!, cancel)) is { } misfit)
        {
            ModelState.AddModelError(nameof(At), misfit);
        }

        if (ModelState.ErrorCount == 0 && await office.ProblemAsync(Account, takesAway: Role != RoleTable.Administrator) is { } problem)
        {
            ModelState.AddModelError(nameof(Role), problem);
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await office.ChangeAsync(Account, Name!.Trim(), role!, seat, Why.OrNothing());
        return LocalRedirect($"/accounts/{row}");
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == row, cancel);
        Account = account!;
        Seats = await Seats.ReadAsync(db, cancel);
        return account?.IsClosed(london.Today) == false;
    }

    /// <summary>Whether they are a member today of something that the role can be a member of.</summary>
    private async Task<bool> HasSeatAsync(Role role, CancellationToken cancel)
    {
        var (today, kinds) = (london.Today, role.Kinds.ToList());
        return await db.Set<Membership>().AnyAsync(m => m.AccountId == Account.Id && kinds.Contains(m.Kind) && m.FromOn <= today && (m.ToOn == null || m.ToOn >= today), cancel);
    }
}
