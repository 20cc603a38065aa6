using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Releases;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Plans;

namespace Throughgate.Web.Features.Releases.Show;

/// <summary>One item of the list: what was said of it, null where nothing was.</summary>
public sealed record ListedItem(string Item, string Called, ReleaseItemRow? Said);

/// <summary>Everything about one release: what is due, the ready-to-leave list, temporary release, the first weeks, feedback.</summary>
[Needs(Permission.SeePerson)]
public sealed class ShowReleasePage(Visible visible, Db db, Actor actor, WorkingCalendar calendar, London london) : PageModel
{
    private static readonly string[] Rules = ["REL-1", "REL-2", "REL-3", "REL-5", "REL-6", "REL-7", "REL-9", "REL-10", "REL-13"];

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    public OfCase Of { get; private set; } = null!;

    public CaseToday Case { get; private set; } = null!;

    /// <summary>Of the release, in the order of every list of duties.</summary>
    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    /// <summary>REL-6's list: everybody's items, then the scheme's own.</summary>
    public IReadOnlyList<ListedItem> List { get; private set; } = [];

    public ListedItem WhoMeets { get; private set; } = null!;

    public ListedItem Mentor { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ExchangeRow> Exchanges { get; private set; } = [];

    public IReadOnlyList<FeedbackRow> Feedback { get; private set; } = [];

    public IReadOnlyList<TemporaryReleaseRow> Temporary { get; private set; } = [];

    /// <summary>The first weeks after release that have begun.</summary>
    public IReadOnlyList<FirstWeek> Weeks { get; private set; } = [];

    /// <summary>The programme as the release that is prepared, or was last, sees it.</summary>
    public CaseFacts Under => Case.Case.Under(Case.Custody);

    public bool MayRecord => actor.May(Permission.RecordCasework);

    public bool MayManage => actor.May(Permission.ManageScheme);

    public int Ready => List.Count(i => i.Said?.State is ReleaseItemStates.Done or ReleaseItemStates.NotNeeded);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        Case = await db.CaseTodayAsync(of, calendar, london.Today, Gather.Contacts, cancel);
        var (custody, back) = (Case.Custody, Case.Custody.Id != Case.Case.Sentence.Id);
        var since = back ? custody.SentencedOn : DateOnly.MinValue;
        Guid? returned = back ? custody.Id : null;
        Duties = [.. Case.DutiesOf(Rules).Where(d => d.ReckonedFrom.On >= since)];
        var own = await OwnItems.OfAsync(db, of.Case.Scheme, cancel);
        var said = await Rows<ReleaseItemRow>().Where(i => i.StateOn >= since).ToListAsync(cancel);
        ListedItem Item(string item) => new(item, own.Called(item), said.Find(s => s.Item == item));
        List = [.. ReadyToLeave.ItemsOn(Case.Case, london.Today).Select(Item)];
        (WhoMeets, Mentor) = (Item(ReleaseItems.WhoMeets), Item(ReleaseItems.Mentor));
        Exchanges = await Rows<ExchangeRow>().OrderByDescending(e => e.HeldOn).ToListAsync(cancel);
        Feedback = await Rows<FeedbackRow>().Where(f => f.HeldOn >= since).OrderByDescending(f => f.HeldOn).ToListAsync(cancel);
        Temporary = await Rows<TemporaryReleaseRow>().OrderByDescending(t => t.AskedOn).ToListAsync(cancel);
        var weekends = await Rows<WeekendRow>().Where(w => w.SentenceId == returned).Select(w => new WeekendProvision(w.Week, w.Offered, w.TakenUp)).ToListAsync(cancel);
        Weeks = FirstWeeks.Of(Under, weekends, london.Today, await visible.AgreedHoursAsync(of.Case.Id, cancel));
        return Page();
    }

    private IQueryable<T> Rows<T>()
        where T : Row, IOfCase => visible.OfCase<T>(Of.Case.Id).AsNoTracking();
}
