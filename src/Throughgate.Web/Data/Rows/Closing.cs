namespace Throughgate.Web.Data.Rows;

/// <summary>What closing a programme needs (OPN-5), gathered piece by piece; one a case.</summary>
public sealed class Closing : Row, IOfCase
{
    public Guid CaseId { get; set; }

    /// <summary>The YOT's view that more contact would not help.</summary>
    public string? YotView { get; set; }

    /// <summary>The young person's own view, in their words.</summary>
    public string? OwnView { get; set; }

    /// <summary>Why the own view cannot be had: no_contact, moved_away or died; null where it can.</summary>
    public string? NotToBeHad { get; set; }

    /// <summary>What was tried to have it.</summary>
    public string? Attempts { get; set; }
    public string? ServicesThatGoOn { get; set; }

    /// <summary>The young person took part in the closure plan.</summary>
    public bool TookPart { get; set; }

    /// <summary>What was written about endings as a whole; each person's own ending is a row of its own (OPN-10).</summary>
    public string? Endings { get; set; }

    /// <summary>The day on which it is expected to close; null where only the last day of support is known.</summary>
    public DateOnly? PlannedOn { get; set; }
}

/// <summary>A decision who carries on with a young person.</summary>
public sealed class CaseDecision : Row, IOfCase
{
    public Guid CaseId { get; set; }

    /// <summary>order_end (OPN-7) or turning_18 (OPN-13).</summary>
    public required string Kind { get; set; }
    public DateOnly DecidedOn { get; set; }
    public required string DecidedBy { get; set; }
    public required string WhoCarriesOn { get; set; }

    /// <summary>How long support goes on, where that was decided.</summary>
    public DateOnly? UntilOn { get; set; }
    public string? Note { get; set; }
}
