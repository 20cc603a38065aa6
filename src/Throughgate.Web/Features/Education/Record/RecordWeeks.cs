using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Education.Record;

/// <summary>One line of the grid, already checked.</summary>
/// <param name="Row">The row that it corrects; null where it is new.</param>
/// <param name="Shown">The version of that row that the page was opened on.</param>
public sealed record WeekEntry(DateOnly Week, Guid? Row, int Shown, WeekSaid Said);

/// <summary>Records weeks of education, training and employment, several at once: what did not change is left alone.</summary>
public sealed class RecordWeeks(Db db, Actor actor, TimeProvider time)
{
    /// <param name="held">The rows of those weeks, followed for changes.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed one of the rows since.</exception>
    public async Task RunAsync(OfCase of, IReadOnlyList<EteWeek> held, IReadOnlyList<WeekEntry> entries)
    {
        var events = new List<HistoryEvent>();
        foreach (var entry in entries)
        {
            var row = held.FirstOrDefault(h => h.Id == entry.Row);
            if (row is null)
            {
                row = new EteWeek { CaseId = of.Case.Id, WeekOn = entry.Week };
                db.Add(row);
                events.Add(new WeekRecorded(row.Id, entry.Week, entry.Said) { PersonId = of.Person.Id, CaseId = of.Case.Id });
            }
            else if (Said(row) is var was && was != entry.Said)
            {
                row.Correct(entry.Shown);
                events.Add(new WeekCorrected(row.Id, entry.Week, was, entry.Said) { PersonId = of.Person.Id, CaseId = of.Case.Id });
            }

            (row.HoursOffered, row.Hours, row.Provision, row.UnableReason) = (entry.Said.Offered, entry.Said.Hours, entry.Said.Provision, entry.Said.UnableReason);
        }

        if (events.Count > 0)
        {
            await db.SaveAsync(actor, time, [.. events]);
        }
    }

    /// <summary>Whether somebody else changed one of these weeks since the page was opened: a row at another version, gone, or come beside a new line.</summary>
    public static bool Moved(IReadOnlyList<EteWeek> held, IReadOnlyList<WeekEntry> entries) =>
        entries.Any(e =>
            e.Row is null
                ? held.Any(h => h.WeekOn == e.Week && !entries.Any(o => o.Row == h.Id))
                : held.FirstOrDefault(h => h.Id == e.Row) is not { } row || (row.Version != e.Shown && Said(row) != e.Said)
        );

    public static WeekSaid Said(EteWeek row) => new(row.HoursOffered, row.Hours, row.Provision, row.UnableReason);
}
