using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>Sentences and cautions of residents, whether or not there is a programme: what national measures count.</summary>
internal static class Disposals
{
    public const string OnRecord = "Only sentences that stand in this system are known: those of young people who were never referred are missing, so the figure is not the area’s.";

    public const string Ended = "Orders and licences that ended in the period, of residents aged 10 to 17 at arrest; of several of one young person the last.";

    /// <summary>Sentenced or cautioned in the period; a recall or return to custody is no disposal of its own.</summary>
    public static IEnumerable<SentenceFacts> Of(PersonFacts person, Asked asked) =>
        person.Sentences.Where(s => IsDisposal(s) && asked.Covers(s.SentencedOn) && asked.Scope.HasResident(person, s.SentencedOn) && IsOfAge(person, s));

    /// <summary>Those of a court.</summary>
    public static IEnumerable<SentenceFacts> OfCourt(PersonFacts person, Asked asked) => Of(person, asked).Where(s => s.Type != SentenceTypes.PreCourt);

    /// <summary>Orders whose last day was in the period, and the programme for it that the scheme has where they live, if it has one.</summary>
    public static IEnumerable<(SentenceFacts Order, DateOnly On, CaseFacts? Case)> Ending(PersonFacts person, Asked asked) =>
        from order in person.Sentences
        where order.Kind is SentenceKind.Custodial or SentenceKind.Community && order.Follows is null && IsOfAge(person, order)
        let end = order.Ends.Newest()
        where end is { } day && asked.Covers(day) && asked.Scope.HasResident(person, day)
        select (order, end!.Value, person.Cases.LastOrDefault(c => c.Covers(order) && asked.Scope.HasScheme(c.Scheme) && asked.IsWhereTheyLive(c.Scheme, person, end.Value)));

    public static bool IsDisposal(SentenceFacts sentence) => sentence.Kind != SentenceKind.Remand && sentence.Follows is null;

    /// <summary>10 to 17 on arrest, or at the offence where the arrest is not known (ELG-4); whoever has neither day on record is not counted.</summary>
    public static bool IsOfAge(PersonFacts person, SentenceFacts sentence) =>
        sentence.CountingOn is { } day && Counting.IsOfAge(Age.On(person.DateOfBirth, day));
}
