using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Returns;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Assessments.Compare;

/// <summary>Asset at the start and at the end side by side, drawn: what the return will read, and who may say otherwise.</summary>
[Needs(Permission.RecordCasework, Or = [Permission.HandInReturn])]
public sealed class CompareAssetsPage(Visible visible, Db db, Actor actor, TimeProvider time) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public Guid? Start { get; set; }

    [BindProperty]
    public Guid? End { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Version of each Asset as this page showed it.</summary>
    [BindProperty]
    public Dictionary<Guid, int> Versions { get; set; } = [];

    public OfCase Of { get; private set; } = null!;

    /// <summary>Earliest first.</summary>
    public IReadOnlyList<AssessmentRow> Made { get; private set; } = [];

    /// <summary>What the return compares, from the rule that it works by.</summary>
    public AssetChange Reads { get; private set; } = null!;

    /// <summary>The row that the return reads as the start: the earliest made for it.</summary>
    public AssessmentRow? StartRead => Made.FirstOrDefault(a => a.Purpose == AssessmentPurposes.Start);

    /// <summary>The row that the return reads as the end: the latest made for the end of the programme.</summary>
    public AssessmentRow? EndRead => Made.LastOrDefault(a => a.Purpose == AssessmentPurposes.ProgrammeEnd);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        (Start, End) = (StartRead?.Id, EndRead?.Id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Made.Any(a => Versions.GetValueOrDefault(a.Id) != a.Version) || Versions.Count != Made.Count)
        {
            ModelState.Clear();
            ModelState.AddModelError("", Words.Key("Somebody changed it while you were here. Look at it again, then decide."));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (!Known(Start))
        {
            ModelState.AddModelError(nameof(Start), Words.Key("Choose one of these"));
        }

        if (!Known(End))
        {
            ModelState.AddModelError(nameof(End), Words.Key("Choose one of these"));
        }

        if (ModelState.ErrorCount == 0 && DecideAssets.InTheWay(Made, Start, End) is { } way)
        {
            ModelState.AddModelError(nameof(End), way);
        }

        if (Why?.Length > 2000)
        {
            ModelState.AddModelError(nameof(Why), Words.Key("This is longer than 2,000 characters: shorten it"));
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await new DecideAssets(db, actor, time).RunAsync(Of, Made, Versions, Start, End, Why);
        return LocalRedirect(Of.To("assessments"));
    }

    private bool Known(Guid? id) => id is null || Made.Any(a => a.Id == id);

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Made = await visible.OfCase<AssessmentRow>(of.Case.Id).OrderBy(a => a.CompletedOn).ThenBy(a => a.Id).ToListAsync(cancel);
        Reads = AssetChange.Of([.. Made.Select(AssetScores.Facts)]);
        return true;
    }
}
