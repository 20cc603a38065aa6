using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Closing.Endings;

/// <summary>Somebody who works with the young person: the part, and the ending planned with them; null where none is.</summary>
public sealed record WithWhom(string Who, string Part, EndingRow? Ending);

/// <summary>How the work with each worker, mentor and volunteer ends (OPN-10): planned person by person, before the programme closes.</summary>
[Needs(Permission.RecordCasework)]
public sealed class EndingsPage(Visible visible, Db db, London london, FiguresInForce figures) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    public OfCase Of { get; private set; } = null!;

    public DateOnly Today => london.Today;

    /// <summary>The day on which the programme is expected to close; null while nothing says so.</summary>
    public DateOnly? Closes { get; private set; }

    /// <summary>Those allocated today, then whoever else an ending is planned with.</summary>
    public IReadOnlyList<WithWhom> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        await db.Database.OpenConnectionAsync(cancel);
        var facts = await db.Database.GetDbConnection().FactsOfAsync([id], Gather.Care, cancel);
        Closes = EndingsPlanned.ExpectedClosing(facts.SelectMany(p => p.Cases).Single(c => c.Id == of.Case.Id), Today, await figures.ReadAsync(cancel));
        var planned = await visible.OfCase<EndingRow>(of.Case.Id).AsNoTracking().OrderBy(e => e.PlannedOn).ToListAsync(cancel);
        var today = Today;
        var allocated = await visible.OfCase<Allocation>(of.Case.Id).Where(a => a.FromOn <= today && (a.ToOn == null || a.ToOn >= today))
            .Join(db.Workers, a => a.WorkerId, w => w.Id, (a, w) => new { w.Name, a.Role }).Distinct().ToListAsync(cancel);
        People =
        [
            .. allocated.OrderBy(a => Order(a.Role)).Select(a => new WithWhom(a.Name, a.Role, planned.Find(e => e.Who == a.Name))),
            .. planned.Where(e => allocated.TrueForAll(a => a.Name != e.Who)).Select(e => new WithWhom(e.Who, e.Part, e)),
        ];
        return Page();
    }

    private static int Order(string role) => EndingRow.Parts.Keys.Index().FirstOrDefault(p => p.Item == role).Index;
}
