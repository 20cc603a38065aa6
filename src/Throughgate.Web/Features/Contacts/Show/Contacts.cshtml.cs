using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Care;
using Throughgate.Domain.Rules.Statutory;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Plans;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Pictures;

namespace Throughgate.Web.Features.Contacts.Show;

/// <summary>The contacts of one programme: what is planned, hours received per week and kind, and what was written, newest first.</summary>
[Needs(Permission.SeePerson)]
public sealed class ContactsPage(Visible visible, Db db, Actor actor, London london, Words words, FiguresInForce figures) : PageModel
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

    public IReadOnlySet<Guid> HavePlace { get; private set; } = new HashSet<Guid>();

    public IReadOnlyList<WeekReceived> Received { get; private set; } = [];

    public Reengagement Now { get; private set; }

    /// <summary>To whom a young person was handed over, contact by contact (FAM-1).</summary>
    public IReadOnlyDictionary<Guid, string> Handovers { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Contacts of the page after which a handover should be recorded, and is not.</summary>
    public IReadOnlySet<Guid> WithoutHandover { get; private set; } = new HashSet<Guid>();

    /// <summary>Days on which resettlement support covered a gap in case management (ISS-3).</summary>
    public IReadOnlyList<DateOnly> Gaps { get; private set; } = [];

    public bool MayManage => actor.May(Permission.ManageScheme);

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
        Received = HoursPerWeek.Of(contacts, Today, Weeks, await visible.AgreedHoursAsync(of.Case.Id, cancel));
        Now = Reengagement.Of(contacts, Today);
        Notes = await visible.OfCase<Note>(of.Case.Id).AsNoTracking().ToDictionaryAsync(n => n.RowId, n => n.Text, cancel);
        HavePlace = (await visible.OfCase<ContactPlace>(of.Case.Id).Select(p => p.ContactId).ToListAsync(cancel)).ToHashSet();
        Handovers = await visible.OfCase<ContactHandover>(of.Case.Id).AsNoTracking().ToDictionaryAsync(h => h.ContactId, h => h.ToWhom, cancel);
        await WarnAsync(facts.Single(), facts.SelectMany(p => p.Cases).Single(c => c.Id == of.Case.Id), cancel);
        return Page();
    }

    private async Task WarnAsync(PersonFacts person, CaseFacts kase, CancellationToken cancel)
    {
        var inForce = await figures.ReadAsync(cancel);
        WithoutHandover = new HashSet<Guid>(
            Past.Where(c => HandoverAfterActivity.IsMissing(c, Handovers.ContainsKey(c.Id), person.DateOfBirth, person.Sentences.Any(s => s.HoldsOn(c.On)), inForce)).Select(c => c.Id)
        );
        var (scheme, role) = (Of.Case.Scheme, AllocationRoles.CaseManager);
        var managed = await visible.OfCase<Allocation>(kase.Id).Where(a => a.Role == role).Select(a => new DateRange(a.FromOn, a.ToOn)).ToListAsync(cancel);
        var arranged = await db.Set<ReciprocalArrangement>().Where(a => a.Scheme == scheme).Select(a => new DateRange(a.FromOn, a.UntilOn)).ToListAsync(cancel);
        Gaps = GapCovered.Days(kase.Contacts, managed, arranged, kase.CustodyOn(Today).Ends.KnownOn(Today), Today, inForce);
    }

    /// <summary>Minutes of one kind, week by week; resettlement support beside the hours of the plan in force.</summary>
    public IReadOnlyList<Bar> Bars(string countsAs) =>
        [.. Received.Select(w => new Bar(new Days(words).Brief(w.Monday), w.Of(countsAs), OutOf: w.AskedOf(countsAs)))];

    /// <summary>The three pictures are drawn to one measure, so that they can be compared.</summary>
    public long Measure => Received.Max(w => Math.Max(Math.Max(w.Irs, w.Statutory), Math.Max(w.Iss, w.Asked ?? 0)));
}
