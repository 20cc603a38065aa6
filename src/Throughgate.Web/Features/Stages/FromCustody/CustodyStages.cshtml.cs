using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Stages.FromCustody;

/// <summary>A programme of somebody held here: the scheme's name, and the stages of its exchange.</summary>
public sealed record ProgrammeStages(Case Case, IReadOnlyList<StageSeen> Stages)
{
    public string Scheme => Reference.Instance.Schemes.TryGetValue(Case.Scheme, out var scheme) ? scheme.Name : Case.Scheme;

    public string KeyOf(StageSeen stage) => $"{Case.Id:N}-{stage.Key}";
}

/// <summary>
/// The key stages of one young person as the link worker of their establishment sees and ticks them (INF-8): what goes which way, what is missing, on time or
/// late. Custody says what custody sent; nothing else of the record is here.
/// </summary>
[Needs(Permission.SeeHeld)]
public sealed class CustodyStagesPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, WorkingCalendar calendar) : PageModel
{
    /// <summary>Which stage of which programme the form was sent for.</summary>
    [BindProperty]
    public string? Stage { get; set; }

    [BindProperty]
    public List<string> Went { get; set; } = [];

    [BindProperty]
    public DateOnly? On { get; set; }

    public Person Who { get; private set; } = null!;

    public IReadOnlyList<ProgrammeStages> Programmes { get; private set; } = [];

    public DateOnly Today => london.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        On = Today;
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var (programme, stage) = Programmes.SelectMany(p => p.Stages.Select(s => (p, s))).FirstOrDefault(x => x.p.KeyOf(x.s) == Stage);
        if (programme is null)
        {
            return NotFound();
        }

        string[] items = [.. KeyStages.ToYot(stage.Stage.Stage).Where(i => Went.Contains(i) && !stage.Went.ContainsKey(i))];
        ModelState.Must(items.Length > 0, "Went", Words.Key("Tick what went"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > Today), "On-day", Words.Key("This day is still to come: record it once it has happened"));
        ModelState.Must(!(On < stage.Stage.StageOn), "On-day", Words.Key("This is before the stage itself: mend the day"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        db.AddRange(items.Select(i => new KeyStageExchangeRow { CaseId = programme.Case.Id, Stage = stage.Stage.Stage, StageOn = stage.Stage.StageOn, Item = i, ExchangedOn = On!.Value, ByName = actor.Name }));
        await db.SaveAsync(actor with { Scheme = programme.Case.Scheme }, time, new StageExchanged(stage.Stage.Stage, stage.Stage.StageOn, On!.Value, items) { PersonId = id, CaseId = programme.Case.Id });
        return LocalRedirect($"/held/{id}/stages");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } who)
        {
            return false;
        }

        (Who, var today) = (who, Today);
        var cases = await visible.Cases.AsNoTracking().Where(c => c.PersonId == id && (c.ClosedOn == null || c.ClosedOn > today)).OrderBy(c => c.ReferredOn).ToListAsync(cancel);
        var keys = cases.Select(c => c.Id).ToList();
        var rows = await visible.OfCases<KeyStageExchangeRow>().AsNoTracking().Where(r => keys.Contains(r.CaseId)).ToListAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = db.Database.GetDbConnection();
            var person = (await connection.FactsOfAsync([id], Gather.Reviews | Gather.Release, cancel)).Single();
            var programmes = new List<ProgrammeStages>();
            foreach (var kase in cases)
            {
                var inForce = await connection.FiguresOfAsync(kase.Scheme, cancel);
                var seen = new CaseOnDay(person, person.Cases.Single(c => c.Id == kase.Id), today, calendar, inForce);
                programmes.Add(new(kase, StageSeen.Of(seen, [.. rows.Where(r => r.CaseId == kase.Id)])));
            }

            Programmes = programmes;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return true;
    }
}
