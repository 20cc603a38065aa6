using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Temporary;

/// <summary>Release on temporary licence (REL-11): asked for what and when, the risk assessment, the establishment's decision with its reason, the outcome.</summary>
[Needs(Permission.RecordCasework)]
public sealed class RecordTemporaryPage(Visible visible, Db db, Actor actor, London london, TimeProvider time, Words words) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public DateOnly? AskedOn { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public DateOnly? RiskAssessedOn { get; set; }

    [BindProperty]
    public string? Risk { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public DateOnly? DecidedOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public bool IsCorrection { get; private set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, held) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (held is null)
        {
            AskedOn = london.Today;
        }
        else
        {
            (Purpose, AskedOn, From, To, RiskAssessedOn, Risk) = (held.Purpose, held.AskedOn, held.FromOn, held.ToOn, held.RiskAssessedOn, held.Risk);
            (Decision, DecidedOn, Reason, Outcome, Version) = (held.Decision, held.DecidedOn, held.Reason, held.Outcome, held.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, held) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (Said() is not { } said)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (held is not null && held.Version != Version)
        {
            return await BothAsync(held, said, cancel);
        }

        var was = held is null ? null : TemporaryReleaseSaid.Of(held);
        var kept = held ?? new TemporaryReleaseRow { CaseId = Of.Case.Id, Purpose = said.Purpose };
        if (held is null)
        {
            db.Add(kept);
        }
        else
        {
            kept.Correct(Version);
        }

        said.Write(kept);
        await db.SaveAsync(actor, time, new TemporaryReleaseRecorded(kept.Id, was, said) { PersonId = Of.Person.Id, CaseId = Of.Case.Id });
        return LocalRedirect(Of.To("release") + "#temporary");
    }

    private async Task<(bool Found, TemporaryReleaseRow? Held)> FindAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var held = row is null ? null : await visible.RowAsync<TemporaryReleaseRow>(id, row.Value, cancel);
        if ((row is not null && held is null) || await visible.CaseAsync(id, held?.CaseId ?? Programme, cancel) is not { } of)
        {
            return (false, null);
        }

        (Of, IsCorrection) = (of, held is not null);
        return (true, held);
    }

    private TemporaryReleaseSaid? Said()
    {
        ModelState.Must(Purpose is not null && TemporaryWords.Purposes.Contains(Purpose), nameof(Purpose), Words.Key("Choose what it is for"));
        ModelState.Must(AskedOn is not null || ModelState.ErrorCount > 0, "AskedOn-day", Words.Key("Enter the day"));
        ModelState.Must(string.IsNullOrEmpty(Decision) || TemporaryWords.Decisions.Contains(Decision), nameof(Decision), Words.Key("Choose one of these"));
        ModelState.Must(string.IsNullOrEmpty(Outcome) || TemporaryWords.Outcomes.Contains(Outcome), nameof(Outcome), Words.Key("Choose one of these"));
        ModelState.Must((Risk?.Length ?? 0) <= 2000, nameof(Risk), Words.Key("This is longer than 2,000 characters: shorten it"));
        ModelState.Must((Reason?.Length ?? 0) <= 2000, nameof(Reason), Words.Key("This is longer than 2,000 characters: shorten it"));
        if (ModelState.ErrorCount > 0)
        {
            return null;
        }

        var said = new TemporaryReleaseSaid(Purpose!, AskedOn!.Value, From, To, RiskAssessedOn, Risk.OrNothing(), Decision.OrNothing(), DecidedOn, Reason.OrNothing(), Outcome.OrNothing());
        foreach (var (field, problem) in said.Problems(london.Today))
        {
            ModelState.AddModelError(field, problem);
        }

        return ModelState.ErrorCount > 0 ? null : said;
    }

    private async Task<IActionResult> BothAsync(TemporaryReleaseRow row, TemporaryReleaseSaid mine, CancellationToken cancel)
    {
        var held = TemporaryReleaseSaid.Of(row);
        Conflict = Conflict.Between(
            await db.ByAsync(row.CaseId, cancel),
            new(words["What is it for?"], words[TemporaryWords.Purpose(mine.Purpose)], words[TemporaryWords.Purpose(held.Purpose)]),
            new(words["Asked on"], Day(mine.AskedOn), Day(held.AskedOn)),
            new(words["From"], Day(mine.From), Day(held.From)),
            new(words["To"], Day(mine.To), Day(held.To)),
            new(words["Risk assessed on"], Day(mine.RiskAssessedOn), Day(held.RiskAssessedOn)),
            new(words["Risk"], mine.Risk, held.Risk),
            new(words["The establishment's decision"], mine.Decision is { } m ? words[TemporaryWords.Decision(m)] : null, held.Decision is { } h ? words[TemporaryWords.Decision(h)] : null),
            new(words["Decided on"], Day(mine.DecidedOn), Day(held.DecidedOn)),
            new(words["Reason"], mine.Reason, held.Reason),
            new(words["Outcome"], mine.Outcome is { } o ? words[TemporaryWords.Outcome(o)] : null, held.Outcome is { } p ? words[TemporaryWords.Outcome(p)] : null)
        );
        ModelState.Remove(nameof(Version));
        Version = row.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private string? Day(DateOnly? day) => day is { } d ? new Days(words).Short(d) : null;
}
