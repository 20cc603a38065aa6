namespace Throughgate.Domain.Access;

/// <summary>Whose records a role sees at all.</summary>
public enum Sees
{
    /// <summary>No records: counts, money or accounts only.</summary>
    Nobody,

    /// <summary>Young people of the scheme, or of the YOTs of it that one is a member of.</summary>
    PeopleOfTheScheme,

    /// <summary>Only young people whom one works with: an allocation that runs, on a programme that is open.</summary>
    OwnPeople,

    /// <summary>Young people held in one's establishment, from sentence to one month after release.</summary>
    PeopleHeld,

    /// <summary>Young people of whom something is shared with one's agency (INF-1).</summary>
    PeopleShared,
}

/// <summary>Who asks: what their role sees, and of what they are a member on the day.</summary>
public sealed record Viewer
{
    public required Guid Account { get; init; }
    public required Sees Sees { get; init; }

    /// <summary>Code of the scheme; null for those of none.</summary>
    public string? Scheme { get; init; }

    /// <summary>Codes of the scheme's YOTs that are theirs: all of them for a member of the scheme.</summary>
    public IReadOnlySet<string> Yots { get; init; } = new HashSet<string>();

    /// <summary>A member of the scheme itself, not only of one of its YOTs.</summary>
    public bool WholeScheme { get; init; }

    /// <summary>The name that cases are allocated to.</summary>
    public Guid? Worker { get; init; }

    /// <summary>Codes of establishments.</summary>
    public IReadOnlySet<string> Establishments { get; init; } = new HashSet<string>();

    public Guid? Partner { get; init; }
}

/// <summary>A programme, as far as it ties somebody to those who work with them.</summary>
/// <param name="Workers">To whom it is allocated on the day.</param>
public sealed record TieOfCase(string Scheme, bool IsOpen, IReadOnlyCollection<Guid> Workers);

/// <summary>A custodial sentence, as far as it ties somebody to where they are held.</summary>
/// <param name="Establishment">Where it was last known to be served by the day; null where that is not known.</param>
public sealed record TieOfCustody(DateOnly SentencedOn, DateOnly? ReleasedOn, string? Establishment);

/// <summary>All that ties a young person to people who may need to know of them.</summary>
public sealed record Ties
{
    public IReadOnlyList<TieOfCase> Cases { get; init; } = [];

    /// <summary>Codes of every YOT they live or ever lived in.</summary>
    public IReadOnlyList<string> Yots { get; init; } = [];

    public IReadOnlyList<TieOfCustody> Custody { get; init; } = [];

    /// <summary>The agencies that something is shared with today.</summary>
    public IReadOnlyCollection<Guid> Partners { get; init; } = [];

    /// <summary>The accounts that a restriction names: nobody else sees the record; null where it is not restricted.</summary>
    public IReadOnlyCollection<Guid>? OnlyFor { get; init; }

    /// <summary>The accounts that broke the glass, whose hour is not over.</summary>
    public IReadOnlyCollection<Guid> Glass { get; init; } = [];
}

/// <summary>
/// Who needs to know of whom (R1): the one answer. Its twins are a query (what a page may read at all) and, on PostgreSQL, row-level security; tests
/// hold the three together on thousands of random cases. Source: INF-1, security.md R1.
/// </summary>
public static class NeedToKnow
{
    /// <summary>How long after release an establishment still sees somebody it held.</summary>
    public const int MonthsAfterRelease = 1;

    /// <summary>Whether this viewer may see this record on the day.</summary>
    public static bool Sees(Viewer viewer, Ties ties, DateOnly today)
    {
        if (viewer.Sees == Access.Sees.Nobody)
        {
            return false;
        }

        var glass = viewer.Sees == Access.Sees.PeopleOfTheScheme && ties.Glass.Contains(viewer.Account);
        return glass || (IsTied(viewer, ties, today) && (ties.OnlyFor is null || ties.OnlyFor.Contains(viewer.Account)));
    }

    /// <summary>The earliest release after which an establishment still sees somebody on this day: one month, to the last day of a shorter month.</summary>
    public static DateOnly EarliestRelease(DateOnly today)
    {
        var day = today.AddMonths(-MonthsAfterRelease);
        while (day.AddMonths(MonthsAfterRelease) < today)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool IsTied(Viewer viewer, Ties ties, DateOnly today) =>
        viewer.Sees switch
        {
            Access.Sees.PeopleOfTheScheme => ties.Yots.Any(viewer.Yots.Contains)
                || ties.Cases.Any(c => c.Scheme == viewer.Scheme && (viewer.WholeScheme || IsTheirs(viewer, c))),
            Access.Sees.OwnPeople => ties.Cases.Any(c => c.Scheme == viewer.Scheme && c.IsOpen && IsTheirs(viewer, c)),
            Access.Sees.PeopleHeld => ties.Custody.Any(c =>
                c.Establishment is { } place && viewer.Establishments.Contains(place)
                && c.SentencedOn <= today && (c.ReleasedOn is null || c.ReleasedOn >= EarliestRelease(today))),
            Access.Sees.PeopleShared => viewer.Partner is { } partner && ties.Partners.Contains(partner),
            _ => false,
        };

    private static bool IsTheirs(Viewer viewer, TieOfCase kase) => viewer.Worker is { } worker && kase.Workers.Contains(worker);
}
