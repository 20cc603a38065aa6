using Throughgate.Domain.Assessments;
using Throughgate.Domain.Rules.Eligibility;

namespace Throughgate.Domain.Rules.Plans;

public enum SupportLevel
{
    Standard,
    Enhanced,
    Intensive,
}

/// <summary>
/// The level of support worked out for PLN-3 (docs/adr): the total of the latest Asset against two thresholds, and one step more where the
/// young person has priority by needs (ELG-2).
/// </summary>
/// <param name="Score">Total of the twelve sections, 0 to 48.</param>
/// <param name="Raised">One step more because of priority.</param>
public sealed record LevelOfSupport(SupportLevel Level, DateOnly AssetOn, int Score, bool Raised, FigureInForce Enhanced, FigureInForce Intensive)
{
    public static readonly Figure EnhancedFrom = new("PLN-3.enhanced", "Total of the Asset from which support is enhanced", FigureUnit.Score, 15, Figure.SchemeDefault);

    public static readonly Figure IntensiveFrom = new("PLN-3.intensive", "Total of the Asset from which support is intensive", FigureUnit.Score, 33, Figure.SchemeDefault);

    /// <summary>Null while there is no Asset with all twelve sections scored.</summary>
    public static LevelOfSupport? Of(IEnumerable<Assessment> assessments, Priority priority, DateOnly on, DutyFigures figures)
    {
        var latest = assessments.Where(a => a.CompletedOn <= on && a.Scores.All(s => s is not null)).MaxBy(a => a.CompletedOn);
        if (latest is null)
        {
            return null;
        }

        var (enhanced, intensive) = (figures.InForce(EnhancedFrom, on), figures.InForce(IntensiveFrom, on));
        var score = latest.Scores.Sum(s => s!.Value);
        var level = score >= intensive.Value ? SupportLevel.Intensive : score >= enhanced.Value ? SupportLevel.Enhanced : SupportLevel.Standard;
        var raised = priority.For == PriorityFor.Priority && level != SupportLevel.Intensive;
        return new(raised ? level + 1 : level, latest.CompletedOn, score, raised, enhanced, intensive);
    }
}
