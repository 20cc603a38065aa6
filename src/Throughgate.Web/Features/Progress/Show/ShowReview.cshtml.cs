using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Figures.Progress;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Progress.Show;

/// <summary>One review of progress: its actions, who does each by when, and whether it is done. Whoever calls reviews adds actions; its owner, or they, say that one is done.</summary>
[Needs(Permission.SeeReturn, Or = [Permission.SeeNation])]
public sealed class ShowReviewPage(Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    private static readonly string[] Owning = [RoleTable.Worker, RoleTable.CaseManager, RoleTable.Manager];

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public ProgressReview Review { get; private set; } = null!;

    /// <summary>The earliest due first.</summary>
    public IReadOnlyList<(ProgressAction Action, ActionIs Is)> Actions { get; private set; } = [];

    /// <summary>Colleagues of the scheme who have a Today of their own.</summary>
    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public bool MayAdd => actor.May(Permission.ManageScheme) || actor.May(Permission.SeeNation);

    public bool MayFinish(ProgressAction action) => action.DoneOn is null && (MayAdd || action.OwnerId == actor.Id);

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel) => await FindAsync(row, cancel) ? Page() : NotFound();

    [Needs(Permission.ManageScheme, Or = [Permission.SeeNation])]
    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        var owner = Owners.FirstOrDefault(o => o.Value == Owner?.ToString());
        ModelState.Must(!string.IsNullOrWhiteSpace(What) && What.Length <= 500, nameof(What), Words.Key("Say what is to be done, in at most 500 characters"));
        ModelState.Must(owner is not null, nameof(Owner), Words.Key("Choose who does it"));
        ModelState.Must(DueOn is not null || ModelState.ErrorCount > 0, "DueOn-day", Words.Key("Enter the day"));
        ModelState.Must(!(DueOn < Review.HeldOn) && !(DueOn > Review.HeldOn.AddYears(2)), "DueOn-day", Words.Key("It is due on the day of the meeting or in the two years after it"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var action = new ProgressAction { ReviewId = row, What = What!.Trim(), OwnerId = Owner!.Value, OwnerName = owner!.Text, DueOn = DueOn!.Value };
        db.Add(action);
        await db.SaveAsync(actor, time, new ProgressActionAgreed(row, action.Id, action.What, action.OwnerName, action.DueOn));
        return LocalRedirect($"/figures/reviews/{row}");
    }

    public async Task<IActionResult> OnPostDoneAsync(Guid row, Guid action, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel) || Actions.FirstOrDefault(a => a.Action.Id == action).Action is not { } found || !MayFinish(found))
        {
            return NotFound();
        }

        var followed = await db.Set<ProgressAction>().SingleAsync(a => a.Id == action, cancel);
        (followed.DoneOn, followed.DoneByName) = (london.Today, actor.Name);
        followed.Version++;
        await db.SaveAsync(actor, time, new ProgressActionDone(row, action, followed.What));
        return LocalRedirect($"/figures/reviews/{row}");
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        var review = await db.Set<ProgressReview>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == row, cancel);
        if (review is null || !(actor.May(Permission.SeeNation) || review.Scheme == actor.Scheme))
        {
            return false;
        }

        Review = review;
        Actions = [.. (await db.Set<ProgressAction>().AsNoTracking().Where(a => a.ReviewId == row).OrderBy(a => a.DueOn).ThenBy(a => a.Id).ToListAsync(cancel)).Select(a => (a, ActionTracked.On(a.DueOn, a.DoneOn, london.Today)))];
        if (MayAdd)
        {
            var members = db.MembersOf(review.Scheme, london.Today);
            Owners = [.. (await db.Accounts.AsNoTracking().Where(a => members.Contains(a.Id) && Owning.Contains(a.Role)).OrderBy(a => a.DisplayName).ToListAsync(cancel)).Select(a => new Choice(a.Id.ToString(), a.DisplayName))];
        }

        return true;
    }
}
