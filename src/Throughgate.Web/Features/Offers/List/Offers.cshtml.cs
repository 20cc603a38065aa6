using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Offers;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Offers.List;

/// <summary>One offer with what cannot be brought in from elsewhere; <paramref name="Said"/> is null of an imported one.</summary>
public sealed record OfferShown(Offer Offer, OfferSaid? Said);

/// <summary>The offers of one programme, what the young person answered in their own words, and when to offer next and why.</summary>
[Needs(Permission.SeePerson)]
public sealed class OffersPage(Visible visible, Db db, Actor actor, London london, WorkingCalendar calendar, FiguresInForce figures) : PageModel
{
    private static readonly DutyRule[] Asked = [FirstOffer.Rule, OfferBeforeRelease.Rule, OfferAfterRelease.Rule, AskAgain.Rule];

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    public OfCase Of { get; private set; } = null!;

    public DateOnly Today => london.Today;

    public StandingSince Standing { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OfferShown> Offers { get; private set; } = [];

    /// <summary>What offers are due, the soonest first.</summary>
    public IReadOnlyList<Duty> Next { get; private set; } = [];

    /// <summary>The day since when the young person is unwilling and nobody has worked with the family (OFR-5); else null.</summary>
    public DateOnly? FamilyFirstSince { get; private set; }

    public bool MayRecord => actor.May(Permission.RecordCasework);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        var said = await visible.OfCase<OfferSaid>(of.Case.Id).AsNoTracking().ToDictionaryAsync(s => s.OfferId, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var person = (await db.Database.GetDbConnection().FactsOfAsync([id], Gather.Offers | Gather.Contacts, cancel)).Single();
            var facts = person.Cases.Single(c => c.Id == of.Case.Id);
            var seen = new CaseOnDay(person, facts, Today, calendar, await figures.ReadAsync(cancel));
            Next = facts.InViewOn(Today) ? [.. DutyRules.Of(seen).Where(d => d.IsOpen && Asked.Contains(d.Rule)).OrderBy(d => d.Due)] : [];
            Standing = facts.StandingOn(Today);
            FamilyFirstSince = FamilyFirst.UnwillingSince(facts, Today);
            Offers = [.. facts.Offers.Where(o => o.On <= Today).Reverse().Select(o => new OfferShown(o, said.GetValueOrDefault(o.Id)))];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return Page();
    }
}
