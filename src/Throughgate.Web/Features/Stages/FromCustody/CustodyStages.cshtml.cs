using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Stages.Tick;

namespace Throughgate.Web.Features.Stages.FromCustody;

/// <summary>A programme of somebody held here: the scheme's name, and the stages of its exchange.</summary>
public sealed record ProgrammeStages(Case Case, DateOnly SentencedOn, IReadOnlyList<StageSeen> Stages)
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

        if (await new TickStage(db, actor, time, london).RunAsync(new(programme.Case, programme.SentencedOn, stage, KeyStages.ToYot(stage.Stage.Stage), Went, On), ModelState))
        {
            return LocalRedirect($"/held/{id}/stages");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
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
                programmes.Add(new(kase, seen.SentencedOn, StageSeen.Of(seen, [.. rows.Where(r => r.CaseId == kase.Id)])));
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
