using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Figures.Progress;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Progress.List;

/// <summary>Reviews of a scheme's progress, or for the national board of every scheme's, with how many actions are open.</summary>
[Needs(Permission.SeeReturn, Or = [Permission.SeeNation])]
public sealed class ProgressListPage(Db db, Actor actor, London london) : PageModel
{
    public bool MayCall => actor.May(Permission.ManageScheme) || OfNation;

    public bool OfNation => actor.May(Permission.SeeNation);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<(ProgressReview Review, int Open, int Overdue, int All)> Reviews { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var scheme = actor.Scheme;
        var reviews = await db.Set<ProgressReview>().AsNoTracking().Where(r => OfNation || r.Scheme == scheme).OrderByDescending(r => r.HeldOn).ThenByDescending(r => r.At).ToListAsync(cancel);
        var ids = reviews.Select(r => r.Id).ToList();
        var actions = (await db.Set<ProgressAction>().AsNoTracking().Where(a => ids.Contains(a.ReviewId)).ToListAsync(cancel)).ToLookup(a => a.ReviewId, a => ActionTracked.On(a.DueOn, a.DoneOn, london.Today));
        Reviews = [.. reviews.Select(r => (r, actions[r.Id].Count(a => a < ActionIs.Done), actions[r.Id].Count(a => a == ActionIs.Overdue), actions[r.Id].Count()))];
    }
}
