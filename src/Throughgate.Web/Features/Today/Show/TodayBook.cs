using Throughgate.Web.Ui.Duties;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Today.Show;

/// <summary>What is due on Today as a table to take away: what cannot wait, what is due this week, and what else is overdue.</summary>
public sealed class TodayBook(Words words)
{
    /// <summary>Each thing that is due, and the part of the page on which it stands (English, the key of its Welsh).</summary>
    public static IEnumerable<(string Part, Task Task)> Due(TodayBoard board) =>
        [
            .. board.First.Select(t => (Words.Key("What cannot wait"), t)),
            .. board.ThisWeek.SelectMany(d => d).Select(t => (Words.Key("This week"), t)),
            .. board.Overdue.SelectMany(p => p).Select(t => (Words.Key("Overdue"), t)),
        ];

    public Book Of(TodayBoard board)
    {
        return new(
            $"due-{board.On:yyyy-MM-dd}",
            words["What is due, {0}", new Days(words).Plain(board.On)],
            [
                new(
                    words["Due"],
                    [
                        new(words["Part"], Kind.Text, words["Which part of the page"]),
                        new(words["Young person"], Kind.Text),
                        new(words["Reference"], Kind.Text),
                        new(words["Case"], Kind.Text),
                        new(words["What is due"], Kind.Text),
                        new(words["Rule"], Kind.Text),
                        new(words["Due on"], Kind.Date),
                        new(words["State"], Kind.Text),
                        new(words["Leaves"], Kind.Date, words["Expected release of somebody who is held; it may have passed"]),
                        new(words["Lead worker"], Kind.Text),
                    ],
                    [
                        .. Due(board).Select(t => (IReadOnlyList<object?>)
                            [
                                words[t.Part].ToString(),
                                t.Task.Case.Name,
                                t.Task.Case.PersonReference,
                                t.Task.Case.Reference,
                                words[t.Task.Duty.Rule.Asks].ToString(),
                                t.Task.Duty.RuleId,
                                t.Task.Duty.Due,
                                StateInWords.Of(words, t.Task.Duty.State, t.Task.Duty.Due, t.Task.Duty.MetOn, board.On),
                                t.Task.LeavesOn,
                                t.Task.Case.LeadWorker?.Name ?? words["Nobody"].ToString(),
                            ]),
                    ]
                ),
            ]
        );
    }
}
