namespace Throughgate.Web.Data.Import;

/// <summary>
/// The gates of the rulebook do not stop an import, which is another system's testimony. What lacks their evidence is counted here, over the
/// cases that the bundle brings.
/// </summary>
internal sealed class Evidence(ImportWork work)
{
    private const string Started = "c.plan_agreed_by_person_on is not null and c.plan_agreed_by_yot_on is not null";

    public async Task RunAsync(CancellationToken cancel)
    {
        await WarnAsync(
            "place",
            $"{Started} and s.kind in ('community', 'remand')",
            "started programmes on a community sentence or a remand: whether everyone leaving custody had been offered a place is not in the bundle (ELG-3)",
            cancel
        );
        await WarnAsync(
            "plan",
            Started,
            "plans agreed without the young person's own words, contact hours a week and level of support, which a bundle cannot carry (PLN-3)",
            cancel
        );
        await WarnAsync(
            "start",
            $"{Started} and not exists (select 1 from offers o where not o.voided and o.case_id = c.id and o.answer = 'accepted')",
            "programmes started with no accepted offer (OPN-1)",
            cancel
        );
        await WarnAsync(
            "closing",
            "c.closed_on is not null and not exists (select 1 from assessments a where not a.voided and a.case_id = c.id and a.purpose = 'programme_end')",
            "closed cases with no Asset made for the end of the programme (OPN-5)",
            cancel
        );
    }

    private async Task WarnAsync(string gate, string lacking, string text, CancellationToken cancel)
    {
        var count = await work.Connection.CountAsync(
            $"select count(*) from s_cases b join cases c on c.reference = b.\"case\" join sentences s on s.id = c.sentence_id where {lacking}",
            cancel
        );
        if (count > 0)
        {
            work.Report.Warn(new(gate, count, text));
        }
    }
}
