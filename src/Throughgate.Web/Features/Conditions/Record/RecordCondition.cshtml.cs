using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Conditions.Record;

/// <summary>One licence or supervision condition: what, from when to when, and when it was explained to the young person by whom (REL-16).</summary>
[Needs(Permission.RecordCasework)]
public sealed class RecordConditionPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? ConditionText { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public DateOnly? ExplainedOn { get; set; }

    [BindProperty]
    public string? ExplainedBy { get; set; }

    /// <summary>Given where the condition is taken out as recorded by mistake.</summary>
    [BindProperty]
    public string? Mistake { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Person Person { get; private set; } = null!;

    public bool IsChange { get; private set; }

    public Conflict? Conflict { get; private set; }

    public string Back => $"/young-people/{Person.Id}/conditions";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, condition) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        (Kind, ConditionText, From, To, ExplainedOn, ExplainedBy, Version) = condition is null
            ? (null, null, london.Today, null, null, null, 0)
            : (condition.Kind, condition.ConditionText, condition.FromOn, condition.ToOn, condition.ExplainedOn, condition.ExplainedBy, condition.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, condition) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        var use = new RecordCondition(db, actor, time);
        var mistake = condition is not null && !string.IsNullOrWhiteSpace(Mistake);
        var entry = Entry();
        if (mistake ? Mistake!.Length > 2000 : entry is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (condition is not null && condition.Version != Version)
        {
            return Both(condition);
        }

        await (mistake ? use.VoidAsync(condition!, Version, Mistake!.Trim()) : condition is null ? use.RunAsync(id, entry!) : use.ChangeAsync(condition, Version, entry!));
        return LocalRedirect(Back);
    }

    private async Task<(bool Found, LicenceCondition? Condition)> FindAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return (false, null);
        }

        var condition = row is null ? null : await visible.OfPerson<LicenceCondition>(id).FirstOrDefaultAsync(c => c.Id == row, cancel);
        (Person, IsChange) = (person, condition is not null);
        return (row is null || condition is not null, condition);
    }

    private ConditionEntry? Entry()
    {
        ModelState.Must(Kind is not null && LicenceCondition.Kinds.ContainsKey(Kind), nameof(Kind), Words.Key("Choose what kind of condition it is"));
        ModelState.Must(!string.IsNullOrWhiteSpace(ConditionText), nameof(ConditionText), Words.Key("Write what the condition says"));
        ModelState.Must((ConditionText?.Length ?? 0) <= 2000, nameof(ConditionText), Words.Key("This is longer than 2,000 characters: shorten it"));
        ModelState.Must(From is not null || ModelState.ErrorCount > 0, "From-day", Words.Key("Enter the first day of the condition"));
        ModelState.Must(!(To < From), "To-day", Words.Key("The last day is before the first"));
        ModelState.Must(!(ExplainedOn > london.Today), "ExplainedOn-day", Words.Key("This day is still to come. Enter today or a day before"));
        var by = ExplainedBy.OrNothing();
        ModelState.Must(ExplainedOn is null || by is not null, nameof(ExplainedBy), Words.Key("Say who explained it"));
        ModelState.Must(by is null || ExplainedOn is not null || ModelState.ErrorCount > 0, "ExplainedOn-day", Words.Key("Enter the day on which it was explained"));
        ModelState.Must((by?.Length ?? 0) <= 200, nameof(ExplainedBy), Words.Key("This is longer than 200 characters: shorten it"));
        return ModelState.ErrorCount > 0 ? null : new(Kind!, ConditionText!.ReplaceLineEndings("\n").Trim(), From!.Value, To, ExplainedOn, by);
    }

    private PageResult Both(LicenceCondition theirs)
    {
        var days = new Days(words);
        string? Day(DateOnly? day) => day is { } known ? days.Short(known) : null;
        Conflict = Conflict.Between(
            null,
            new(words["Condition"], ConditionText, theirs.ConditionText),
            new(words["First day"], Day(From), Day(theirs.FromOn)),
            new(words["Last day"], Day(To), Day(theirs.ToOn)),
            new(words["Explained on"], Day(ExplainedOn), Day(theirs.ExplainedOn)),
            new(words["Explained by"], ExplainedBy, theirs.ExplainedBy)
        );
        ModelState.Remove(nameof(Version));
        Version = theirs.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
