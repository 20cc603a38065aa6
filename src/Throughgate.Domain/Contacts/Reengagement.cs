using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Programmes;

namespace Throughgate.Domain.Contacts;

/// <summary>How it stands with somebody who stopped coming: contacts missed since they last came, and attempts to reach them since (OPN-2).</summary>
/// <param name="LastMet">The last day on which they came; null where they never did.</param>
/// <param name="LastMissed">The newest contact missed since then; null where none was.</param>
public readonly record struct Reengagement(DateOnly? LastMet, Contact? LastMissed, int Missed, int Attempts)
{
    /// <summary>Missed contacts never close a case: they ask for an attempt to re-engage, until one follows the newest of them.</summary>
    [Rule("OPN-2")]
    public static Reengagement Of(IEnumerable<Contact> contacts, DateOnly on)
    {
        var past = contacts.Where(c => c.On <= on).ToList();
        var lastMet = past.Where(PositionReview.IsWithTheYoungPerson).Select(c => (DateTime?)c.At).Max();
        var since = past.Where(c => !(c.At <= lastMet)).OrderBy(c => c.At).ToList();
        var missed = since.Where(c => c.Outcome == ContactOutcomes.Missed && c.Kind != ContactKinds.ReEngagement).ToList();
        return new(
            lastMet is { } met ? DateOnly.FromDateTime(met) : null,
            missed.Count > 0 ? missed[^1] : null,
            missed.Count,
            since.Count(c => c.Kind == ContactKinds.ReEngagement)
        );
    }
}
