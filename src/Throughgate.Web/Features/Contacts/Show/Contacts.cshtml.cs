using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.Rules.Statutory;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Pictures;

namespace Throughgate.Web.Features.Contacts.Show;

/// <summary>The contacts of one programme: what is planned, hours received per week and kind, and what was written, newest first.</summary>
[Needs(Permission.SeePerson)]
public sealed class ContactsPage(Visible visible, Db db, Actor actor, London london, Words words) : PageModel
{
    private const int Weeks = 8;
    private const int Newest = 30;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [FromQuery(Name = "all")]
    public bool All { get; set; }

    public OfCase Of { get; private set; } = null!;

    public DateOnly Today => london.Today;

    public IReadOnlyList<Contact> Planned { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Contact> Past { get; private set; } = [];

    public int More { get; private set; }

    public IReadOnlyDictionary<Guid, string> Notes { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<Guid, string> Places { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<WeekReceived> Received { get; private set; } = [];

    public Reengagement Now { get; private set; }

    public bool MayRecord => actor.May(Permission.RecordCasework);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        await db.Database.OpenConnectionAsync(cancel);
        var facts = await db.Database.GetDbConnection().FactsOfAsync([id], Gather.Contacts, cancel);
        var contacts = facts.SelectMany(p => p.Cases).Single(c => c.Id == of.Case.Id).Contacts;
        Planned = [.. contacts.Where(c => c.Outcome == ContactOutcomes.Planned).OrderBy(c => c.At)];
        var past = contacts.Where(c => c.Outcome != ContactOutcomes.Planned).OrderByDescending(c => c.At).ToList();
        Past = All ? past : [.. past.Take(Newest)];
        More = past.Count - Past.Count;
        Received = HoursPerWeek.Of(contacts, Today, Weeks);
        Now = Reengagement.Of(contacts, Today);
        Notes = await visible.OfCase<Note>(of.Case.Id).AsNoTracking().ToDictionaryAsync(n => n.RowId, n => n.Text, cancel);
        Places = await visible.OfCase<ContactPlace>(of.Case.Id).AsNoTracking().ToDictionaryAsync(p => p.ContactId, p => p.Place, cancel);
        return Page();
    }

    /// <summary>Minutes of one kind, week by week.</summary>
    public IReadOnlyList<Bar> Bars(string countsAs) =>
        [.. Received.Select(w => new Bar(new Days(words).Brief(w.Monday), w.Of(countsAs)))];
}
