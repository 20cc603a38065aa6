using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Escalations;

namespace Throughgate.Domain.Figures.Planning;

/// <summary>ESC-2: whether what planning asked was done in time, and by how much late: of every rule of planning, and of each.</summary>
public static class InTime
{
    public static IReadOnlyList<Part> Parts { get; } =
    [
        new("on-time", "On time", Tells.Met),
        new("late", "Late", Tells.NotMet),
        new("not-done", "Not done", Tells.NotMet),
    ];

    /// <summary>The duties whose timeliness is measured: those of planning and release, and of offers.</summary>
    private static readonly IReadOnlyList<DutyRule> Rules = [.. DutyRules.All.Where(r => Timeliness.PathwayOf(r.Citation.Rule) is not null || r.Citation.Rule.StartsWith("OFR-", StringComparison.Ordinal))];

    public static readonly Measure All = Of("timely", "Planning done on time", "Duties of planning and release that came due in the period, before the case closed; without offers.", "ESC-2", [.. Rules.Where(r => Timeliness.PathwayOf(r.Citation.Rule) is not null)]) with { IsSumOfOthers = true };

    public static IReadOnlyList<Measure> EachRule { get; } =
        [.. Rules.GroupBy(r => r.Citation.Rule).Select(g => Of($"timely-{g.Key}", g.First().Asks, "Duties that came due in the period, before the case closed.", g.Key, [.. g]))];

    private static Measure Of(string code, string label, string whole, string rule, IReadOnlyList<DutyRule> rules) =>
        new()
        {
            Code = code,
            Label = label,
            Theme = Theme.Planning,
            Whole = whole,
            Meets = "Done on or before the day it was due. A closed case is looked at as it stood on the day before it closed.",
            Rule = rule,
            Parts = Parts,
            Unit = "days",
            Of = (person, asked) =>
                asked.OnceFor(person, () => person.Cases.Where(c => asked.Scope.HasScheme(c.Scheme)).SelectMany(c => Duties(person, c, asked)).ToList()).Where(d => rules.Contains(d.Rule)).Select(d => d.Measured),
        };

    private static IEnumerable<(DutyRule Rule, Measured Measured)> Duties(PersonFacts person, CaseFacts programme, Asked asked)
    {
        // A closed case is looked at on the last day on which it was open; what would have come due later is nobody's duty.
        var on = programme.ClosedOn <= asked.Today ? programme.ClosedOn.Value.AddDays(-1) : asked.Today;
        if (programme.ReferredOn > on)
        {
            yield break;
        }

        var figures = asked.FiguresOf(programme.Scheme);
        foreach (var custody in programme.Custodies().Where(s => s.Id == programme.Sentence.Id || s.SentencedOn <= on))
        {
            var seen = new CaseOnDay(person, programme.Under(custody), on, asked.Calendar, figures);
            foreach (var duty in Rules.Where(r => custody.Id == programme.Sentence.Id || r.AgainInCustody).SelectMany(r => r.Of(seen)))
            {
                if (duty.State != DutyState.Due && asked.Covers(duty.Due) && !(programme.ClosedOn <= duty.Due) && (DutyRules.IsOfBundle(duty) || !seen.IsBeforeRecording(duty.Due)) && asked.Scope.Has(person, programme, duty.Due))
                {
                    yield return (duty.Rule, As(duty, person, programme, on));
                }
            }
        }
    }

    private static Measured As(Duty duty, PersonFacts person, CaseFacts programme, DateOnly on)
    {
        var held = programme.CustodyOn(duty.Due);
        var late = duty.State is DutyState.MetLate or DutyState.Overdue ? (duty.MetOn ?? on).DayNumber - duty.Due.DayNumber : (int?)null;
        return new(person, duty.Due, duty.State switch { DutyState.Met => "on-time", DutyState.MetLate => "late", _ => "not-done" }, programme, held.HoldsOn(duty.Due) || held.ReleasedOn == duty.Due ? held : programme.Sentence)
        {
            Amount = late,
            OnRecord = duty.Evidence is not null,
            Pathway = Timeliness.PathwayOf(duty.RuleId),
        };
    }
}
