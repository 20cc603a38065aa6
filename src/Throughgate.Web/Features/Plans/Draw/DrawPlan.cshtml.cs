using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Plans;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Plans.Draw;

/// <summary>The plan as a whole: the young person's own words, how to engage them, contact hours, and the level of support.</summary>
[Needs(Permission.RecordCasework)]
public sealed class DrawPlanPage(ReadPlans read, Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    private const int Most = 5000;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? OwnWords { get; set; }

    [BindProperty]
    public string? Approach { get; set; }

    /// <summary>Hours a week, as people write them: 2 or 2.5.</summary>
    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public string? ChosenLevel { get; set; }

    [BindProperty]
    public string? LevelReason { get; set; }

    /// <summary>Which plan this page was opened on, as it was then.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public PlansOfCase Plans { get; private set; } = null!;

    public OfCase Of => Plans.Of;

    public Conflict? Conflict { get; private set; }

    public IReadOnlyList<Choice> Levels =>
        [
            new("", Plans.Level is { } level ? words["As worked out: {0}", words[Reference.Instance.Label("level", PlansOfCase.CodeOf(level.Level))]] : words["Not chosen yet: it cannot be worked out without a whole Asset"]),
            .. Lists.Of("level", words),
        ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(id, Programme, cancel) is not { } plans)
        {
            return NotFound();
        }

        Plans = plans;
        if (plans.Newest is { } plan)
        {
            (OwnWords, Approach, ChosenLevel, LevelReason) = (plan.OwnWords, plan.Approach, plan.ChosenLevel, plan.LevelReason);
            Hours = InHours(plan.ContactMinutes);
        }

        Shown = StateOf(plans.Newest);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(id, Programme, cancel) is not { } plans)
        {
            return NotFound();
        }

        Plans = plans;
        if (Entry() is not { } entry)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (Shown != StateOf(plans.Newest))
        {
            return await BothAsync(cancel);
        }

        await new WritePlan(visible, db, actor, time, london).RunAsync(Of, entry, cancel);
        return LocalRedirect(Of.To("plan"));
    }

    public static string? InHours(int? minutes) => minutes is { } m ? (m / 60m).ToString("0.##", CultureInfo.InvariantCulture) : null;

    /// <summary>What this page changes, in one word: two people who write it at once are told.</summary>
    private static string StateOf(Plan? plan) =>
        plan is null ? "none" : Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
            string.Join('\n', plan.Number, plan.OwnWords, plan.Approach, plan.ContactMinutes, plan.ChosenLevel, plan.LevelReason, plan.PersonAnswer, plan.YotOn?.DayNumber))))[..16];

    private PlanEntry? Entry()
    {
        ModelState.Must((OwnWords?.Length ?? 0) <= Most, nameof(OwnWords), Words.Key("This is longer than 5,000 characters: shorten it"));
        ModelState.Must((Approach?.Length ?? 0) <= Most, nameof(Approach), Words.Key("This is longer than 5,000 characters: shorten it"));
        int? minutes = null;
        if (!string.IsNullOrWhiteSpace(Hours))
        {
            var isNumber = decimal.TryParse(Hours.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 60;
            ModelState.Must(isNumber, nameof(Hours), Words.Key("Hours a week are a number like 2 or 2.5, at most 60"));
            minutes = (int)Math.Round(hours * 60);
        }

        var level = string.IsNullOrEmpty(ChosenLevel) ? null : ChosenLevel;
        ModelState.Must(level is null || Lists.Has("level", level), nameof(ChosenLevel), Words.Key("Choose a level of support"));
        ModelState.Must(level is null || !string.IsNullOrWhiteSpace(LevelReason), nameof(LevelReason), Words.Key("Say why another level than the one worked out is right"));
        ModelState.Must((LevelReason?.Length ?? 0) <= 2000, nameof(LevelReason), Words.Key("These words are longer than 2,000 characters: shorten them"));
        return ModelState.ErrorCount > 0 ? null : new(OwnWords.OrNothing(), Approach.OrNothing(), minutes, level, level is null ? null : LevelReason.OrNothing());
    }

    private async Task<IActionResult> BothAsync(CancellationToken cancel)
    {
        var now = Plans.Newest;
        Conflict = Conflict.Between(
            await db.ByAsync(Of.Case.Id, cancel),
            new(words["What does the young person say or want?"], OwnWords, now?.OwnWords),
            new(words["How are they motivated and engaged?"], Approach, now?.Approach),
            new(words["Contact hours a week"], Hours, InHours(now?.ContactMinutes)),
            new(words["Level of support"], Label(ChosenLevel), Label(now?.ChosenLevel)),
            new(words["Why another level?"], LevelReason, now?.LevelReason)
        );
        ModelState.Remove(nameof(Shown));
        Shown = StateOf(now);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private string? Label(string? level) => string.IsNullOrEmpty(level) ? null : words[Reference.Instance.Label("level", level)].ToString();
}
