using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Settings.FirstDay;

/// <summary>The first day of recording here: what it is, who set it, and another day.</summary>
[Needs(Permission.ManageScheme)]
public sealed class SetFirstDayPage(FiguresInForce figures, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [BindProperty]
    public DateOnly? First { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The newest setting when this page was opened.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public Conflict? Conflict { get; private set; }

    public DatedValue<DateOnly>? Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = (await figures.ReadAsync(cancel)).RecordedHere;
        First = Now?.Value ?? london.Today;
        Shown = NewestSetting.Key(await db.NewestSettingAsync(actor.Scheme!, FirstDayOfRecording.Key, cancel));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Now = (await figures.ReadAsync(cancel)).RecordedHere;
        if (First is null && ModelState.ErrorCount == 0)
        {
            ModelState.AddModelError("First-day", Words.Key("Enter the day"));
        }
        else if (First > london.Today)
        {
            ModelState.AddModelError("First-day", Words.Key("The first day of recording here is today or a day gone by"));
        }
        else if (First < new DateOnly(2000, 1, 1))
        {
            ModelState.AddModelError("First-day", Words.Key("Enter a day from 1 January 2000 on"));
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

        if (await db.NewestSettingAsync(actor.Scheme!, FirstDayOfRecording.Key, cancel) is { } newest && NewestSetting.Key(newest) != Shown)
        {
            var days = new Days(words);
            Conflict = Conflict.Between(
                newest.ActorName,
                new Differs(words["First day of recording here"], days.Plain(First!.Value), days.Plain(FirstDayOfRecording.Read(newest.ValueNumber))),
                new Differs(words["Why?"], Reason, newest.Reason)
            );
            ModelState.Remove(nameof(Shown));
            Shown = NewestSetting.Key(newest);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        await new SetFirstDay(db, actor, time).RunAsync(Now?.Value, First!.Value, london.Today, Reason!.Trim());
        return LocalRedirect("/settings");
    }
}
