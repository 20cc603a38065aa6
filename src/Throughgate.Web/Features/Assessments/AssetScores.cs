using Throughgate.Domain.Assessments;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Assessments;

/// <summary>The twelve scores of a row, in the order of <see cref="Assessment.Sections"/>.</summary>
public static class AssetScores
{
    public static int?[] Of(AssessmentRow row) =>
    [
        row.LivingArrangements,
        row.FamilyAndPersonalRelationships,
        row.EducationTrainingEmployment,
        row.Neighbourhood,
        row.Lifestyle,
        row.SubstanceUse,
        row.PhysicalHealth,
        row.EmotionalAndMentalHealth,
        row.PerceptionOfSelfAndOthers,
        row.ThinkingAndBehaviour,
        row.AttitudesToOffending,
        row.MotivationToChange,
    ];

    public static void Write(AssessmentRow row, IReadOnlyList<int?> scores)
    {
        row.LivingArrangements = scores[0];
        row.FamilyAndPersonalRelationships = scores[1];
        row.EducationTrainingEmployment = scores[2];
        row.Neighbourhood = scores[3];
        row.Lifestyle = scores[4];
        row.SubstanceUse = scores[5];
        row.PhysicalHealth = scores[6];
        row.EmotionalAndMentalHealth = scores[7];
        row.PerceptionOfSelfAndOthers = scores[8];
        row.ThinkingAndBehaviour = scores[9];
        row.AttitudesToOffending = scores[10];
        row.MotivationToChange = scores[11];
    }

    public static Assessment Facts(AssessmentRow row) => new(row.CompletedOn, row.Purpose, Of(row)) { Id = row.Id };
}
