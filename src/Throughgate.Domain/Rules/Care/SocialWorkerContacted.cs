namespace Throughgate.Domain.Rules.Care;

/// <summary>FAM-4: the social worker of a looked-after young person is named, and contacted again and again; each contact starts the next spell.</summary>
public static class SocialWorkerContacted
{
    public static readonly Figure Within = new(
        "FAM-4.days",
        "Days from one contact with the social worker to the next",
        FigureUnit.Days,
        42,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "FAM-4",
        RuleKind.Duty,
        "Where a young person is looked after, the social worker is named and contacted at least every {0} days; residential staff and whoever has "
            + "parental responsibility are on the contact list.",
        "S0 §Looked-after children",
        true,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Contact the social worker", Of);

    public static readonly DutyRule Named = new(Citation, "Name the social worker", OfName);

    /// <summary>Asked as the first contact is: nobody can be contacted who is not named. Where the last one has left, it is asked again from that day.</summary>
    private static IEnumerable<Duty> OfName(CaseOnDay seen)
    {
        if (seen.Person.LookedAfter != true)
        {
            yield break;
        }

        var named = seen.Person.SocialWorkers.Where(s => s.From <= seen.On).ToList();
        var now = named.Where(s => !(s.Until <= seen.On)).Select(s => (DateOnly?)s.From).Min();
        var left = named.Where(s => s.Until <= seen.On && !(s.Until > now)).Select(s => s.Until).Max();
        var from = left is { } day && day > seen.ReferredOn ? new DayOf(day, "The social worker before left") : new DayOf(seen.ReferredOn, "Referral");
        if (seen.RecordedFrom is { } began && began > from.On && began <= seen.On && !(now < began))
        {
            // No import brings the people around: nobody could be named here before that day.
            from = new(began, "Recording began here");
        }

        var within = seen.Figure(Within, from.On);
        yield return seen.Raise(Named, from, from.On.AddDays(within.Value), now is { } on ? new(on, "Social worker named") : null, lost: false, within);
    }

    /// <summary>The duty in force alone: the newest contact is the base, and the one before it is history.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (seen.Person.LookedAfter != true)
        {
            yield break;
        }

        var last = seen.LastWithSocialWorker;
        var from = last is { } met ? new DayOf(met, "Last contact with the social worker") : new DayOf(seen.ReferredOn, "Referral");
        var within = seen.Figure(Within, from.On);
        yield return seen.Raise(Rule, from, from.On.AddDays(within.Value), null, lost: false, within);
    }
}
