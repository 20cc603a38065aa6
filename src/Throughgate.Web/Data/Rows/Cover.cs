namespace Throughgate.Web.Data.Rows;

/// <summary>To whom a young person was handed over after an activity (FAM-1).</summary>
public sealed class ContactHandover : IOfCase
{
    public Guid ContactId { get; init; }

    public Guid CaseId { get; init; }
    public required string ToWhom { get; set; }
}

/// <summary>Who pays for a family's visit to a young person in custody (FAM-2).</summary>
public sealed class FamilyVisitRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public DateOnly VisitOn { get; set; }
    public required string Who { get; set; }

    /// <summary>What it costs.</summary>
    public int Pence { get; set; }

    /// <summary>Other sources that were asked, one a line, each with what came of it.</summary>
    public string? SourcesTried { get; set; }

    /// <summary>A code of <see cref="Domain.Rules.Care.FamilyVisitMoney.Payers"/>.</summary>
    public required string PaidBy { get; set; }
    public DateOnly DecidedOn { get; set; }
    public required string DecidedBy { get; set; }
}

/// <summary>An arrangement by which the resettlement team and case management cover for each other, each way (ISS-3).</summary>
public sealed class ReciprocalArrangement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; set; }
    public required string WithWhom { get; set; }
    public required string What { get; set; }
    public DateOnly FromOn { get; set; }

    /// <summary>The last day; null while it holds.</summary>
    public DateOnly? UntilOn { get; set; }
}

/// <summary>Who answers for a scheme, from a day to a day (SCH-2).</summary>
public sealed class AccountableManagerRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; set; }
    public required string Name { get; set; }
    public DateOnly FromOn { get; set; }

    /// <summary>The last day; null while they answer for it.</summary>
    public DateOnly? UntilOn { get; set; }
}

/// <summary>The YOT's file of a programme was archived (OPN-9).</summary>
public sealed class ArchivedFile : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public DateOnly ArchivedOn { get; set; }
    public required string ArchivedBy { get; set; }
}
