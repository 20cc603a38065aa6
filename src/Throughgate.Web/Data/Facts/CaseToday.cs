using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Sentences;
using Throughgate.Web.Access;

namespace Throughgate.Web.Data.Facts;

/// <summary>One programme for a page of casework: its facts, its duties and the scheme's figures, as of one day.</summary>
public sealed record CaseToday(DateOnly On, PersonFacts Person, CaseFacts Case, IReadOnlyList<Duty> Duties, DutyFigures Figures)
{
    /// <summary>The sentence that counts: the programme's own, or the last return to custody since (OPN-4).</summary>
    public SentenceFacts Custody => Case.CustodyOn(On);

    /// <summary>Expected day of release of somebody held under it; null where released or not known.</summary>
    public DateOnly? Leaves => Custody.LeavesAsKnownOn(On);

    public DateOnly? ReleasedOn => Custody.ReleasedOn is { } released && released <= On ? released : null;

    public IEnumerable<Duty> DutiesOf(params IReadOnlyCollection<string> rules) => Duties.Where(d => rules.Contains(d.RuleId));
}

public static class CaseTodayReader
{
    /// <summary>Of a programme that <see cref="Visible.CaseAsync"/> found. One round trip.</summary>
    public static async Task<CaseToday> CaseTodayAsync(this Db db, OfCase of, WorkingCalendar calendar, DateOnly on, Gather gather, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var read = await db.Database.GetDbConnection().DutiesOfAsync(calendar, [of.Person.Id], of.Case.Scheme, on, gather, cancel);
        var person = read.People.Single();
        return new(on, person, person.Cases.Single(c => c.Id == of.Case.Id), [.. read.Duties.Where(d => d.CaseId == of.Case.Id)], read.Figures);
    }
}
