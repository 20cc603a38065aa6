namespace Throughgate.Domain.Rules.Programmes;

/// <summary>OPN-12: whoever asks to stop is heard, and asked to come back on the day that was promised. The demand is as firm as a duty's.</summary>
public static class AskedToStop
{
    public static readonly Citation Citation = new(
        "OPN-12",
        RuleKind.Principle,
        "A young person who asks to stop is heard and recorded in their own words. Drop-in and crisis support stay open to them, and the offer to come back "
            + "has a date and is made by then.",
        "S0 §Disengagement from IRS; S0 §Community provision",
        true
    );

    public static readonly DutyRule Rule = new(Citation, "Offer the young person to come back", Of);

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        foreach (var wish in seen.Facts.WishesToStop.Where(w => w.AskedOn <= seen.On))
        {
            DayOf? offered = seen.Seen(wish.OfferedOn) is { } on ? new(on, "Offered to come back") : null;
            yield return seen.Raise(Rule, new(wish.AskedOn, "Asked to stop"), wish.ComeBackOn, offered, lost: false);
        }
    }
}
