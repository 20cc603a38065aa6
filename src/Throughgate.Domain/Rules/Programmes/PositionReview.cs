using Throughgate.Domain.Contacts;

namespace Throughgate.Domain.Rules.Programmes;

/// <summary>OPN-3: nobody drops out of sight. Months without an attended contact call for a review of where the young person stands.</summary>
public static class PositionReview
{
    public static readonly Figure Without = new(
        "OPN-3.months",
        "Months without an attended contact before a position review is called for",
        FigureUnit.Months,
        3,
        "Integrated Resettlement Support: Management Guidance: three months or more"
    );

    public static readonly Figure Within = new(
        "OPN-3.working-days",
        "Working days in which the position review is held",
        FigureUnit.WorkingDays,
        10,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "OPN-3",
        RuleKind.Duty,
        "After {0} months without an attended contact, a position review is due within {1} working days, with an attempt to reach the young "
            + "person.",
        "S0 §Inactive cases",
        true,
        Without,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Hold a position review and try to reach the young person", Of);

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (seen.Start is not { } start)
        {
            yield break;
        }

        var last = seen.Contacts.Where(IsWithTheYoungPerson).Select(c => (DateOnly?)c.On).Max();
        var from = last >= start ? new DayOf(last.Value, "Last contact attended") : new DayOf(start, "Start of the programme");
        var (without, within) = (seen.Figure(Without, from.On), seen.Figure(Within, from.On));
        var inactive = from.On.AddMonths(without.Value);
        if (seen.On < inactive)
        {
            yield break;
        }

        DayOf? held = seen.Reviews.Where(r => r.Kind == ReviewKinds.Position && r.On >= inactive).Select(r => (DateOnly?)r.On).Min() is { } day
            ? new(day, "Position review held")
            : null;
        yield return seen.Raise(Rule, from, seen.WorkingDaysAfter(inactive, within), held, lost: false, without, within);
    }

    /// <summary>Attended, counted as resettlement support, and not work with the family or the social worker alone.</summary>
    public static bool IsWithTheYoungPerson(Contact contact) =>
        contact.Attended && contact.CountsAs == CountsAs.Irs && contact.Kind is not (ContactKinds.SocialWorker or ContactKinds.Family);
}
