using Throughgate.Domain.Rules.Escalations;

namespace Throughgate.Web.Data.Rows;

/// <summary>A duty that climbed the ladder (ESC-1): one row a duty, named by its rule and its due day.</summary>
public sealed class Escalation : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public required string Rule { get; set; }
    public DateOnly DueOn { get; set; }
    public Step Step { get; set; }
    public DateOnly SinceOn { get; set; }

    /// <summary>Who was asked at this step, where it is not the scheme manager.</summary>
    public string? AskedWhom { get; set; }
    public string? Answer { get; set; }
    public string? AnsweredBy { get; set; }
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>Last day on which the answer lets it rest.</summary>
    public DateOnly? RestsUntil { get; set; }
    public DateOnly? EndedOn { get; set; }

    /// <summary>met, missed, not_asked (the duty is no longer raised), or settled by an answer.</summary>
    public string? EndedHow { get; set; }
}
