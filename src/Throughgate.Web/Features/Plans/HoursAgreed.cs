using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Plans;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Plans;

/// <summary>The contact hours of the agreed versions of a programme's plan, earlier versions first.</summary>
public static class HoursAgreed
{
    public static async Task<IReadOnlyList<AgreedHours>> AgreedHoursAsync(this Visible visible, Guid kase, CancellationToken cancel)
    {
        var agreed = await visible.OfCase<PlanRow>(kase)
            .Where(p => p.PersonAnswer == PlanAnswers.Agrees && p.PersonOn != null && p.YotOn != null && p.ContactMinutes != null)
            .OrderBy(p => p.Number)
            .Select(p => new { Person = p.PersonOn!.Value, Yot = p.YotOn!.Value, Minutes = p.ContactMinutes!.Value })
            .ToListAsync(cancel);
        return [.. agreed.Select(p => new AgreedHours(p.Person > p.Yot ? p.Person : p.Yot, p.Minutes))];
    }
}
