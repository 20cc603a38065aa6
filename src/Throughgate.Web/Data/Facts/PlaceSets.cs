using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;
using Reading = Throughgate.Web.Data.Facts.FactsReader.Reading;

namespace Throughgate.Web.Data.Facts;

/// <summary>Where sentences were served and who led cases. Read before the sentences and cases that carry them.</summary>
internal static class PlaceSets
{
    public static readonly IReadOnlyList<FactSets> All =
    [
        new(
            """
            select l.sentence_id, l.establishment, l.from_on from sentences s join placements l on l.sentence_id = s.id
            where s.person_id in @picked and not s.voided and not l.voided order by l.sentence_id, l.from_on, l.position
            """,
            (r, to) => Reading.Add(to.Places, r.Key(0), new Placed(r.TextOrNull(1), r.Day(2)))
        ),
        new(
            """
            select a.case_id, a.worker_id, a.from_on, a.to_on from cases c join allocations a on a.case_id = c.id
            where c.person_id in @picked and a.role = 'lead_worker' and not c.voided and not a.voided order by a.case_id, a.from_on, a.id
            """,
            (r, to) => Reading.Add(to.Leads, r.Key(0), new Lead(r.Key(1), new DateRange(r.Day(2), r.DayOrNull(3))))
        ),
    ];
}
