namespace Throughgate.Web.Data.Rows;

/// <summary>A row that belongs to one sentence: found by <c>visible.OfSentence</c>.</summary>
public interface IOfSentence
{
    Guid SentenceId { get; }
}

/// <summary>A condition of a licence or of supervision (REL-16): what is asked or forbidden, from when to when, and when it was explained.</summary>
public sealed class LicenceCondition : Row, IOfPerson
{
    public Guid PersonId { get; set; }

    /// <summary>A code of <see cref="Kinds"/>.</summary>
    public required string Kind { get; set; }
    public required string ConditionText { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }

    /// <summary>The day on which it was explained to the young person.</summary>
    public DateOnly? ExplainedOn { get; set; }
    public string? ExplainedBy { get; set; }

    /// <summary>Each kind, and what it is called (English, the key of its Welsh).</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["curfew"] = Ui.Language.Words.Key("Curfew"),
        ["exclusion"] = Ui.Language.Words.Key("Places to stay away from"),
        ["not_to_meet"] = Ui.Language.Words.Key("People not to meet"),
        ["appointments"] = Ui.Language.Words.Key("Appointments to keep"),
        ["other"] = Ui.Language.Words.Key("Another condition"),
    };
}
