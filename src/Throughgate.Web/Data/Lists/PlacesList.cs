using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Sentences;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Lists;

/// <summary>Somebody who stands in line for a place, and why there.</summary>
/// <param name="Leaves">Expected release as known on the day; null where not held, or not known.</param>
/// <param name="NotOffered">Leaves custody soon and has not been offered support: before everybody else (ELG-3).</param>
public sealed record InLine(Listed Who, CaseFacts Case, StandingSince Standing, Priority Priority, DateOnly? Leaves, bool NotOffered);

/// <summary>Who leaves custody soon and has not been offered support, with their name.</summary>
public sealed record NamedNotOffered(string Name, NotOffered Who);

public sealed record PlacesList(DateOnly On, IReadOnlyList<InLine> Line, IReadOnlyList<NamedNotOffered> NotOffered, int Taken, FigureInForce Capacity)
{
    /// <summary>A number of places is set, and all are taken.</summary>
    public bool IsFull => Capacity.Value > 0 && Taken >= Capacity.Value;
}

/// <summary>The places of the reader's scheme: who holds one, who is first in line, and who leaves custody without having been offered one.</summary>
public sealed class SchemePlaces(SchemeLists lists, Db db, Actor actor, FiguresInForce figures)
{
    public async Task<PlacesList> ReadAsync(DateOnly on, CancellationToken cancel)
    {
        var scheme = actor.Scheme ?? "";
        var hidden = await lists.HiddenAsync(cancel);
        var open = await lists.OpenOrHiddenAsync(on, cancel);
        var inForce = await figures.ReadAsync(cancel);
        var notOffered = await NotOfferedAsync(on, cancel);
        var needs = await db.Set<CaseNeeds>().AsNoTracking().Where(n => db.Cases.Any(c => c.Id == n.CaseId && c.Scheme == scheme)).ToDictionaryAsync(n => n.CaseId, n => n.ToNeeds(), cancel);
        var given = await db.Set<PlaceRow>().AsNoTracking().Where(p => db.Cases.Any(c => c.Id == p.CaseId && c.Scheme == scheme)).ToListAsync(cancel);
        var places = given.GroupBy(p => p.CaseId).ToDictionary(g => g.Key, g => (DateOnly?)g.Min(p => p.FromOn));
        var first = notOffered.Select(n => n.Who.Case?.Id).ToHashSet();
        var taken = 0;
        var line = new List<InLine>();
        foreach (var (person, facts) in open.SelectMany(p => p.Facts.Cases.Where(c => c.Scheme == scheme && c.InViewOn(on)).Select(c => (p, c))))
        {
            if (Places.Holds(facts, places.GetValueOrDefault(facts.Id), on))
            {
                taken++;
            }
            else if (!hidden.Contains(person.Who.Id))
            {
                var priority = Priority.Of(needs.GetValueOrDefault(facts.Id), facts.Sentence);
                line.Add(new(person.Who, facts, facts.StandingOn(on), priority, facts.Sentence.LeavesAsKnownOn(on), first.Contains(facts.Id)));
            }
        }

        return new(on, InOrder(line), notOffered, taken, inForce.InForce(Places.Capacity, on));
    }

    /// <summary>Who leaves custody soon and has not been offered support, whether or not a case was opened (ELG-3).</summary>
    public async Task<IReadOnlyList<NamedNotOffered>> NotOfferedAsync(DateOnly on, CancellationToken cancel)
    {
        var scheme = actor.Scheme ?? "";
        var held = (await lists.HeldAsync(on, cancel)).Rows;
        var names = held.DistinctBy(h => h.Person.Id).ToDictionary(h => h.Person.Id, h => h.Who.Name);
        var yots = Reference.Instance.YotsOfScheme.GetValueOrDefault(scheme) ?? new HashSet<string>(StringComparer.Ordinal);
        var people = held.Select(h => h.Person).DistinctBy(p => p.Id);
        return [.. CommunityPlace.NotOfferedYet(people, scheme, yots, on, await figures.ReadAsync(cancel)).Select(n => new NamedNotOffered(names[n.Person.Id], n))];
    }

    /// <summary>Leaving custody soon without an offer; other custodial sentences; community cases and remands. Within each: priority, then who leaves first, then who waits longest.</summary>
    private static IReadOnlyList<InLine> InOrder(IEnumerable<InLine> line) =>
        [
            .. line.OrderByDescending(l => l.NotOffered)
                .ThenByDescending(l => l.Case.Sentence.IsCustodial)
                .ThenByDescending(l => l.Priority.For)
                .ThenBy(l => l.Leaves ?? DateOnly.MaxValue)
                .ThenBy(l => l.Case.ReferredOn)
                .ThenBy(l => l.Case.Reference, StringComparer.Ordinal),
        ];
}
