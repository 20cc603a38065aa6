using System.Globalization;
using Throughgate.Domain.Releases;
using Reading = Throughgate.Web.Data.Facts.FactsReader.Reading;

namespace Throughgate.Web.Data.Facts;

/// <summary>What was made ready for a release and told after it: four small tables in one statement, and the items that a scheme adds.</summary>
internal static class ReleaseSets
{
    private const string Of = "x on x.case_id = c.id where c.person_id in @picked and not c.voided and not x.voided";

    public static readonly FactSets Said = new(
        $"""
        select x.case_id, 1, x.item, x.state, x.state_on, x.state_on from cases c join release_items {Of}
        union all select x.case_id, 2, x.what, x.what, x.held_on, x.held_on from cases c join exchanges {Of}
        union all select x.case_id, 3, x.stage, x.stage, x.held_on, x.held_on from cases c join release_feedback {Of}
        union all select x.case_id, 4, x.stage, x.item, x.exchanged_on, x.stage_on from cases c join key_stage_exchanges {Of}
        """,
        (r, to) =>
        {
            var (kase, code, on) = (r.Key(0), r.GetString(2), r.Day(4));
            switch (r.GetInt32(1))
            {
                case 1:
                    Reading.Add(to.ReleaseItems, kase, new ReleaseItem(code, r.GetString(3), on));
                    break;
                case 2:
                    Reading.Add(to.Exchanges, kase, new Exchange(code, on));
                    break;
                case 4:
                    Reading.Add(to.StageExchanges, kase, new Domain.Sharing.StageExchange(code, r.Day(5), r.GetString(3), on));
                    break;
                default:
                    Reading.Add(to.Feedback, kase, new Feedback(code, on));
                    break;
            }
        }
    );

    public static readonly FactSets Own = new(
        """
        select c.id, o.id, o.from_on, o.until_on from cases c join release_list_items o on o.scheme = c.scheme
        where c.person_id in @picked and not c.voided order by c.id, o.name
        """,
        (r, to) => Reading.Add(to.OwnItems, r.Key(0), new OwnItem(r.Key(1).ToString("N", CultureInfo.InvariantCulture), new DateRange(r.Day(2), r.DayOrNull(3))))
    );
}
