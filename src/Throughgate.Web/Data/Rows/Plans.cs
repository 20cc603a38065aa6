namespace Throughgate.Web.Data.Rows;

/// <summary>One version of the plan of a programme; see <see cref="Domain.Plans.Plan"/>.</summary>
public sealed class PlanRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public int Number { get; set; }
    public DateOnly BegunOn { get; set; }
    public DateOnly? DrawnUpOn { get; set; }
    public Guid? AuthorId { get; set; }
    public required string Author { get; set; }
    public string? OwnWords { get; set; }
    public string? Approach { get; set; }
    public int? ContactMinutes { get; set; }
    public string? ChosenLevel { get; set; }
    public string? LevelReason { get; set; }
    public string? PersonAnswer { get; set; }
    public string? PersonReason { get; set; }
    public DateOnly? PersonOn { get; set; }
    public DateOnly? YotOn { get; set; }

    public bool IsAgreed => PersonAnswer == Domain.PlanAnswers.Agrees && YotOn is not null;
}

public sealed class PlanPathwayRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public Guid PlanId { get; set; }
    public required string Pathway { get; set; }
    public bool NoNeed { get; set; }
    public string? Need { get; set; }
    public string? Goal { get; set; }
    public string? ResourceKind { get; set; }
    public string? Resource { get; set; }
    public string? Lasting { get; set; }
}

public sealed class PlanActionRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public Guid PlanId { get; set; }
    public required string Pathway { get; set; }

    /// <summary>The same from version to version.</summary>
    public Guid Line { get; set; } = Guid.CreateVersion7();
    public int Position { get; set; }
    public required string What { get; set; }
    public required string Who { get; set; }
    public string? Partner { get; set; }

    /// <summary>The agency of the directory that does it: it sees the action and answers it. Null where somebody else does, or only a name was typed.</summary>
    public Guid? PartnerId { get; set; }
    public DateOnly? ByOn { get; set; }
    public DateOnly? DoneOn { get; set; }
    public required string Parents { get; set; }
}

/// <summary>What a quality check says of one pathway of a plan.</summary>
public sealed class PlanCheckRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public Guid PlanId { get; set; }
    public required string Pathway { get; set; }
    public DateOnly CheckedOn { get; set; }
    public Guid? CheckerId { get; set; }
    public required string Checker { get; set; }

    /// <summary>What to mend; null where it is good as it is.</summary>
    public string? Mend { get; set; }
}
