namespace Throughgate.Web.Data.Rows;

/// <summary>Where this young person is must not be disclosed, until it is lifted: it beats every list, sheet, letter, export and search.</summary>
public sealed class NotDisclosed : Row, IOfPerson
{
    public Guid PersonId { get; set; }
    public DateTimeOffset SetAt { get; init; }
    public required string SetBy { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedBy { get; set; }
    public string? LiftReason { get; set; }
}
