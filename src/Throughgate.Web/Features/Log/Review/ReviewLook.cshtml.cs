using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Log.Review;

/// <summary>A manager asks about somebody's looks at a record on a day, and keeps what was found. Nobody does that about their own.</summary>
[Needs(Permission.SeeLog)]
public sealed class ReviewLookPage(Connection database, Db db, Visible visible, Actor actor, Seen seen, WorkingCalendar calendar, FiguresInForce figures, London london, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Found { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public LookLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel) => await FindAsync(row, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        ModelState.Must(Line.Look.LookerId != actor.Id, nameof(Found), Words.Key("These looks are your own: another manager must ask about them"));
        ModelState.Must(Found is LookReview.Plain or LookReview.Wrong or LookReview.Open, nameof(Found), Words.Key("Choose what was found"));
        ModelState.Must(Note.OrNothing() is { Length: <= 2000 }, nameof(Note), Words.Key("Write what they said, in at most 2,000 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var review = new LookReview
        {
            Scheme = actor.Scheme!,
            LogRow = Line.Look.Row,
            LookerId = Line.Look.LookerId,
            ShownId = Line.Look.PersonId,
            LookedOn = Line.Look.On,
            Found = Found!,
            Note = Note.OrNothing()!,
            ReviewedAt = time.GetUtcNow(),
            ReviewedBy = actor.Id!.Value,
            ReviewerName = actor.Name,
        };
        db.Add(review);
        await db.SaveAsync(actor, time, new LookReviewed(review.LogRow, review.LookerId, review.LookedOn, review.Found, review.Note));
        return LocalRedirect("/log");
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        if (await db.LogRowAsync(actor.Chain, row, cancel) is not { ActorId: { } looker } found || JsonSerializer.Deserialize<List<Guid>>(found.People) is not [var person])
        {
            return false;
        }

        // The same days around it as the list has: what shows only beside other looks shows here, too.
        var on = DateOnly.FromDateTime(London.Civil(found.At));
        var lines = await new ReadLooks(database, db, visible, actor, calendar, figures, london).RunAsync(new(on.AddDays(-27), on), l => l.LookerId == looker && l.PersonId == person && l.On == on, cancel);
        if (lines is not [var line])
        {
            return false;
        }

        Line = line;
        seen.Person(person);
        return true;
    }
}
