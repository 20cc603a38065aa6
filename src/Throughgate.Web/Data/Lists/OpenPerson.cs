using System.Data.Common;
using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Data.Lists;

/// <summary>Somebody with a case of the scheme in view on a day: those cases, the facts that lists ask for, and the duties.</summary>
public sealed record OpenPerson(Listed Who, IReadOnlyList<CaseInView> Cases, PersonFacts Facts, IReadOnlyList<Duty> Duties, DutyFigures Figures)
{
    /// <summary>Everybody, or those of these people. Two round trips.</summary>
    internal static async Task<IReadOnlyList<OpenPerson>> ReadAsync(
        DbConnection connection,
        IReadOnlyCollection<Guid>? people,
        string scheme,
        DateOnly on,
        WorkingCalendar calendar,
        CancellationToken cancel
    )
    {
        var cases = people is null
            ? await connection.CasesInViewAsync(scheme, on, cancel)
            : await connection.CasesInViewAsync(people, scheme, on, cancel);
        var who = cases.GroupBy(c => c.PersonId).ToList();
        if (who.Count == 0)
        {
            return [];
        }

        var read = await connection.DutiesOfAsync(calendar, [.. who.Select(g => g.Key)], scheme, on, cancel: cancel);
        var facts = read.People.ToDictionary(p => p.Id);
        var duties = read.Duties.ToLookup(d => d.PersonId);
        var open = new List<OpenPerson>(who.Count);
        foreach (var own in who)
        {
            // Somebody taken out between the two reads is no longer on the list.
            if (facts.TryGetValue(own.Key, out var known))
            {
                var first = own.First();
                open.Add(new(new(own.Key, first.PersonReference, first.FirstName, first.LastName), [.. own], known, [.. duties[own.Key]], read.Figures));
            }
        }

        return open;
    }
}
