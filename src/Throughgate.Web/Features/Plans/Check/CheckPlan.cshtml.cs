using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Plans.Check;

/// <summary>A quality check of the plan against the seven pathways, by somebody other than its author (PLN-7).</summary>
[Needs(Permission.RecordCasework)]
public sealed class CheckPlanPage(ReadPlans read, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>What to mend, by the code of the pathway; empty where it is good as it is.</summary>
    [BindProperty]
    public Dictionary<string, string?> Mend { get; set; } = [];

    /// <summary>The version that was looked at.</summary>
    [BindProperty]
    public int Number { get; set; }

    public PlansOfCase Plans { get; private set; } = null!;

    public OfCase Of => Plans.Of;

    /// <summary>Why this actor cannot check it (English, the key of its Welsh); null where they can.</summary>
    public string? InTheWay =>
        Plans.Newest is not { DrawnUpOn: not null } plan ? Words.Key("There is nothing to check yet: all seven pathways are written first.")
        : plan.AuthorId is not null && plan.AuthorId == actor.Id ? Words.Key("You began this plan yourself, so somebody else checks it.")
        : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(id, Programme, cancel) is not { } plans)
        {
            return NotFound();
        }

        Plans = plans;
        Number = plans.Newest?.Number ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(id, Programme, cancel) is not { } plans)
        {
            return NotFound();
        }

        Plans = plans;
        if (InTheWay is { } way)
        {
            return Refuse(way, StatusCodes.Status400BadRequest);
        }

        if (plans.Newest!.Number != Number)
        {
            ModelState.Remove(nameof(Number));
            Number = plans.Newest.Number;
            return Refuse(Words.Key("Somebody changed it while you were here. Look at it again, then decide."), StatusCodes.Status409Conflict);
        }

        if (Mend.Values.Any(m => m?.Length > 2000))
        {
            return Refuse(Words.Key("These words are longer than 2,000 characters: shorten them"), StatusCodes.Status400BadRequest);
        }

        var mend = Domain.Plans.Pathways.All.ToDictionary(code => code, code => Mend.GetValueOrDefault(code) is { } m && !string.IsNullOrWhiteSpace(m) ? m.Trim() : null, StringComparer.Ordinal);
        db.AddRange(
            mend.Select(m => new PlanCheckRow
            {
                CaseId = Of.Case.Id, PlanId = plans.Newest.Id, Pathway = m.Key, CheckedOn = london.Today, CheckerId = actor.Id, Checker = actor.Name, Mend = m.Value,
            })
        );
        var made = new PlanCheckMade(plans.Newest.Id, plans.Newest.Number, mend.Where(m => m.Value is not null).ToDictionary(m => m.Key, m => m.Value!, StringComparer.Ordinal))
        {
            PersonId = Of.Person.Id,
            CaseId = Of.Case.Id,
        };
        await db.SaveAsync(actor, time, made);
        return LocalRedirect(Of.To("plan") + "#quality");
    }

    private PageResult Refuse(string problem, int status)
    {
        ModelState.AddModelError("", problem);
        Response.StatusCode = status;
        return Page();
    }
}
