using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.People;

/// <summary>
/// What the rules and figures may know of one young person: plain facts, gathered in one read, without names. A fact that was not
/// asked for (contacts for a return, say) is an empty list; the reader says which were read.
/// </summary>
public sealed record PersonFacts
{
    public required Guid Id { get; init; }

    /// <summary>The person's reference, as in people.csv.</summary>
    public required string Reference { get; init; }

    public required DateOnly DateOfBirth { get; init; }

    /// <summary>Code of the list <c>gender</c>.</summary>
    public required string Gender { get; init; }

    /// <summary>Code of the list <c>ethnicity</c> (2001 census 16+1).</summary>
    public required string Ethnicity { get; init; }

    public bool? LookedAfter { get; init; }

    /// <summary>Special educational needs or a disability; null where not known.</summary>
    public bool? Send { get; init; }

    public bool? IsParent { get; init; }

    /// <summary>Days on which a social worker was named among the people around, earliest first.</summary>
    public IReadOnlyList<NamedSpell> SocialWorkers { get; init; } = [];

    /// <summary>Where they are must not be told (R2): no figure and no list of the people behind one says which establishment holds them.</summary>
    public bool IsUndisclosed { get; init; }

    /// <summary>The reader may not open the record: they are counted, and no row of a breakdown says anything of them.</summary>
    public bool IsKept { get; init; }

    /// <summary>Usual residence over time, without overlaps, earliest first.</summary>
    public IReadOnlyList<Residence> Residences { get; init; } = [];

    /// <summary>All sentences, earliest first, ties by reference (ordinal).</summary>
    public IReadOnlyList<SentenceFacts> Sentences { get; init; } = [];

    /// <summary>All programmes of support, in whichever scheme.</summary>
    public IReadOnlyList<CaseFacts> Cases { get; init; } = [];

    /// <summary>Code of the YOT (or <see cref="Yots.Elsewhere"/>) where the person usually lived on that day; null where none is recorded.</summary>
    public string? YotOn(DateOnly day)
    {
        foreach (var residence in Residences)
        {
            if (residence.Days.Contains(day))
            {
                return residence.Yot;
            }
        }

        return null;
    }
}

/// <summary>Somebody stands on the list of people around from a day until, and no longer on, another.</summary>
public readonly record struct NamedSpell(DateOnly From, DateOnly? Until);

/// <summary>Usual residence in a YOT's area for a run of days.</summary>
public readonly record struct Residence(string Yot, DateRange Days)
{
    /// <summary>Key of the row it was read from; empty where it stands in no database.</summary>
    public Guid Id { get; init; }
}
