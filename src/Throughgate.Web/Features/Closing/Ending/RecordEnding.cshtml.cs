using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Closing.Ending;

/// <summary>The ending of one person's work with a young person: who, what they are, how and when they say goodbye. With a key: change it.</summary>
[Needs(Permission.RecordCasework)]
public sealed class RecordEndingPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? Part { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public DateOnly? Goodbye { get; set; }

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public Guid? Row { get; private set; }

    public Conflict? Conflict { get; private set; }

    public IEnumerable<Choice> PartChoices => EndingRow.Parts.Select(p => new Choice(p.Key, words[p.Value].ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, string? who, string? part, CancellationToken cancel)
    {
        var (found, held) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        (Who, Part, On, Goodbye, How, Version) = held is null ? (who, part, london.Today, null, null, 0) : (held.Who, held.Part, held.PlannedOn, held.GoodbyeOn, held.How, held.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, held) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        ModelState.Must(!string.IsNullOrWhiteSpace(Who) && Who.Length <= 200, nameof(Who), Words.Key("Say with whom, in at most 200 characters"));
        ModelState.Must(Part is not null && EndingRow.Parts.ContainsKey(Part), nameof(Part), Words.Key("Choose what they are to the young person"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > london.Today), "On-day", Words.Key("This day is still to come: record it when it has happened"));
        ModelState.Must(!(Goodbye < On), "Goodbye-day", Words.Key("The last meeting is not before the day on which it was planned"));
        ModelState.Must(!string.IsNullOrWhiteSpace(How) && How.Length <= 2000, nameof(How), Words.Key("Say how, in at most 2,000 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (held is not null && held.Version != Version)
        {
            return await BothAsync(held, cancel);
        }

        await SaveAsync(held);
        return LocalRedirect(Of.To("endings"));
    }

    private async Task SaveAsync(EndingRow? held)
    {
        var was = held is null ? null : Cells(held);
        var row = held ?? new EndingRow { CaseId = Of.Case.Id, Who = Who!, Part = Part!, How = How! };
        if (held is null)
        {
            db.Add(row);
        }
        else
        {
            row.Correct(Version);
        }

        (row.Who, row.Part, row.PlannedOn, row.GoodbyeOn, row.How) = (Who!.Trim(), Part!, On!.Value, Goodbye, How.OrNothing()!);
        HistoryEvent told = was is null ? new EndingPlanned(row.Id, row.Who, row.Part, row.PlannedOn, row.GoodbyeOn, row.How) : new EndingChanged(row.Id, row.Who, was, Cells(row));
        await db.SaveAsync(actor, time, told with { PersonId = Of.Person.Id, CaseId = Of.Case.Id });
    }

    private async Task<(bool Found, EndingRow? Held)> FindAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var held = row is null ? null : await visible.RowAsync<EndingRow>(id, row.Value, cancel);
        if ((row is not null && held is null) || await visible.CaseAsync(id, held?.CaseId ?? Programme, cancel) is not { } of)
        {
            return (false, null);
        }

        (Of, Row) = (of, held?.Id);
        return (true, held);
    }

    private async Task<IActionResult> BothAsync(EndingRow theirs, CancellationToken cancel)
    {
        var days = new Days(words);
        Conflict = Conflict.Between(
            await db.ByAsync(Of.Case.Id, cancel),
            new(words["With whom?"], Who, theirs.Who),
            new(words["Planned on"], days.Short(On!.Value), days.Short(theirs.PlannedOn)),
            new(words["Last meeting (optional)"], Goodbye is { } mine ? days.Short(mine) : null, theirs.GoodbyeOn is { } other ? days.Short(other) : null),
            new(words["How do they say goodbye?"], How, theirs.How)
        );
        ModelState.Remove(nameof(Version));
        Version = theirs.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static Dictionary<string, string?> Cells(EndingRow row) =>
        new(StringComparer.Ordinal) { ["who"] = row.Who, ["part"] = row.Part, ["planned_on"] = Day(row.PlannedOn), ["goodbye_on"] = Day(row.GoodbyeOn), ["how"] = row.How };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
