namespace Throughgate.Web.Data.Rows;

/// <summary>A concern about risk or safety (RSK-1): raised, acknowledged, answered, closed; names as they were then.</summary>
public sealed class Concern : Row, IOfCase
{
    public Guid CaseId { get; init; }
    public required string Text { get; init; }
    public bool Safeguarding { get; init; }
    public DateTimeOffset RaisedAt { get; init; }
    public required string RaisedBy { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; set; }
    public string? AcknowledgedBy { get; set; }
    public string? Answer { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public string? AnsweredBy { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedBy { get; set; }
}
