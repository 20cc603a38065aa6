using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Assessments;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Assessments.Record;

/// <summary>An Asset: its day, what it was made for, and twelve scores. With an assessment's key: correct it.</summary>
[Needs(Permission.RecordCasework, Or = [Permission.HandInReturn])]
public sealed class RecordAssetPage(Visible visible, Db db, Actor actor, London london, TimeProvider time, Words words) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>What it is for, where another page asks for one: a code of the list <c>purpose</c>.</summary>
    [FromQuery(Name = "for")]
    public string? For { get; set; }

    [BindProperty]
    public DateOnly? CompletedOn { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    /// <summary>As typed, in Asset's order.</summary>
    [BindProperty]
    public List<string?> Scores { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public bool IsCorrection { get; private set; }

    /// <summary>The newest other Asset, shown beside the fields.</summary>
    public AssessmentRow? Before { get; private set; }

    public Conflict? Conflict { get; private set; }

    private List<AssessmentRow> _others = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, asset) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (asset is null)
        {
            (CompletedOn, Purpose) = (london.Today, Lists.Has("purpose", For) ? For : null);
        }
        else
        {
            (CompletedOn, Purpose, Version) = (asset.CompletedOn, asset.Purpose, asset.Version);
        }

        Scores = [.. (asset is null ? new int?[RecordAsset.Sections] : AssetScores.Of(asset)).Select(s => s?.ToString(CultureInfo.InvariantCulture))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, asset) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (Said() is not { } said)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var use = new RecordAsset(db, actor, time);
        if (asset is null)
        {
            await use.RunAsync(Of, said);
        }
        else if (asset.Version != Version)
        {
            return await BothAsync(asset, said, cancel);
        }
        else
        {
            await use.CorrectAsync(Of, asset, Version, said);
        }

        return LocalRedirect(Of.To("assessments"));
    }

    private async Task<(bool Found, AssessmentRow? Asset)> FindAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var asset = row is null ? null : await visible.RowAsync<AssessmentRow>(id, row.Value, cancel);
        if ((row is not null && asset is null) || await visible.CaseAsync(id, asset?.CaseId ?? Programme, cancel) is not { } of)
        {
            return (false, null);
        }

        (Of, IsCorrection) = (of, asset is not null);
        _others = await visible.OfCase<AssessmentRow>(of.Case.Id).AsNoTracking().Where(a => row == null || a.Id != row).OrderBy(a => a.CompletedOn).ToListAsync(cancel);
        Before = _others.LastOrDefault(o => asset is null || o.CompletedOn <= asset.CompletedOn);
        return (true, asset);
    }

    /// <summary>What was entered, or null with every problem told in its field.</summary>
    private AssetSaid? Said()
    {
        ModelState.Must(Lists.Has("purpose", Purpose), nameof(Purpose), Words.Key("Choose what this Asset was made for"));
        ModelState.Must(CompletedOn is not null || ModelState.ErrorCount > 0, "CompletedOn-day", Words.Key("Enter the day"));
        ModelState.Must(!(CompletedOn > london.Today), "CompletedOn-day", Words.Key("This day is still to come: enter the Asset once it is made"));
        while (Scores.Count < RecordAsset.Sections)
        {
            Scores.Add(null);
        }

        var scores = new int?[RecordAsset.Sections];
        for (var i = 0; i < scores.Length; i++)
        {
            ModelState.Must(RecordAsset.TryScore(Scores[i], out scores[i]), $"Scores[{i}]", Words.Key("A score is 0, 1, 2, 3 or 4; leave it empty where the section was not scored"));
        }

        ModelState.Must(ModelState.ErrorCount > 0 || scores.Any(s => s is not null), "Scores[0]", Words.Key("Enter at least one score"));
        ModelState.Must(!_others.Exists(o => o.CompletedOn == CompletedOn && o.Purpose == Purpose), nameof(Purpose), Words.Key("One made for this on this day is already recorded: correct that one"));
        var end = _others.Where(o => o.Purpose == AssessmentPurposes.ProgrammeEnd).MaxBy(o => o.CompletedOn);
        var start = _others.Where(o => o.Purpose == AssessmentPurposes.Start).MinBy(o => o.CompletedOn);
        ModelState.Must(Purpose != AssessmentPurposes.Start || !(CompletedOn > end?.CompletedOn), "CompletedOn-day", Words.Key("The Asset of the end is of an earlier day: enter the day on which the one for the start was made"));
        ModelState.Must(Purpose != AssessmentPurposes.ProgrammeEnd || !(CompletedOn < start?.CompletedOn), "CompletedOn-day", Words.Key("The Asset of the start is of a later day: enter the day on which the one for the end was made"));
        return ModelState.ErrorCount > 0 ? null : new(CompletedOn!.Value, Purpose!, scores);
    }

    private async Task<IActionResult> BothAsync(AssessmentRow theirs, AssetSaid mine, CancellationToken cancel)
    {
        var (held, days) = (RecordAsset.Said(theirs), new Days(words));
        Conflict = Conflict.Between(
            await db.ByAsync(theirs.CaseId, cancel),
            [
                new(words["Day"], days.Short(mine.CompletedOn), days.Short(held.CompletedOn)),
                new(words["What was it made for?"], words[Reference.Instance.Label("purpose", mine.Purpose)], words[Reference.Instance.Label("purpose", held.Purpose)]),
                .. Assessment.Sections.Select((s, i) => new Differs(words[Reference.Instance.Label("section", s)], Shown(mine.Scores[i]), Shown(held.Scores[i]))),
            ]
        );
        ModelState.Remove(nameof(Version));
        Version = theirs.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static string Shown(int? score) => score?.ToString(CultureInfo.InvariantCulture) ?? "–";
}
