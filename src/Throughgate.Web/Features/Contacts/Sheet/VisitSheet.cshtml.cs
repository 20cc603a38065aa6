using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Contacts.Sheet;

/// <summary>One sheet of paper for a visit in custody, where no device may be taken: who, when, what to ask, the last contacts, and room to write.</summary>
[Needs(Permission.RecordCasework)]
public sealed class VisitSheetPage(Visible visible, Db db, Seen seen, London london, WorkingCalendar calendar) : PageModel
{
    private const int LastContacts = 5;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    public OfCase Of { get; private set; } = null!;

    public DateOnly Today => london.Today;

    public Contact? Next { get; private set; }

    public string? Held { get; private set; }

    public HoursInForce Hours { get; private set; } = null!;

    public DateOnly? LeavesOn { get; private set; }

    public IReadOnlyList<Contact> Last { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Notes { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Open duties, the most urgent first.</summary>
    public IReadOnlyList<Duty> Due { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var on = await connection.DutiesOfAsync(calendar, [id], of.Case.Scheme, Today, Gather.ForDuties | Gather.Contacts, cancel);
        var facts = on.People.SelectMany(p => p.Cases).Single(c => c.Id == of.Case.Id);
        Due = [.. on.Duties.Where(d => d.CaseId == of.Case.Id && d.IsOpen)];
        LeavesOn = facts.Sentence.LeavesAsKnownOn(Today);
        var now = facts.Contacts.DistinctBy(c => c.Id).OrderByDescending(c => c.At).ToList();
        Next = now.Where(c => c.Outcome == ContactOutcomes.Planned && c.On >= Today).OrderBy(c => c.At).Cast<Contact?>().FirstOrDefault();
        Last = [.. now.Where(c => c.Outcome != ContactOutcomes.Planned && c.On <= Today).Take(LastContacts)];
        var keys = Last.Select(c => c.Id).ToList();
        Notes = await visible.OfCase<Note>(of.Case.Id).AsNoTracking().Where(n => keys.Contains(n.RowId)).ToDictionaryAsync(n => n.RowId, n => n.Text, cancel);
        var held = facts.Sentence.HoldsOn(Today) ? (await connection.CasesOfAsync([id], of.Case.Scheme, Today, cancel)).FirstOrDefault(c => c.CaseId == of.Case.Id)?.Establishment : null;
        var kept = (await visible.UndisclosedAsync(cancel)).Contains(id);
        Held = held is null || kept ? null : Reference.Instance.EstablishmentName(held);
        Hours = await connection.HoursOfAsync(of.Case.Scheme, held, cancel);
        seen.Printed("visit sheet");
        return Page();
    }
}
