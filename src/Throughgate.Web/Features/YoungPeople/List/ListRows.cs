using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;

namespace Throughgate.Web.Features.YoungPeople.List;

/// <summary>Which rows a question keeps, and in what order.</summary>
public static class ListRows
{
    /// <param name="me">The worker that the signed-in person is; null where they are none.</param>
    public static bool Answers(this ListRow row, ListQuestion question, Guid? me) =>
        IsShown(row, question.Show)
        && IsLed(row, question, me)
        && IsWhere(row, question.Where)
        && question.Overdue switch
        {
            null => true,
            ListQuestion.Anything => row.Overdue > 0,
            var rule => row.Open.Any(d => d.State == DutyState.Overdue && d.RuleId == rule),
        }
        && (!question.LookedAfter || row.LookedAfter);

    public static IEnumerable<ListRow> InOrder(this IEnumerable<ListRow> rows, string? sort) =>
        sort switch
        {
            ListQuestion.ByName => rows.OrderBy(r => r.SortName, StringComparer.Ordinal).ThenBy(r => r.Person.Id),
            ListQuestion.ByRelease => rows.OrderBy(r => r.Leaves ?? DateOnly.MaxValue).ThenBy(r => r.SortName, StringComparer.Ordinal).ThenBy(r => r.Person.Id),
            _ => rows.OrderBy(r => r.Overdue > 0 ? 0 : 1)
                .ThenBy(r => r.Leaves ?? DateOnly.MaxValue)
                .ThenBy(r => r.Next?.Due ?? DateOnly.MaxValue)
                .ThenBy(r => r.SortName, StringComparer.Ordinal)
                .ThenBy(r => r.Person.Id),
        };

    private static bool IsShown(ListRow row, string? show) =>
        show switch
        {
            ListQuestion.Started => row.Standing?.Standing == Standing.Started,
            ListQuestion.NotStarted => row.Standing?.Standing is Standing.NotOffered or Standing.Undecided or Standing.Accepted or Standing.NotTakenUp,
            ListQuestion.NotTakenUp => row.Standing?.Standing == Standing.NotTakenUp,
            _ => true,
        };

    private static bool IsLed(ListRow row, ListQuestion question, Guid? me) =>
        question.Worker switch
        {
            null => true,
            ListQuestion.Mine => me is not null && row.InView.Any(c => c.LeadWorker?.WorkerId == me),
            ListQuestion.Nobody => row.InView.Any(c => c.LeadWorker is null),
            ListQuestion.NotAllocated => row.InView.Any(c => !c.Allocation.IsClear),
            _ => row.InView.Any(c => c.LeadWorker?.WorkerId == question.WorkerId),
        };

    private static bool IsWhere(ListRow row, string? where) =>
        where switch
        {
            null => true,
            ListQuestion.InCustody => row.Where?.Where == Whereabouts.InCustody,
            ListQuestion.OnRemand => row.Where?.Where == Whereabouts.OnRemand,
            ListQuestion.InTheCommunity => row.Where?.Where == Whereabouts.InTheCommunity,
            ListQuestion.OrderEnded => row.Where?.Where == Whereabouts.OrderEnded,
            _ => row.Establishment == where,
        };
}
