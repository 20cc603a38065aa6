using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Drafts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Reviews.Record;

/// <summary>A review: when, which, who was there, what was decided and what changes in the plan. With a review's key: correct it.</summary>
[Needs(Permission.RecordCasework)]
[KeepsDraft]
public sealed class RecordReviewPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, WorkingCalendar calendar, Words words) : PageModel
{
    private const int Longest = 20_000;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>The kind that a duty asks for.</summary>
    [FromQuery(Name = "kind")]
    public string? Asked { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    /// <summary>young_person, parents, professionals.</summary>
    [BindProperty]
    public string[] There { get; set; } = [];

    [BindProperty]
    public string? Others { get; set; }

    [BindProperty]
    public string? Decided { get; set; }

    [BindProperty]
    public string? PlanChanges { get; set; }

    [BindProperty]
    public string? ManagedBy { get; set; }

    [BindProperty]
    public string? ManagedDecidedBy { get; set; }

    [BindProperty]
    public DateOnly? SupportUntil { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public bool IsCorrection { get; private set; }

    /// <summary>The last day of support (OPN-6); null while the order's end is not known.</summary>
    public DateOnly? LastDay { get; private set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, review) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (review is null)
        {
            (On, Kind) = (london.Today, Lists.Has("review", Asked) ? Asked : null);
        }
        else
        {
            (On, Kind, Version) = (review.HeldOn, review.Kind, review.Version);
            if (await Use.DetailsAsync(review, cancel) is { } details)
            {
                There = [.. Present(details)];
                (Others, Decided, PlanChanges) = (details.Others, details.Decided, details.PlanChanges);
                (ManagedBy, ManagedDecidedBy, SupportUntil) = (details.ManagedBy, details.ManagedDecidedBy, details.SupportUntil);
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, review) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (Entry() is not { } entry)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (review is null)
        {
            await Use.RunAsync(Of, entry);
        }
        else if (review.Version != Version)
        {
            return await BothAsync(review, cancel);
        }
        else
        {
            await Use.CorrectAsync(Of, review, Version, entry, cancel);
        }

        return LocalRedirect(Of.To("reviews"));
    }

    private RecordReview Use => new(visible, db, actor, time);

    private async Task<(bool Found, ReviewRow? Review)> FindAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var review = row is null ? null : await visible.RowAsync<ReviewRow>(id, row.Value, cancel);
        if ((row is not null && review is null) || await visible.CaseAsync(id, review?.CaseId ?? Programme, cancel) is not { } of)
        {
            return (false, null);
        }

        await db.Database.OpenConnectionAsync(cancel);
        var seen = await db.Database.GetDbConnection().DutiesOfAsync(calendar, [id], of.Case.Scheme, london.Today, cancel: cancel);
        var facts = seen.People.SelectMany(p => p.Cases).Single(c => c.Id == of.Case.Id);
        LastDay = Domain.Rules.Programmes.LastDayOfSupport.Of(facts.Sentence, london.Today, seen.Figures);
        (Of, IsCorrection) = (of, review is not null);
        return (true, review);
    }

    /// <summary>What was entered, or null with every problem told in its field.</summary>
    private ReviewEntry? Entry()
    {
        ModelState.Must(Lists.Has("review", Kind), nameof(Kind), Words.Key("Choose which review it was"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(ManagedBy is null or CaseManagedBy.CaseManager or CaseManagedBy.ResettlementTeam, nameof(ManagedBy), Words.Key("Choose who manages the case from then"));
        foreach (var (field, text) in new[] { (nameof(Others), Others), (nameof(Decided), Decided), (nameof(PlanChanges), PlanChanges), (nameof(ManagedDecidedBy), ManagedDecidedBy) })
        {
            ModelState.Must((text?.Length ?? 0) <= Longest, field, Words.Key("This is longer than 20,000 characters: shorten it"));
        }

        var there = new Presence(There.Contains("young_person"), There.Contains("parents"), There.Contains("professionals"), Others);
        var entry = new ReviewEntry(On ?? default, Kind ?? "", there, Decided, PlanChanges, ManagedBy, ManagedDecidedBy, SupportUntil);
        foreach (var (field, problem) in RecordReview.Problems(On is null ? entry with { On = Of.Sentence.SentencedOn } : entry, london.Today, Of.Sentence.SentencedOn, LastDay))
        {
            ModelState.AddModelError(field, problem);
        }

        return ModelState.ErrorCount > 0 ? null : entry;
    }

    private static IEnumerable<string> Present(ReviewDetails details) =>
        new[] { (details.YoungPerson, "young_person"), (details.Parents, "parents"), (details.Professionals, "professionals") }.Where(p => p.Item1).Select(p => p.Item2);

    private async Task<IActionResult> BothAsync(ReviewRow theirs, CancellationToken cancel)
    {
        var details = await Use.DetailsAsync(theirs, cancel);
        Conflict = Conflict.Between(
            await db.ByAsync(theirs.CaseId, cancel),
            new(words["Which review was it?"], Label(Kind), Label(theirs.Kind)),
            new(words["Day"], On is { } on ? new Days(words).Short(on) : null, new Days(words).Short(theirs.HeldOn)),
            new(words["What was decided?"], Decided, details?.Decided),
            new(words["What changes in the plan?"], PlanChanges, details?.PlanChanges),
            new(words["Who else, and their names"], Others, details?.Others)
        );
        ModelState.Remove(nameof(Version));
        Version = theirs.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private string Label(string? kind) => words[Reference.Instance.Label("review", kind)];
}
