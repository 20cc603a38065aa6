using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Information;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Stages.Tick;

namespace Throughgate.Web.Features.Stages.Show;

/// <summary>The exchange between custody and YOT at six key stages (INF-8): what goes which way, what is missing, on time or late.</summary>
[Needs(Permission.SeePerson)]
public sealed class ShowStagesPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, FiguresInForce figures, WorkingCalendar calendar) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>Which stage the form was sent for.</summary>
    [BindProperty]
    public string? Stage { get; set; }

    [BindProperty]
    public List<string> Went { get; set; } = [];

    [BindProperty]
    public DateOnly? On { get; set; }

    public OfCase Of { get; private set; } = null!;

    public IReadOnlyList<StageSeen> Stages { get; private set; } = [];

    public bool MayRecord => actor.May(Permission.RecordCasework);

    public DateOnly Today => london.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        On = Today;
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    [Needs(Permission.RecordCasework)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || Stages.FirstOrDefault(s => s.Key == Stage) is not { } stage)
        {
            return NotFound();
        }

        if (await new TickStage(db, actor, time, london).RunAsync(new(Of.Case, Of.Sentence.SentencedOn, stage, KeyStages.Items(stage.Stage.Stage), Went, On), ModelState))
        {
            return LocalRedirect(Of.To("stages"));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        var rows = await visible.OfCase<KeyStageExchangeRow>(of.Case.Id).AsNoTracking().ToListAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var inForce = await figures.ReadAsync(cancel);
            var person = (await db.Database.GetDbConnection().FactsOfAsync([id], Gather.Reviews | Gather.Release, cancel)).Single();
            var seen = new CaseOnDay(person, person.Cases.Single(c => c.Id == of.Case.Id), Today, calendar, inForce);
            Stages = StageSeen.Of(seen, rows);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return true;
    }
}
