using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules.Schemes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Settings.Accountable;

/// <summary>Who answers for the scheme, from a day to a day; gaps and overlaps stand first (SCH-2).</summary>
[Needs(Permission.ManageScheme)]
public sealed class AccountablePage(Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>Whose last day is entered.</summary>
    [BindProperty]
    public Guid? Ends { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AccountableManagerRow> Managers { get; private set; } = [];

    public IReadOnlyList<AccountableGap> Gaps => AccountableOnDay.Of([.. Managers.Select(m => (m.Name, new DateRange(m.FromOn, m.UntilOn)))], london.Today);

    public Task OnGetAsync(CancellationToken cancel)
    {
        (From, Until) = (london.Today, london.Today);
        return ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Ends is { } ends)
        {
            if (Managers.FirstOrDefault(m => m.Id == ends) is not { } leaving)
            {
                return NotFound();
            }

            ModelState.Must(Until is not null || ModelState.ErrorCount > 0, "Until-day", Words.Key("Enter the day"));
            ModelState.Must(!(Until < leaving.FromOn), "Until-day", Words.Key("The last day is before the first"));
            return await SaveAsync(leaving, () => leaving.UntilOn = Until);
        }

        ModelState.Must(!string.IsNullOrWhiteSpace(Name) && Name.Length <= 200, nameof(Name), Words.Key("Enter the name, in at most 200 characters"));
        ModelState.Must(From is not null || ModelState.ErrorCount > 0, "From-day", Words.Key("Enter the day"));
        var added = new AccountableManagerRow { Scheme = actor.Scheme!, Name = Name?.Trim() ?? "", FromOn = From ?? default };
        return await SaveAsync(added, () => db.Add(added));
    }

    private async Task<IActionResult> SaveAsync(AccountableManagerRow row, Action change)
    {
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        change();
        await db.SaveAsync(actor, time, new AccountableManagerSet(row.Id, row.Scheme, row.Name, row.FromOn, row.UntilOn));
        return LocalRedirect("/settings/accountable");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var scheme = actor.Scheme;
        Managers = await db.Set<AccountableManagerRow>().Where(m => m.Scheme == scheme).OrderByDescending(m => m.FromOn).ThenBy(m => m.Id).ToListAsync(cancel);
    }
}
