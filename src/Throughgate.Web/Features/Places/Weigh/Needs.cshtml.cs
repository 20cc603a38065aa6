using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Places.Weigh;

/// <summary>The needs that the priority for a place is worked out from.</summary>
[Needs(Permission.RecordCasework)]
public sealed class NeedsPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? Substance { get; set; }

    [BindProperty]
    public List<string> Yes { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    /// <summary>Key of the needs that are recorded; null where none are.</summary>
    public Guid? Recorded { get; private set; }

    public IReadOnlyList<Choice> Questions => [.. RecordNeeds.Questions.Select(q => new Choice(q.Field, words[q.Asked].ToString()))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        var row = await RowAsync(cancel);
        (Substance, Yes, Version) = (row?.SubstanceMisuse, [.. RecordNeeds.YesOf(row)], row?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        var row = await RowAsync(cancel);
        if (!Lists.Has("substance", Substance))
        {
            ModelState.AddModelError(nameof(Substance), Words.Key("Choose what is known of substance misuse"));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if ((row?.Version ?? 0) != Version)
        {
            Conflict = Conflict.Between(
                await db.ByAsync(of.Case.Id, cancel),
                new Differs(words["Needs"], Said(Substance!, Yes), row is null ? null : Said(row.SubstanceMisuse, RecordNeeds.YesOf(row)))
            );
            ModelState.Remove(nameof(Version));
            Version = row?.Version ?? 0;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        await new RecordNeeds(db, actor, time).RunAsync(of, row, Version, Substance!, Yes, london.Today);
        return LocalRedirect(of.To("plan"));
    }

    private async Task<CaseNeeds?> RowAsync(CancellationToken cancel)
    {
        var row = await visible.OfCase<CaseNeeds>(Of.Case.Id).FirstOrDefaultAsync(cancel);
        Recorded = row?.Id;
        return row;
    }

    private string Said(string substance, IReadOnlyList<string> yes) => string.Join("; ", RecordNeeds.InWords(words, substance, yes));
}
