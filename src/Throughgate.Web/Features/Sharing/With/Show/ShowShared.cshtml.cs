using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data.Sharing;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.With.Show;

/// <summary>
/// What is shared of one young person with the partner of whoever looks: the agreed parts, and the partner's own actions of the plan, which it answers
/// here. Asked anew at every request, so that what was taken back is gone on the next (R10).
/// </summary>
[Needs(Permission.SeeShared)]
public sealed class ShowSharedPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    private Case _case = null!;
    private IReadOnlyList<CategoryShared> _shared = [];

    public Shown Shown { get; private set; } = null!;

    public PartnerRow Partner { get; private set; } = null!;

    public IReadOnlyList<SharedAction> Actions { get; private set; } = [];

    /// <summary>What the partner answered, newest first.</summary>
    public ILookup<Guid, PartnerAnswer> Answers { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        await db.DiscloseAsync(actor, time, london.Today, _case, Partner, _shared, SharedSeen.Page, Shown.Mark.Why);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid line, string? answer, string? note, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || !Actions.Any(a => a.Line == line))
        {
            return NotFound();
        }

        ModelState.Must(answer is not null && PartnerAnswer.All.Contains(answer), $"answer-{line:N}", Words.Key("Say how far it is"));
        ModelState.Must(answer != PartnerAnswer.NoteOnly || !string.IsNullOrWhiteSpace(note), $"note-{line:N}", Words.Key("Write the note"));
        ModelState.Must((note?.Length ?? 0) <= 2000, $"note-{line:N}", Words.Key("This is longer than 2,000 characters: shorten it"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var row = new PartnerAnswer { CaseId = _case.Id, PartnerId = Partner.Id, Line = line, Answer = answer!, Note = note.OrNothing(), At = time.GetUtcNow(), ById = actor.Id!.Value, ByName = actor.Name };
        db.Add(row);
        var what = Actions.First(a => a.Line == line).What;
        await db.SaveAsync(actor with { Scheme = _case.Scheme }, time, new PartnerAnswered(row.Id, Partner.Name, what, row.Answer, row.Note) { PersonId = id, CaseId = _case.Id });
        return LocalRedirect($"/shared/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (actor.Belongs.Partners is not [var partner, ..] || await visible.PersonAsync(id, cancel) is null)
        {
            return false;
        }

        var now = time.GetUtcNow();
        var found = await db.SharedCaseAsync(partner, id, now, london.Today, cancel);
        if (found is null)
        {
            return false;
        }

        (_case, Partner, _shared) = (found.Case, found.Partner, found.Shared);
        var profile = await db.ProfileAsync(_case, [.. _shared.Select(s => s.Category)], london.Today, cancel);
        Shown = new(profile, new(actor.Name, Partner.Name, now, found.Purpose ?? words["What was agreed"]));
        Actions = await db.ActionsOfAsync(_case, Partner, cancel);
        Answers = (await db.Set<PartnerAnswer>().AsNoTracking().Where(a => a.CaseId == _case.Id && a.PartnerId == partner).OrderByDescending(a => a.At).ToListAsync(cancel)).ToLookup(a => a.Line);
        return true;
    }
}
