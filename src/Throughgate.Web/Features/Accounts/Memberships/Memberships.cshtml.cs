using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts.Memberships;

/// <summary>Of what an account is a member, from when and until when: a move is the end of one and the beginning of another, on days that are known before.</summary>
[Needs(Permission.KeepAccounts)]
[Fresh("It changes who may do what")]
public sealed class MembershipsPage(Db db, AccountOffice office, London london, Words words) : PageModel
{
    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    /// <summary>The membership whose last day is set to <see cref="To"/>.</summary>
    [BindProperty]
    public Guid? End { get; set; }

    public Account Account { get; private set; } = null!;

    public Role Role => RoleTable.Find(Account.Role)!;

    public Seats Seats { get; private set; } = null!;

    public IReadOnlyList<(Membership Row, string Said)> Rows { get; private set; } = [];

    /// <summary>Those that can still be given a last day.</summary>
    public IEnumerable<Choice> Open => Rows.Where(r => r.Row.ToOn is null || r.Row.ToOn >= london.Today).Select(r => new Choice(r.Row.Id.ToString(), r.Said));

    public IEnumerable<Choice> Choices =>
        Seats.Choices(words, words["Choose one"]).Where(c => c.Value!.Length == 0 || Seat.Read(c.Value)!.Fits(Role));

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel)
    {
        From = london.Today;
        return await FindAsync(row, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        var held = Rows.Select(r => r.Row).FirstOrDefault(m => m.Id == End);
        var seat = Seat.Read(At);
        if (End is not null)
        {
            ModelState.Must(held is not null, nameof(End), Words.Key("Choose which membership ends"));
            ModelState.Must(To is null || held is null || To >= held.FromOn, "To-day", Words.Key("It ends before it begins"));
        }
        else
        {
            ModelState.Must(Seats.Has(seat) && seat!.Fits(Role), nameof(At), Words.Key("Choose where"));
            ModelState.Must(From is not null || ModelState.ErrorCount > 0, "From-day", Words.Key("Enter the day"));
            ModelState.Must(To is null || From is null || To >= From, "To-day", Words.Key("It ends before it begins"));
            var twice = Rows.Any(r => new Seat(r.Row.Kind, r.Row.OfWhat) == seat && (To is null || r.Row.FromOn <= To) && (r.Row.ToOn is null || r.Row.ToOn >= From));
            ModelState.Must(!twice, nameof(At), Words.Key("They are a member of that on those days already"));
        }

        if (ModelState.ErrorCount == 0 && await office.ProblemAsync(Account, takesAway: false) is { } problem)
        {
            ModelState.AddModelError(End is null ? nameof(At) : nameof(End), problem);
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await (held is not null ? office.LeaveAsync(Account, held, To) : office.JoinAsync(Account, seat!, From!.Value, To));
        return LocalRedirect($"/accounts/{row}/memberships");
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        if (await db.Accounts.FirstOrDefaultAsync(a => a.Id == row, cancel) is not { } account || account.IsClosed(london.Today))
        {
            return false;
        }

        (Account, Seats) = (account, await Seats.ReadAsync(db, cancel));
        Rows = await MembershipList.OfAsync(db, row, london.Today, words, past: true, cancel);
        return true;
    }
}
