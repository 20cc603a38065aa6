using Throughgate.Domain.Contacts;
using Throughgate.Domain.Rules.Programmes;

namespace Throughgate.Domain.Figures.Lasting;

/// <summary>Re-engagement: who missed an appointment, and whether they were seen again within four weeks.</summary>
public static class BackInTouch
{
    public const int Days = 28;

    public static readonly Measure Measure = new()
    {
        Code = "back",
        Label = "Seen again within 4 weeks of a missed appointment",
        Theme = Theme.Lasting,
        Whole = "Appointments of resettlement support that the young person missed in the period.",
        Meets = "They came to a contact within 28 days after it.",
        Unknown = "The 28 days are not over, and they have not been seen yet.",
        Rule = "OPN-2",
        Of = (person, asked) =>
            from programme in person.Cases
            from missed in programme.Contacts
            where ContactsKept.IsArranged(missed) && missed.Outcome == ContactOutcomes.Missed && asked.Covers(missed.On) && asked.Scope.Has(person, programme, missed.On)
            let until = missed.On.AddDays(Days)
            let seen = programme.Contacts.Any(c => c.At > missed.At && c.On <= until && c.On <= asked.Today && PositionReview.IsWithTheYoungPerson(c))
            select new Measured(person, missed.On, Parts.Of(seen || until < asked.Today ? seen : null), programme),
    };
}
