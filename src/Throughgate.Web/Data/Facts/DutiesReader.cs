using System.Data.Common;
using Throughgate.Domain.People;
using Throughgate.Domain.Rules;

namespace Throughgate.Web.Data.Facts;

/// <summary>Duties on a day, with the facts they come from: what the command line, Today and every list of duties ask.</summary>
public sealed record DutiesOn(DateOnly On, string Scheme, IReadOnlyList<PersonFacts> People, IReadOnlyList<Duty> Duties, DutyFigures Figures);

/// <summary>DutiesOf(people) and DutiesOf(scheme): the same rules whoever asks.</summary>
public static class DutiesReader
{
    /// <summary>The duties of everybody with a case of the scheme in view. Two round trips: whom, and their facts with the figures.</summary>
    public static async Task<DutiesOn> DutiesOfSchemeAsync(
        this DbConnection connection,
        WorkingCalendar calendar,
        string scheme,
        DateOnly on,
        CancellationToken cancel = default
    ) => await connection.DutiesOfAsync(calendar, await connection.PeopleInViewAsync(scheme, on, cancel), scheme, on, Gather.ForDuties, cancel);

    /// <summary>The duties of these people under the scheme. One round trip.</summary>
    public static async Task<DutiesOn> DutiesOfAsync(
        this DbConnection connection,
        WorkingCalendar calendar,
        IReadOnlyCollection<Guid> people,
        string scheme,
        DateOnly on,
        Gather gather = Gather.ForDuties,
        CancellationToken cancel = default
    )
    {
        var (facts, figures) = await connection.FactsAndFiguresOfAsync(people, gather | Gather.ForDuties, scheme, on, cancel);
        return new(on, scheme, facts, DutyRules.DutiesOf(facts, scheme, on, calendar, figures), figures);
    }
}
