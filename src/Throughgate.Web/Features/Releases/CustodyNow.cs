using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Releases;

/// <summary>The sentence whose release is prepared on a day: the programme's own, or the last return to custody since (OPN-4).</summary>
/// <param name="Since">Nothing before this day counts for the release: the day of the return; the first day of all for the programme's own sentence.</param>
public sealed record CustodyNow(Sentence Sentence, DateOnly Since)
{
    /// <summary>Key of the return; null for the programme's own sentence.</summary>
    public Guid? Return => Since == DateOnly.MinValue ? null : Sentence.Id;

    public static async Task<CustodyNow> OfAsync(Visible visible, OfCase of, DateOnly on, CancellationToken cancel)
    {
        var returns = await visible.OfPerson<Sentence>(of.Person.Id).AsNoTracking().Where(s => s.FollowsId != null && s.SentencedOn <= on).ToListAsync(cancel);
        var now = new CustodyNow(of.Sentence, DateOnly.MinValue);
        while (returns.Find(s => s.FollowsId == now.Sentence.Id) is { } next)
        {
            returns.Remove(next);
            now = new(next, next.SentencedOn);
        }

        return now;
    }
}
