using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Performance;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Progress.Call;

/// <summary>Calls progress to a review (PER-3): a scheme manager that of the scheme, the national board that of any.</summary>
[Rule("PER-3")]
[Needs(Permission.ManageScheme, Or = [Permission.SeeNation])]
public sealed class CallReviewPage(Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [BindProperty]
    public string? Scheme { get; set; }

    /// <summary>Code of a figure; empty for something else.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Measure { get; set; }

    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Attends { get; set; }

    public bool OfNation { get; } = actor.Scheme is null;

    public IEnumerable<Choice> Schemes => Reference.Instance.Schemes.Values.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice(s.Value, s.Name));

    public IEnumerable<Choice> Measures => MeasureRegister.All.Select(m => new Choice(m.Code, new FigureInWords(words).Alone(m))).Prepend(new Choice("", words["Something else"]));

    public void OnGet() => HeldOn = london.Today.AddDays(14);

    public async Task<IActionResult> OnPostAsync()
    {
        var scheme = OfNation ? Scheme : actor.Scheme;
        ModelState.Must(scheme is not null && Reference.Instance.Schemes.ContainsKey(scheme), nameof(Scheme), Words.Key("Choose a scheme"));
        ModelState.Must(string.IsNullOrEmpty(Measure) || MeasureRegister.Find(Measure) is not null, nameof(Measure), Words.Key("Choose from the list"));
        ModelState.Must(HeldOn is not null || ModelState.ErrorCount > 0, "HeldOn-day", Words.Key("Enter the day"));
        ModelState.Must(!(HeldOn > london.Today.AddYears(1)) && !(HeldOn < london.Today.AddYears(-1)), "HeldOn-day", Words.Key("The meeting is within a year of today"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Why) && Why.Length <= 2000, nameof(Why), Words.Key("Say what is not good enough, in at most 2,000 characters"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Attends) && Attends.Length <= 500, nameof(Attends), Words.Key("Say who comes, in at most 500 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var review = new ProgressReview { Scheme = scheme!, HeldOn = HeldOn!.Value, Measure = Measure.OrNothing(), Why = Why!.Trim(), Attends = Attends!.Trim(), At = time.GetUtcNow(), ById = actor.Id!.Value, ByName = actor.Name };
        db.Add(review);
        await db.SaveAsync(actor, time, new ProgressCalled(review.Id, review.Scheme, review.HeldOn, review.Measure, review.Why, review.Attends));
        return LocalRedirect($"/figures/reviews/{review.Id}");
    }
}
