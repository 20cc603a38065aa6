using Throughgate.Domain.Contacts;

namespace Throughgate.Domain.Rules.Statutory;

/// <summary>ISS-3: resettlement workers do not stand in for a case manager who is missing, unless each side does so for the other.</summary>
public static class GapCovered
{
    public static readonly Figure Within = new("ISS-3.days", "Days looked back for resettlement contacts while nobody managed the case", FigureUnit.Days, 28, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "ISS-3",
        RuleKind.Warning,
        "Resettlement support is not used to cover a gap in case management unless a reciprocal arrangement is recorded. Contacts of the last {0} days while "
            + "nobody managed the case are shown.",
        "S0 §Case management and IRS",
        true,
        Within
    );

    /// <summary>
    /// The days on which resettlement support was given while nobody managed the case, the order had not ended (after it the team may manage it, OPN-7), and no
    /// arrangement of the scheme covered the gap; newest first. Before recording began here nobody can say.
    /// </summary>
    /// <param name="managed">Days on which a case manager was allocated.</param>
    /// <param name="arrangements">Days on which a reciprocal arrangement held.</param>
    /// <param name="ends">Last day of the order or licence.</param>
    public static IReadOnlyList<DateOnly> Days(IEnumerable<Contact> contacts, IReadOnlyList<DateRange> managed, IReadOnlyList<DateRange> arrangements, DateOnly? ends, DateOnly on, DutyFigures figures)
    {
        var since = on.AddDays(-figures.InForce(Within, on).Value);
        return
        [
            .. contacts.Where(c => c.Attended && c.CountsAs == CountsAs.Irs && c.On > since && c.On <= on && !(c.On > ends) && !figures.IsBeforeRecording(c.On))
                .Select(c => c.On)
                .Distinct()
                .Where(day => !managed.Any(m => m.Contains(day)) && !arrangements.Any(a => a.Contains(day)))
                .OrderDescending(),
        ];
    }
}
