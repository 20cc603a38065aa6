using Throughgate.Domain.Rules.Escalations;

namespace Throughgate.Web.Data.Lists;

/// <summary>A colleague's leave, first and last day, and who covers; null where nobody does.</summary>
public sealed record Away(Guid WorkerId, string Name, DateOnly From, DateOnly Until, Guid? CoverId, string? CoveredBy)
{
    public bool Holds(DateOnly day) => From <= day && day <= Until;
}

/// <summary>A concern that is not closed: whose, and how far it has come.</summary>
public sealed record OpenConcern(Guid CaseId, Guid PersonId, bool Safeguarding, DateTimeOffset RaisedAt, string RaisedBy, bool Acknowledged, bool Answered);

/// <summary>A duty on the ladder (ESC-1) that is not done.</summary>
/// <param name="RestsUntil">Last day on which an answer lets it rest.</param>
public sealed record OpenEscalation(Guid Id, Guid CaseId, Guid PersonId, string Rule, DateOnly Due, Step Step, DateOnly Since, DateOnly? RestsUntil);

/// <summary>A change of somebody's record, as history has it.</summary>
/// <param name="ImportId">The bundle that brought it; null where somebody recorded it here.</param>
public sealed record Change(DateTimeOffset At, Guid? ActorId, string By, string Kind, Guid PersonId, Guid? CaseId, Guid? ImportId, string Data);

/// <summary>A bundle that was brought in, with its figures.</summary>
public sealed record Brought(Guid Id, DateTimeOffset At, Guid? ActorId, string By, string Name, int Added, int Changed);

/// <summary>
/// What stands on a scheme's Today besides the cases and their duties: who is away, concerns, escalations, and what was changed since a day. Of the
/// whole scheme: whoever shows it leaves out who is not theirs.
/// </summary>
/// <param name="SinceOn">The day from whose beginning changes are told.</param>
/// <param name="Aways">Leaves of the day and of the two weeks before it.</param>
/// <param name="Changes">The newest first, at most <see cref="TeamDayReader.MostChanges"/>.</param>
/// <param name="Imported">Rows of people with a case in view that an import changed.</param>
/// <param name="Workers">Who worked with the people whose records were changed, then or on the day: those of cases since closed or handed over, too.</param>
public sealed record TeamDay(
    DateOnly On,
    DateOnly SinceOn,
    IReadOnlyList<Away> Aways,
    IReadOnlyList<OpenConcern> Concerns,
    IReadOnlyList<OpenEscalation> Escalations,
    IReadOnlyList<Change> Changes,
    IReadOnlyList<Change> Imported,
    IReadOnlyList<Brought> Imports,
    ILookup<Guid, Guid> Workers
)
{
    /// <summary>The same day without those whom the reader may not see.</summary>
    public TeamDay Without(IReadOnlySet<Guid> hidden) =>
        hidden.Count == 0
            ? this
            : this with
            {
                Concerns = [.. Concerns.Where(c => !hidden.Contains(c.PersonId))],
                Escalations = [.. Escalations.Where(e => !hidden.Contains(e.PersonId))],
                Changes = [.. Changes.Where(c => !hidden.Contains(c.PersonId))],
                Imported = [.. Imported.Where(c => !hidden.Contains(c.PersonId))],
            };

    public IEnumerable<Away> AwayToday => Aways.Where(a => a.Holds(On));

    /// <summary>The last working day before the day looked at on which this worker was not away.</summary>
    public DateOnly LastWorkedOn(Guid? worker, WorkingCalendar calendar)
    {
        var day = calendar.WorkingDaysBefore(On, 1);
        while (Aways.FirstOrDefault(a => a.WorkerId == worker && a.Holds(day)) is { } away)
        {
            day = calendar.WorkingDaysBefore(away.From, 1);
        }

        return day;
    }
}
