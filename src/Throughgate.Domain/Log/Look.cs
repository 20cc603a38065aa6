namespace Throughgate.Domain.Log;

/// <summary>Somebody's looks at one young person's record on one day, from the log, with what makes them plain or odd.</summary>
/// <param name="Row">Key of the first row of the log: names these looks.</param>
/// <param name="First">Time in London of the first answer, <paramref name="Last"/> of the last.</param>
/// <param name="Pages">How many answers.</param>
public sealed record Look(Guid Row, Guid LookerId, string LookerName, string Role, Guid PersonId, DateOnly On, TimeOnly First, TimeOnly Last, int Pages)
{
    /// <summary>Whether whoever looked works with young people of their own (a worker, a case manager): others are nobody's.</summary>
    public bool HasCaseload { get; init; }

    /// <summary>Allocated to the young person on that day, or covering for somebody who is.</summary>
    public bool IsTheirs { get; init; }

    /// <summary>They share a surname, or a part of one.</summary>
    public bool SharesSurname { get; init; }

    /// <summary>Days on which they recorded anything of this young person, around that day.</summary>
    public IReadOnlyList<DateOnly> Recorded { get; init; } = [];

    /// <summary>The most records of young people who are not theirs that they opened within an hour of that day.</summary>
    public int MostInAnHour { get; init; }

    /// <summary>On how many days of the period they opened this record.</summary>
    public int DaysLooked { get; init; } = 1;

    /// <summary>The last programme's end; null while one is open, or there is none.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Something of the record left as a file or on paper.</summary>
    public bool Copied { get; init; }
}

/// <summary>What is odd about looks at a record.</summary>
public enum Oddity
{
    SameSurname,
    ManyInARow,
    NotTheirs,
    NothingRecorded,
    OutOfHours,
    ClosedLong,
    AgainAndAgain,
    Copied,
}
