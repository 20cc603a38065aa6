using Throughgate.Domain.Contacts;

namespace Throughgate.Domain.Figures.Lasting;

/// <summary>Engagement: what was arranged with the young person, and whether they came.</summary>
public static class ContactsKept
{
    public static readonly Measure Measure = new()
    {
        Code = "kept",
        Label = "Appointments kept",
        Theme = Theme.Lasting,
        Whole = "Contacts of resettlement support arranged with the young person in the period, without attempts to reach them.",
        Meets = "They came.",
        Unknown = "It was cancelled by the service, there was a good reason, or nobody recorded what became of it.",
        Rule = "OPN-2",
        Parts =
        [
            new(ContactOutcomes.Attended, "Came", Tells.Met),
            new(ContactOutcomes.Missed, "Missed", Tells.NotMet),
            new("acceptable_absence", "Acceptable absence", Tells.Neither),
            new(ContactOutcomes.Cancelled, "Cancelled by the service", Tells.Neither),
            new(ContactOutcomes.Planned, "Not recorded yet", Tells.Neither),
        ],
        Of = (person, asked) =>
            from programme in person.Cases
            from contact in programme.Contacts
            where IsArranged(contact) && (contact.On < asked.Today || contact.Outcome != ContactOutcomes.Planned) && asked.Covers(contact.On) && asked.Scope.Has(person, programme, contact.On)
            select new Measured(person, contact.On, contact.Outcome, programme) { OnRecord = contact.Outcome != ContactOutcomes.Planned },
    };

    /// <summary>Resettlement support with the young person themselves, to which they were to come.</summary>
    internal static bool IsArranged(Contact contact) =>
        contact.CountsAs == CountsAs.Irs && contact.Kind is not (ContactKinds.Family or ContactKinds.SocialWorker or ContactKinds.ReEngagement);
}
