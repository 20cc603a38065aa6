using System.Data.Common;
using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Features.Duties.List;

/// <summary>The duties of one scheme on a day, with the facts they come from: what the command line, Today and every list of duties ask.</summary>
public sealed record SchemeDuties(DateOnly On, IReadOnlyList<PersonFacts> People, IReadOnlyList<Duty> Duties, DutyFigures Figures)
{
    /// <summary>Three round trips: the figures, whom, and their facts.</summary>
    public static async Task<SchemeDuties> ReadAsync(
        DbConnection connection,
        WorkingCalendar calendar,
        string scheme,
        DateOnly on,
        CancellationToken cancel = default
    )
    {
        var figures = await connection.FiguresOfAsync(scheme, cancel);
        var people = await connection.FactsOfAsync(await connection.PeopleInViewAsync(scheme, on, cancel), Gather.ForDuties, cancel);
        return new(on, people, DutyRules.DutiesOf(people, scheme, on, calendar, figures), figures);
    }
}
