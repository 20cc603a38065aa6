using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules.Care;
using Throughgate.Domain;
using Throughgate.Web.Access.Drafts;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Concerns.Show;

/// <summary>Concerns about a young person's risk or safety: anybody who records casework raises one, the case manager answers it (RSK-1).</summary>
[Needs(Permission.RecordCasework)]
[KeepsDraft]
public sealed class ConcernsPage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    private const int Longest = 5000;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>yes or no.</summary>
    [BindProperty]
    public string? Safeguarding { get; set; }

    public OfCase Of { get; private set; } = null!;

    public DateOnly Today => london.Today;

    /// <summary>Open first, the newest first.</summary>
    public IReadOnlyList<Concern> Concerns { get; private set; } = [];

    /// <summary>Why this actor may not answer; null where they may. English, the key of its Welsh.</summary>
    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(!string.IsNullOrWhiteSpace(Text) && Text.Length <= Longest, nameof(Text), Words.Key("Say what worries you, in at most 5,000 characters"));
        ModelState.Must(Safeguarding is "yes" or "no", nameof(Safeguarding), Words.Key("Say whether somebody may come to harm"));
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        await new TellConcern(db, actor, time).RaiseAsync(Of, Text!.ReplaceLineEndings("\n").Trim(), Safeguarding == "yes");
        return LocalRedirect(Of.To("concerns"));
    }

    public Task<IActionResult> OnPostAcknowledgeAsync(Guid id, Guid concern, int version, CancellationToken cancel) =>
        TakeAsync(id, concern, version, row => row.AcknowledgedAt is null ? null : Words.Key("This concern is acknowledged already"), row => new TellConcern(db, actor, time).TakeOnAsync(Of, row, version, null), cancel);

    public Task<IActionResult> OnPostAnswerAsync(Guid id, Guid concern, int version, string? answer, CancellationToken cancel) =>
        TakeAsync(
            id,
            concern,
            version,
            row => row.ClosedAt is not null ? Words.Key("This concern is closed: raise a new one where it is not over")
                : string.IsNullOrWhiteSpace(answer) || answer.Length > Longest ? Words.Key("Write the answer, in at most 5,000 characters")
                : null,
            row => new TellConcern(db, actor, time).TakeOnAsync(Of, row, version, answer!.ReplaceLineEndings("\n").Trim()),
            cancel
        );

    public Task<IActionResult> OnPostCloseAsync(Guid id, Guid concern, int version, CancellationToken cancel) =>
        TakeAsync(
            id,
            concern,
            version,
            row => row.AnsweredAt is null ? Words.Key("A concern is closed once it is answered") : row.ClosedAt is not null ? Words.Key("This concern is closed already") : null,
            row => new TellConcern(db, actor, time).CloseAsync(Of, row, version),
            cancel
        );

    /// <summary>What the case manager does: refused to anybody else, whatever the page showed.</summary>
    private async Task<IActionResult> TakeAsync(Guid id, Guid concern, int version, Func<Concern, string?> problem, Func<Concern, Task> act, CancellationToken cancel)
    {
        if (await visible.RowAsync<Concern>(id, concern, cancel) is not { } row)
        {
            return NotFound();
        }

        Programme = row.CaseId;
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (row.Version != version)
        {
            ModelState.AddModelError("", Words.Key("Somebody else has just acknowledged or answered this concern. Read what they wrote, then decide."));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if ((WhyNot ?? problem(row)) is { } stop)
        {
            ModelState.AddModelError("", stop);
            return Refused();
        }

        await act(row);
        return LocalRedirect(Of.To("concerns"));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        var all = await visible.OfCase<Concern>(of.Case.Id).ToListAsync(cancel);
        Concerns = [.. all.OrderBy(c => c.ClosedAt is null ? 0 : 1).ThenByDescending(c => c.RaisedAt)];
        var today = london.Today;
        var managers = await visible
            .OfCase<Allocation>(of.Case.Id)
            .Where(a => a.Role == AllocationRoles.CaseManager && a.FromOn <= today && (a.ToOn == null || a.ToOn >= today))
            .Select(a => a.WorkerId)
            .ToListAsync(cancel);
        WhyNot = ConcernAcknowledged.MayAnswer(
            actor.Role == RoleTable.Manager,
            actor.Role == RoleTable.CaseManager,
            actor.WorkerId is { } me && managers.Contains(me),
            managers.Count > 0
        ) switch
        {
            Answering.Theirs => null,
            Answering.OfTheCaseManager => Words.Key("Risk stays with the case manager: only they, or the scheme manager, acknowledge and answer a concern."),
            _ => Words.Key("Nobody manages this case today: a YOT case manager or the scheme manager acknowledges and answers the concern."),
        };
        return true;
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
