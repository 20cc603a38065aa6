using Throughgate.Domain.Assessments;

namespace Throughgate.Domain.Returns;

/// <summary>
/// Table I5 (RET-1; S0 App. D): one person's Asset at the end of the programme beside the one at its start. The start is the earliest
/// assessment made for the start, the end the latest made for the programme's end, whatever their dates; one made for the end of the
/// order never counts.
/// </summary>
/// <param name="Start">Twelve scores in Asset's order, null where none was given.</param>
/// <param name="End">Likewise.</param>
public sealed record AssetChange(IReadOnlyList<int?> Start, IReadOnlyList<int?> End)
{
    private static readonly IReadOnlyList<int?> None = new int?[Assessment.Sections.Count];

    public static AssetChange Of(IReadOnlyList<Assessment> assessments)
    {
        Assessment? start = null;
        Assessment? end = null;
        foreach (var assessment in assessments)
        {
            if (assessment.Purpose == AssessmentPurposes.Start && !(assessment.CompletedOn >= start?.CompletedOn))
            {
                start = assessment;
            }

            if (assessment.Purpose == AssessmentPurposes.ProgrammeEnd && !(assessment.CompletedOn <= end?.CompletedOn))
            {
                end = assessment;
            }
        }

        return new(start?.Scores ?? None, end?.Scores ?? None);
    }

    public bool HasEnd(int section) => End[section] is not null;

    public bool Improved(int section) => End[section] < Start[section];

    public bool Deteriorated(int section) => End[section] > Start[section];

    /// <summary>No end score in at least one section.</summary>
    public bool LacksEnd => End.Any(score => score is null);

    /// <summary>No start score in at least one section.</summary>
    public bool LacksStart => Start.Any(score => score is null);
}
