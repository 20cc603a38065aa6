using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Settings.Change;

/// <summary>One figure of the scheme: what it is for, what it was, and a new value from a day on.</summary>
[Needs(Permission.ManageScheme)]
public sealed class ChangeFigurePage(Connection database, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The newest setting when this page was opened.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public Conflict? Conflict { get; private set; }

    public Figure Figure { get; private set; } = null!;

    public Citation Rule { get; private set; } = null!;

    public FigureInForce Now { get; private set; } = null!;

    public DutyFigures Figures { get; private set; } = DutyFigures.Defaults;

    public async Task<IActionResult> OnGetAsync(string figure, CancellationToken cancel)
    {
        if (!await FindAsync(figure, cancel))
        {
            return NotFound();
        }

        Shown = NewestSetting.Key(await db.NewestSettingAsync(actor.Scheme!, figure, cancel));
        (Value, From) = (Now.Value.ToString(CultureInfo.InvariantCulture), london.Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string figure, CancellationToken cancel)
    {
        if (!await FindAsync(figure, cancel))
        {
            return NotFound();
        }

        if (!int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > Figure.Most)
        {
            ModelState.AddModelError(nameof(Value), words["Enter a whole number from 0 to {0}", Figure.Most].ToString());
        }

        if (From is null && ModelState.ErrorCount == 0)
        {
            ModelState.AddModelError("From-day", Words.Key("Enter the day"));
        }
        else if (From < london.Today)
        {
            ModelState.AddModelError("From-day", Words.Key("A figure changes from today or a later day: what was due before stays as it was"));
        }

        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > 500)
        {
            ModelState.AddModelError(nameof(Reason), Words.Key("Say why, in at most 500 characters: everybody who asks “Why?” reads it"));
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (await db.NewestSettingAsync(actor.Scheme!, figure, cancel) is { } newest && NewestSetting.Key(newest) != Shown)
        {
            var days = new Days(words);
            Conflict = Conflict.Between(
                newest.ActorName,
                new Differs(words["New figure"], value.ToString(CultureInfo.InvariantCulture), newest.ValueNumber.ToString(CultureInfo.InvariantCulture)),
                new Differs(words["From which day?"], days.Plain(From!.Value), days.Plain(newest.FromOn)),
                new Differs(words["Why?"], Reason, newest.Reason)
            );
            ModelState.Remove(nameof(Shown));
            Shown = NewestSetting.Key(newest);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        await new ChangeFigure(db, actor, time).RunAsync(Figure, Figures.InForce(Figure, From!.Value).Value, value, From.Value, Reason!.Trim());
        return LocalRedirect("/settings");
    }

    private async Task<bool> FindAsync(string key, CancellationToken cancel)
    {
        if (Register.Figures.FirstOrDefault(f => f.Key == key) is not { } figure)
        {
            return false;
        }

        (Figure, Rule) = (figure, Register.All.First(r => r.Figures.Contains(figure)));
        await using var connection = await database.OpenAsync(cancel: cancel);
        Figures = await connection.FiguresOfAsync(actor.Scheme!, cancel);
        Now = Figures.InForce(figure, london.Today);
        return true;
    }
}
