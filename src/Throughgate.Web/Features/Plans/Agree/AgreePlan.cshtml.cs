using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Plans.Agree;

/// <summary>What the young person answers to the plan, and whether the YOT agrees it.</summary>
[Needs(Permission.RecordCasework)]
public sealed class AgreePlanPage(ReadPlans read, Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>Whose answer this is.</summary>
    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public PlansOfCase Plans { get; private set; } = null!;

    public OfCase Of => Plans.Of;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(id, Programme, cancel) is not { } plans)
        {
            return NotFound();
        }

        Plans = plans;
        On = london.Today;
        By = plans.Newest?.PersonAnswer is null ? AgreePlan.Person : AgreePlan.Yot;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(id, Programme, cancel) is not { } plans)
        {
            return NotFound();
        }

        Plans = plans;
        Check();
        if (ModelState.ErrorCount == 0)
        {
            var reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.ReplaceLineEndings("\n").Trim();
            if (await new AgreePlan(visible, db, actor, time).RunAsync(plans, By!, By == AgreePlan.Person ? Answer : null, By == AgreePlan.Person ? reason : null, On!.Value, cancel))
            {
                return LocalRedirect(Of.To("plan") + "#agreement");
            }

            ModelState.AddModelError("", plans.Newest is null ? Words.Key("There is no plan to agree yet: begin it first") : Words.Key("This plan cannot be agreed as it is: see below what is missing"));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private void Check()
    {
        ModelState.Must(By is AgreePlan.Person or AgreePlan.Yot, nameof(By), Words.Key("Choose whose answer this is"));
        if (By == AgreePlan.Person)
        {
            ModelState.Must(Lists.Has("plan_answer", Answer), nameof(Answer), Words.Key("Choose what the young person answered"));
            ModelState.Must(Answer is null or PlanAnswers.Agrees || !string.IsNullOrWhiteSpace(Reason), nameof(Reason), Words.Key("Say why: what they said, or why they could not answer"));
        }

        ModelState.Must((Reason?.Length ?? 0) <= 2000, nameof(Reason), Words.Key("These words are longer than 2,000 characters: shorten them"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(On is null || On <= london.Today, "On-day", Words.Key("This day is still to come: record the agreement once it was given"));
    }
}
