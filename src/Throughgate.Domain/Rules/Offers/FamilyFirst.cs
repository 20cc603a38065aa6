using Throughgate.Domain.Contacts;
using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Rules.Offers;

/// <summary>OFR-5: where the young person is unwilling at the outset, parents or carers are often the way in.</summary>
public static class FamilyFirst
{
    public static readonly Citation Citation = new(
        "OFR-5",
        RuleKind.Warning,
        "Where a young person is unwilling at the outset, working with parents or carers first is suggested, and is recorded as family work.",
        "S0 §Involvement of parents/carers",
        true
    );

    /// <summary>
    /// The day of the first offer, where it was not accepted, nothing was accepted or started since, and no work with the family is on record from
    /// that day on; null where there is nothing to suggest.
    /// </summary>
    public static DateOnly? UnwillingSince(CaseFacts facts, DateOnly on)
    {
        var offers = facts.Offers.Where(o => o.On <= on).OrderBy(o => o.On).ToList();
        if (offers.Count == 0 || facts.Start <= on || facts.ClosedOn <= on || offers.Exists(o => o.Answer == OfferAnswers.Accepted))
        {
            return null;
        }

        var since = offers[0].On;
        return facts.Contacts.Any(c => c.Kind == ContactKinds.Family && c.On >= since && c.On <= on && c.Attended) ? null : since;
    }
}
