using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Assessments.Compare;

/// <summary>
/// Somebody says which Asset is the start and which the programme's end; whatever else was marked as one becomes a review. The return reads the marks
/// and nothing else (RET-1).
/// </summary>
public sealed class DecideAssets(Db db, Actor actor, TimeProvider time)
{
    /// <summary>What each would be made for; only those that change.</summary>
    public static IReadOnlyDictionary<AssessmentRow, string> Changes(IReadOnlyList<AssessmentRow> made, Guid? start, Guid? end) =>
        made.Select(a => (Row: a, Purpose: PurposeOf(a, start, end))).Where(a => a.Row.Purpose != a.Purpose).ToDictionary(a => a.Row, a => a.Purpose);

    /// <summary>Why it cannot be; English, the key of its Welsh; null where it can.</summary>
    public static string? InTheWay(IReadOnlyList<AssessmentRow> made, Guid? start, Guid? end)
    {
        if (start is not null && start == end)
        {
            return Words.Key("One Asset cannot be both the start and the end: choose two");
        }

        var after = made.Select(a => (a.CompletedOn, PurposeOf(a, start, end))).ToList();
        return after.Distinct().Count() < after.Count
            ? Words.Key("Two Assets of one day would then be made for the same thing: take the one that is wrong out first")
            : null;
    }

    /// <param name="made">All of the case, followed for changes.</param>
    /// <param name="shown">Versions that the page was opened on.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed one of them since.</exception>
    public async Task RunAsync(OfCase of, IReadOnlyList<AssessmentRow> made, IReadOnlyDictionary<Guid, int> shown, Guid? start, Guid? end, string? why)
    {
        var changes = Changes(made, start, end);
        if (changes.Count == 0)
        {
            return;
        }

        var decided = new AssetsDecided(Read(made, AssessmentPurposes.Start), Read(made, AssessmentPurposes.ProgrammeEnd), DayOf(made, start), DayOf(made, end))
        {
            PersonId = of.Person.Id,
            CaseId = of.Case.Id,
            Why = why.OrNothing(),
        };
        foreach (var (row, purpose) in changes)
        {
            row.Correct(shown.GetValueOrDefault(row.Id));
            row.Purpose = purpose;
        }

        await db.SaveAsync(actor, time, decided);
    }

    private static string PurposeOf(AssessmentRow row, Guid? start, Guid? end) =>
        row.Id == start ? AssessmentPurposes.Start
        : row.Id == end ? AssessmentPurposes.ProgrammeEnd
        : row.Purpose is AssessmentPurposes.Start or AssessmentPurposes.ProgrammeEnd ? AssessmentPurposes.Review
        : row.Purpose;

    private static DateOnly? Read(IReadOnlyList<AssessmentRow> made, string purpose)
    {
        var days = made.Where(a => a.Purpose == purpose).Select(a => (DateOnly?)a.CompletedOn);
        return purpose == AssessmentPurposes.Start ? days.Min() : days.Max();
    }

    private static DateOnly? DayOf(IReadOnlyList<AssessmentRow> made, Guid? id) => made.FirstOrDefault(a => a.Id == id)?.CompletedOn;
}
