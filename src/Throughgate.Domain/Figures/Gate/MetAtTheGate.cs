using Throughgate.Domain.Contacts;

namespace Throughgate.Domain.Figures.Gate;

/// <summary>Whether somebody was there on the day of release (REL-2).</summary>
public static class MetAtTheGate
{
    public static readonly Measure Measure = new()
    {
        Code = "met-at-gate",
        Label = "Met on the day of release",
        Theme = Theme.Gate,
        Whole = "Releases from custody in the period, of young people whose programme for that sentence had started by that day.",
        Meets = "A resettlement worker met them face to face on the day of release. A meeting on a later day does not count.",
        Unknown = "No contact is recorded for the programme at all.",
        Rule = "REL-2",
        Of = (person, asked) =>
            Happenings.ReleasesOf(person, asked).Where(r => r.Started).Select(r => r.As(r.Case.Contacts.Count == 0 ? null : r.Case.Contacts.Any(c => c.On == r.On && IsMeeting(c)))),
    };

    private static bool IsMeeting(Contact contact) =>
        contact.Attended && contact.Kind == ContactKinds.ReleaseDayMeeting && contact.CountsAs == CountsAs.Irs;
}
