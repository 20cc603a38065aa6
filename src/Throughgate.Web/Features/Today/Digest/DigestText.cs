using Throughgate.Web.Features.Today.Show;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Today.Digest;

/// <summary>
/// The day in numbers, each with the address of the page that has the names: an e-mail is read on phones and in trains, so nobody is named in it, by
/// name, reference, date or place, neither young people nor colleagues.
/// </summary>
public sealed record DigestText(string Subject, IReadOnlyList<(string Said, string Path)> Lines)
{
    public bool SaysNothing => Lines.Count == 0;

    public static DigestText Of(TodayOf of, Words words)
    {
        var board = of.Board;
        var all = new (int Count, Phrase Said, string Path)[]
        {
            (board.First.Count, words.N(board.First.Count, "{0} thing cannot wait", "{0} things cannot wait"), "/today#first"),
            (of.Concerns.Count, words.N(of.Concerns.Count, "{0} concern is open", "{0} concerns are open"), "/today#concerns"),
            (of.Escalated.Count, words.N(of.Escalated.Count, "{0} thing is escalated and waits for an answer", "{0} things are escalated and wait for an answer"), "/today#escalated"),
            (board.Visits.Count, words.N(board.Visits.Count, "{0} visit or appointment today", "{0} visits and appointments today"), "/today#visits"),
            (board.ThisWeek.Sum(d => d.Count()), words.N(board.ThisWeek.Sum(d => d.Count()), "{0} thing is due this week", "{0} things are due this week"), "/today#week"),
            (board.OverdueCount, words.N(board.OverdueCount, "{0} other thing is overdue", "{0} other things are overdue"), "/today#overdue"),
            (board.Leaving.Count, words.N(board.Leaving.Count, "{0} young person leaves custody in the next 12 weeks", "{0} young people leave custody in the next 12 weeks"), "/release"),
            (board.DatePassed.Count, words.N(board.DatePassed.Count, "{0} release date has passed and no release is recorded", "{0} release dates have passed and no release is recorded"), "/today#leaving"),
            (of.Covering.Count, words.N(of.Covering.Count, "You cover for {0} colleague", "You cover for {0} colleagues"), "/today#cover"),
            (of.NotCovered.Count, words.N(of.NotCovered.Count, "{0} colleague is away and nobody covers", "{0} colleagues are away and nobody covers"), "/today#uncovered"),
            (of.Return is null ? 0 : 1, words.N(1, "{0} quarterly return is to be handed in", "{0} quarterly returns are to be handed in"), "/figures"),
            (of.News.Count, words.N(of.News.Count, "{0} change by others since your last working day", "{0} changes by others since your last working day"), "/today#news"),
        };
        return new(words["Your day, {0}", new Days(words).Long(board.On)], [.. all.Where(l => l.Count > 0).Select(l => (l.Said.ToString(), l.Path))]);
    }

    /// <param name="site">Where people open this site.</param>
    public string Body(Uri site, Words words) =>
        string.Join(
            "\r\n",
            [
                words["Your day in numbers. Nobody is named here; each link asks you to sign in first."],
                "",
                .. Lines.SelectMany(l => new[] { l.Said, new Uri(site, l.Path).ToString(), "" }),
                words["To stop these e-mails: {0}", new Uri(site, "/today/digest")],
            ]
        );
}
