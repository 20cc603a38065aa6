using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Releases;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Feedback;

/// <summary>Feedback with the young person (REL-9): a few plain questions, answered on paper, by phone or by them on this screen.</summary>
[Needs(Permission.RecordCasework)]
public sealed class GiveFeedbackPage(Visible visible, Db db, Actor actor, London london, TimeProvider time) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? How { get; set; }

    /// <summary>"3", "2", "1" or empty, question by question.</summary>
    [BindProperty]
    public List<string?> Answers { get; set; } = [];

    [BindProperty]
    public string? OwnWords { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    /// <summary>Key of what is recorded already; null where nothing is.</summary>
    public Guid? Held => _held?.Id;

    public string Stage { get; private set; } = "";

    private FeedbackRow? _held;

    public async Task<IActionResult> OnGetAsync(Guid id, string stage, CancellationToken cancel)
    {
        if (!await FindAsync(id, stage, cancel))
        {
            return NotFound();
        }

        var said = _held is null ? null : Said(_held);
        (On, How, OwnWords, Version) = (said?.On ?? london.Today, said?.How ?? "screen", said?.OwnWords, _held?.Version ?? 0);
        Answers = [.. FeedbackForm.Questions.Select((_, i) => said?.Answers[i]?.ToString(CultureInfo.InvariantCulture))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string stage, CancellationToken cancel)
    {
        if (!await FindAsync(id, stage, cancel))
        {
            return NotFound();
        }

        var answers = FeedbackForm.Questions.Select((_, i) => Answers.ElementAtOrDefault(i) is [('1' or '2' or '3') and var given] ? given - '0' : (int?)null).ToList();
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > london.Today), "On-day", Words.Key("This day is still to come: record it once it has happened"));
        ModelState.Must(How is not null && FeedbackForm.Ways.Contains(How), nameof(How), Words.Key("Choose how it was answered"));
        ModelState.Must((OwnWords?.Length ?? 0) <= 20_000, nameof(OwnWords), Words.Key("This is longer than 20,000 characters: shorten it"));
        ModelState.Must(answers.Any(a => a is not null) || !string.IsNullOrWhiteSpace(OwnWords), "Answers[0]", Words.Key("Answer at least one question"));
        var status = ModelState.ErrorCount > 0 ? StatusCodes.Status400BadRequest : 200;
        if ((_held?.Version ?? 0) != Version)
        {
            ModelState.Remove(nameof(Version));
            ModelState.AddModelError("", Words.Key("Somebody changed it while you were here. What you entered is still below: send it again to put it in its place."));
            (Version, status) = (_held?.Version ?? 0, StatusCodes.Status409Conflict);
        }

        if (status != 200)
        {
            Response.StatusCode = status;
            return Page();
        }

        await SaveAsync(new(Stage, On!.Value, How!, answers, OwnWords.OrNothing()));
        return LocalRedirect(Of.To("release") + "#feedback");
    }

    private async Task SaveAsync(FeedbackSaid said)
    {
        var was = _held is null ? null : Said(_held);
        var row = _held ?? new FeedbackRow { CaseId = Of.Case.Id, Stage = Stage, How = said.How };
        if (_held is null)
        {
            db.Add(row);
        }
        else
        {
            row.Correct(Version);
        }

        (row.HeldOn, row.How, row.OwnWords) = (said.On, said.How, said.OwnWords);
        (row.Home, row.Days, row.People, row.Promises, row.Trouble) = (said.Answers[0], said.Answers[1], said.Answers[2], said.Answers[3], said.Answers[4]);
        await db.SaveAsync(actor, time, new FeedbackGiven(row.Id, was, said) { PersonId = Of.Person.Id, CaseId = Of.Case.Id });
    }

    private async Task<bool> FindAsync(Guid id, string stage, CancellationToken cancel)
    {
        if (!FeedbackStages.All.Contains(stage) || await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        (Of, Stage) = (of, stage);
        var since = (await CustodyNow.OfAsync(visible, of, london.Today, cancel)).Since;
        _held = await visible.OfCase<FeedbackRow>(of.Case.Id).Where(f => f.Stage == stage && f.HeldOn >= since).OrderBy(f => f.Id).FirstOrDefaultAsync(cancel);
        return true;
    }

    private static FeedbackSaid Said(FeedbackRow row) => new(row.Stage, row.HeldOn, row.How, [row.Home, row.Days, row.People, row.Promises, row.Trouble], row.OwnWords);
}
