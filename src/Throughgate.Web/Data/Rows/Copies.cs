namespace Throughgate.Web.Data.Rows;

/// <summary>A copy of a record for one recipient: prepared by one person, looked through and approved by another.</summary>
public sealed class SubjectCopy : Row, IOfPerson
{
    public Guid PersonId { get; set; }
    public DateOnly AskedOn { get; init; }
    public required string Recipient { get; init; }
    public required string Why { get; init; }
    public DateTimeOffset PreparedAt { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
    public DateTimeOffset? ApprovedAt { get; set; }
    public Guid? ApprovedById { get; set; }
    public string? ApprovedBy { get; set; }
}

/// <summary>A cell that was ticked: it is held back otherwise.</summary>
public sealed class SubjectCopyItem
{
    public Guid CopyId { get; init; }

    /// <summary>table/key of the row/column</summary>
    public required string Item { get; init; }
}
