using Throughgate.Domain.Programmes;
using Reading = Throughgate.Web.Data.Facts.FactsReader.Reading;

namespace Throughgate.Web.Data.Facts;

/// <summary>How programmes end: the day it is planned for, endings planned with people, wishes to stop, and talks about sharing; four small tables in one statement.</summary>
internal static class EndingSets
{
    private const string Of = "x on x.case_id = c.id where c.person_id in @picked and not c.voided and not x.voided";

    public static readonly FactSets All = new(
        $"""
        select x.case_id, 1, x.planned_on, x.planned_on, x.planned_on, '' from cases c join closings {Of} and x.planned_on is not null
        union all select x.case_id, 2, x.planned_on, x.planned_on, x.goodbye_on, x.who from cases c join endings {Of}
        union all select x.case_id, 3, x.asked_on, x.come_back_on, x.offered_on, '' from cases c join wishes_to_stop {Of}
        union all select x.case_id, 4, x.held_on, x.held_on, x.held_on, '' from cases c join consents x on x.case_id = c.id and x.kind = 'talk' where c.person_id in @picked and not c.voided
        order by 1, 2, 3
        """,
        (r, to) =>
        {
            var (kase, on) = (r.Key(0), r.Day(2));
            switch (r.GetInt32(1))
            {
                case 1:
                    to.PlannedClosings[kase] = on;
                    break;
                case 2:
                    Reading.Add(to.Endings, kase, new Ending(r.GetString(5), on));
                    break;
                case 4:
                    Reading.Add(to.ConsentTalks, kase, on);
                    break;
                default:
                    Reading.Add(to.WishesToStop, kase, new WishToStop(on, r.Day(3), r.DayOrNull(4)));
                    break;
            }
        }
    );
}
