using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts.Invite;

/// <summary>Somebody new: who, as what, where. The link to choose a password by goes out by e-mail where there is a mail server, and is shown this once.</summary>
[Needs(Permission.KeepAccounts)]
[Fresh("It changes who may do what")]
public sealed class InvitePage(Db db, AccountOffice office, InvitationMail mail, Words words) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    /// <summary>As "scheme:leeds".</summary>
    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Worker { get; set; }

    public LinkMade? Link { get; private set; }

    public IEnumerable<Choice> Roles => RoleChoices.Roles(words);

    public Seats Seats { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Seats = await Seats.ReadAsync(db, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Seats = await Seats.ReadAsync(db, cancel);
        var (role, seat) = (RoleTable.Find(Role ?? ""), Seat.Read(At));
        ModelState.Must(!string.IsNullOrWhiteSpace(Name) && Name.Length <= 200, nameof(Name), Words.Key("Enter a name of at most 200 characters"));
        ModelState.Must(RoleChoices.IsEmail(Email), nameof(Email), Words.Key("An e-mail address has an @ in it, like name@example.org"));
        ModelState.Must(role is not null, nameof(Role), Words.Key("Choose what they do"));
        ModelState.Must(string.IsNullOrEmpty(At) || Seats.Has(seat), nameof(At), Words.Key("Choose where"));
        if (ModelState.ErrorCount == 0 && RoleChoices.Problem(role, seat, hasOne: false) is { } problem)
        {
            ModelState.AddModelError(nameof(At), problem);
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        try
        {
            var (account, key, until) = await office.InviteAsync(new NewAccount(Email!.Trim(), Name!.Trim(), Role!, null, Worker.OrNothing(), null, seat));
            var address = mail.AddressOf(key, Request);
            Link = new(account.UserName!, address, until, await mail.SendAsync(account, address, until, cancel), $"/accounts/{account.Id}");
            return Page();
        }
        catch (AccountRefusedException)
        {
            ModelState.AddModelError(nameof(Email), Words.Key("This address has an account already. Open that one, or use another address."));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
    }
}
