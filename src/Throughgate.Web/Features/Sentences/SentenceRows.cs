using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Sentences;

/// <summary>The first rows below a new sentence: where it is served, and the first value of each date that changes.</summary>
internal static class SentenceRows
{
    public static void AddBelow(Db db, Sentence sentence, string? establishment, (DateOnly? On, string? SaidBy) expected, (DateOnly? On, string? SaidBy) ends, DateOnly today)
    {
        if (establishment is not null)
        {
            db.Add(new Placement { SentenceId = sentence.Id, Establishment = establishment, FromOn = sentence.SentencedOn });
        }

        foreach (var (what, (on, saidBy)) in new[] { (SentenceDate.ExpectedRelease, expected), (SentenceDate.Ends, ends) })
        {
            if (on is not null)
            {
                db.Add(new SentenceDate { SentenceId = sentence.Id, What = what, ValueOn = on, KnownFrom = today, SaidBy = saidBy });
            }
        }
    }
}
