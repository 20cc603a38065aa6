namespace Throughgate.Web.Data.Rows;

public sealed class Person : Row
{
    public required string Reference { get; set; }
    public required string FirstName { get; set; }
    public required string LastName { get; set; }

    /// <summary>Both names folded for search: <see cref="Names.Fold"/>.</summary>
    public required string SearchName { get; set; }
    public DateOnly DateOfBirth { get; set; }
    public required string Gender { get; set; }
    public required string Ethnicity { get; set; }
    public bool? LookedAfter { get; set; }
    public bool? Send { get; set; }
    public bool? IsParent { get; set; }
    public string? FirstLanguage { get; set; }

    /// <summary>The record that this one was merged into: then this one is voided, and nothing stands on it any more.</summary>
    public Guid? MergedInto { get; set; }
}

public sealed class ResidenceRow : Row, IOfPerson
{
    public Guid PersonId { get; set; }
    public required string Yot { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }
}

public sealed class Sentence : Row, IOfPerson
{
    public required string Reference { get; set; }
    public Guid PersonId { get; set; }
    public required string Type { get; set; }

    /// <summary>Kind of the type on the day it was written: custodial, community, remand or other.</summary>
    public required string Kind { get; set; }
    public required string MainOffence { get; set; }
    public DateOnly? OffenceOn { get; set; }
    public DateOnly? ArrestedOn { get; set; }
    public DateOnly SentencedOn { get; set; }
    public DateOnly? ReleasedOn { get; set; }

    /// <summary>The sentence after which this one came while the programme went on (OPN-4): a recall or another return to custody.</summary>
    public Guid? FollowsId { get; set; }
}

/// <summary>One value of a sentence's date that changes, and the day from which it was known.</summary>
public sealed class SentenceDate : Row, IOfSentence
{
    public const string ExpectedRelease = "expected_release";
    public const string Ends = "ends";

    /// <summary>Says who says so where the date is worked out from the length of the order.</summary>
    public const string WorkedOut = "worked_out";

    public Guid SentenceId { get; set; }
    public required string What { get; set; }
    public DateOnly? ValueOn { get; set; }
    public DateOnly KnownFrom { get; set; }

    /// <summary>Who says so; null where an import brought it.</summary>
    public string? SaidBy { get; set; }

    public string? Note { get; set; }

    /// <summary>0 for the first value, then one more for each change.</summary>
    public int Position { get; set; }
}

/// <summary>Where somebody is held under a sentence, from a day on.</summary>
public sealed class Placement : Row, IOfSentence
{
    public Guid SentenceId { get; set; }
    public string? Establishment { get; set; }
    public DateOnly FromOn { get; set; }
    public string? SaidBy { get; set; }
    public int Position { get; set; }
}
