using System.Data.Common;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Escalations;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Data.Lists;

/// <summary>The duties of planning that came due in a run of days, for every case of a scheme that was open in it. Three round trips, no names.</summary>
public static class PlanningReader
{
    public static async Task<IReadOnlyList<PlanningDuty>> PlanningDutiesAsync(
        this DbConnection connection,
        WorkingCalendar calendar,
        string scheme,
        DateRange days,
        CancellationToken cancel = default
    )
    {
        var on = days.To!.Value;
        var people = await connection.KeysAsync(
            "select distinct person_id from cases where not voided and scheme = @scheme and referred_on <= @on and (closed_on is null or closed_on > @from)",
            cancel,
            ("@scheme", scheme),
            ("@on", on),
            ("@from", days.From)
        );
        var (facts, figures) = await connection.FactsAndFiguresOfAsync(people, Gather.ForDuties, scheme, on, cancel);
        var places = await connection.PlacesAsync(scheme, cancel);
        var found = new List<PlanningDuty>();
        foreach (var person in facts)
        {
            foreach (var kase in person.Cases.Where(c => c.Scheme == scheme))
            {
                // A closed case is looked at on its last day.
                var last = kase.ClosedOn <= on ? kase.ClosedOn.Value.AddDays(-1) : on;
                foreach (var duty in DutyRules.DutiesOf([person with { Cases = [kase] }], scheme, last, calendar, figures))
                {
                    if (days.Contains(duty.Due) && Timeliness.PathwayOf(duty.RuleId) is not null)
                    {
                        var held = kase.CustodyOn(duty.Due);
                        var place = places[held.Id].Where(p => p.From <= duty.Due).Select(p => p.Establishment).LastOrDefault();
                        found.Add(new(duty, person.YotOn(duty.Due), held.HoldsOn(duty.Due) || held.ReleasedOn == duty.Due ? place : null));
                    }
                }
            }
        }

        return found;
    }

    private static async Task<ILookup<Guid, (string? Establishment, DateOnly From)>> PlacesAsync(this DbConnection connection, string scheme, CancellationToken cancel)
    {
        await using var command = connection.Command(
            """
            select distinct l.sentence_id, l.establishment, l.from_on, l.position from cases c join sentences s on s.person_id = c.person_id join placements l on l.sentence_id = s.id
            where c.scheme = @scheme and not c.voided and not s.voided and not l.voided order by l.sentence_id, l.from_on, l.position
            """,
            ("@scheme", scheme)
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var places = new List<(Guid Sentence, string? Establishment, DateOnly From)>();
        while (await rows.ReadAsync(cancel))
        {
            places.Add((rows.Key(0), rows.TextOrNull(1), rows.Day(2)));
        }

        return places.ToLookup(p => p.Sentence, p => (p.Establishment, p.From));
    }
}
