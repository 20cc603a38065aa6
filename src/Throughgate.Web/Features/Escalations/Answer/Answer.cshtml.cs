using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules.Escalations;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Escalations.Answer;

/// <summary>Whoever holds a step answers: what will be done and until when it rests, or how it is settled.</summary>
[Needs(Permission.ManageScheme)]
public sealed class AnswerPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [BindProperty]
    public string? AskedWhom { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public DateOnly? RestsUntil { get; set; }

    [BindProperty]
    public bool Settled { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Escalation Row { get; private set; } = null!;

    public OfCase Of { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        (AskedWhom, Version, RestsUntil) = (Row.AskedWhom, Row.Version, london.Today.AddDays(7));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        ModelState.Must(!string.IsNullOrWhiteSpace(Answer) && Answer.Length <= 2000, nameof(Answer), Words.Key("Say what was answered, in at most 2,000 characters"));
        ModelState.Must((AskedWhom?.Length ?? 0) <= 200, nameof(AskedWhom), Words.Key("Write at most 200 characters"));
        ModelState.Must(Settled || RestsUntil is not null || ModelState.ErrorCount > 0, "RestsUntil-day", Words.Key("Say by when it will be done: until then it rests"));
        ModelState.Must(Settled || !(RestsUntil < london.Today), "RestsUntil-day", Words.Key("Choose today or a later day"));
        if (ModelState.ErrorCount > 0)
        {
            return Again(StatusCodes.Status400BadRequest);
        }

        if (Row.Version != Version)
        {
            Conflict = Conflict.Between(Row.AnsweredBy, new(words["What was answered?"], Answer, Row.Answer), new(words["Who was asked? (optional)"], AskedWhom, Row.AskedWhom));
            ModelState.Remove(nameof(Version));
            Version = Row.Version;
            return Again(StatusCodes.Status409Conflict);
        }

        Row.Correct(Version);
        (Row.AskedWhom, Row.Answer, Row.AnsweredBy, Row.AnsweredOn) = (AskedWhom.OrNothing(), Answer!.Trim(), actor.Name, london.Today);
        (Row.RestsUntil, Row.EndedOn, Row.EndedHow) = Settled ? (null, london.Today, "settled") : (RestsUntil, (DateOnly?)null, (string?)null);
        await db.SaveAsync(
            actor,
            time,
            new EscalationAnswered(Row.Rule, Row.DueOn, Row.Step, Row.AskedWhom, Row.Answer!, Row.RestsUntil, Settled) { PersonId = Of.Person.Id, CaseId = Row.CaseId }
        );
        return LocalRedirect("/escalations");
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        if (await visible.OfScheme<Escalation>().FirstOrDefaultAsync(e => e.Id == row && e.EndedOn == null, cancel) is not { } found)
        {
            return false;
        }

        var person = await visible.Cases.Where(c => c.Id == found.CaseId).Select(c => c.PersonId).SingleAsync(cancel);
        (Row, Of) = (found, (await visible.CaseAsync(person, found.CaseId, cancel))!);
        return true;
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
