using System.Runtime.CompilerServices;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Lists;

namespace Throughgate.Web.Features.YoungPeople.List;

/// <summary>One young person on the list, with everything that it says of them.</summary>
public sealed record ListRow
{
    public required Listed Person { get; init; }
    public required int Age { get; init; }
    public required bool LookedAfter { get; init; }

    /// <summary>Null where there is no sentence on record yet.</summary>
    public WhereOnDay? Where { get; init; }

    /// <summary>Code of the establishment; null where nobody is held or it is not known.</summary>
    public string? Establishment { get; init; }

    /// <summary>Expected release of somebody in custody; it may have passed.</summary>
    public DateOnly? Leaves { get; init; }

    /// <summary>The programme that is shown: the one of the newest sentence in view, or else the one closed last. Null without a case here.</summary>
    public CaseFacts? Shown { get; init; }

    public StandingSince? Standing { get; init; }

    public Allocated? LeadWorker { get; init; }

    /// <summary>The cases in view on the day.</summary>
    public required IReadOnlyList<CaseInView> InView { get; init; }

    /// <summary>What is asked of their cases in view (<see cref="DutyRules.DutiesOf"/>) and not done, soonest due first.</summary>
    public required IReadOnlyList<Duty> Open { get; init; }

    public Duty? Next => Open.Count == 0 ? null : Open[0];

    public required int Overdue { get; init; }

    public required string SortName { get; init; }

    // A list kept in memory keeps its people too: their rows are worked out once.
    private static readonly ConditionalWeakTable<OpenPerson, ListRow> Kept = [];

    public static ListRow Of(OpenPerson person, string scheme, DateOnly on) =>
        Kept.GetValue(person, p => Of(p.Who, p.Facts, [.. p.Cases], [.. p.Duties.Where(d => d.IsOpen)], scheme, on));

    public static IReadOnlyList<ListRow> Of(PeopleOnList list)
    {
        var facts = list.Facts.ToDictionary(f => f.Id);
        var cases = list.Cases.ToLookup(c => c.PersonId);
        var duties = list.Duties.Where(d => d.IsOpen).ToLookup(d => d.PersonId);
        return [.. list.People.Select(p => Of(p, facts[p.Id], [.. cases[p.Id]], [.. duties[p.Id]], list.Scheme, list.On))];
    }

    private static ListRow Of(Listed person, PersonFacts facts, List<CaseInView> cases, IReadOnlyList<Duty> open, string scheme, DateOnly on)
    {
        var here = facts.Cases.Where(c => c.Scheme == scheme && c.ReferredOn <= on).ToList();
        var shown = here.Where(c => c.InViewOn(on)).MaxBy(c => (c.Sentence.SentencedOn, c.ReferredOn)) ?? here.MaxBy(c => c.ClosedOn);
        var looked = shown?.CustodyOn(on) ?? facts.Sentences.LastOrDefault(s => s.SentencedOn <= on);
        WhereOnDay? where = looked is null ? null : facts.WhereOn(looked, on);
        var held = where is { Where: Whereabouts.InCustody or Whereabouts.OnRemand };
        var inView = here.Where(c => c.InViewOn(on)).Select(c => c.Id).ToHashSet();
        return new()
        {
            Person = person,
            Age = Domain.Time.Age.On(facts.DateOfBirth, on),
            LookedAfter = facts.LookedAfter == true,
            Where = where,
            Establishment = held ? cases.Find(c => here.Exists(h => h.Id == c.CaseId && h.Covers(where!.Value.Sentence)))?.Establishment : null,
            Leaves = where?.Sentence.LeavesAsKnownOn(on),
            Shown = shown,
            Standing = shown?.StandingOn(on),
            LeadWorker = cases.Find(c => c.CaseId == shown?.Id)?.LeadWorker,
            InView = cases.FindAll(c => inView.Contains(c.CaseId)),
            Open = open,
            Overdue = open.Count(d => d.State == DutyState.Overdue),
            SortName = Names.Search(person.FirstName, person.LastName),
        };
    }
}
