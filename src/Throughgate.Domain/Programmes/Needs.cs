namespace Throughgate.Domain.Programmes;

/// <summary>What is recorded of a young person's needs, from which the priority for a place is worked out and never typed in (ELG-6).</summary>
/// <param name="SubstanceMisuse">Code of the list <c>substance</c>: none, need, assessed, receives.</param>
public sealed record Needs(string SubstanceMisuse)
{
    /// <summary>Mental health, physical health and substance misuse together.</summary>
    public bool DualDiagnosis { get; init; }

    /// <summary>Education, training or employment.</summary>
    public bool Education { get; init; }

    /// <summary>Parenting, family, carer or peers.</summary>
    public bool Family { get; init; }

    public bool LearningDifficulty { get; init; }

    public bool SpeechAndLanguage { get; init; }

    /// <summary>The order has a drug testing requirement.</summary>
    public bool DrugTesting { get; init; }

    /// <summary>Eligible for an intoxicating substance treatment requirement.</summary>
    public bool SubstanceTreatment { get; init; }

    public bool Accommodation { get; init; }
}
