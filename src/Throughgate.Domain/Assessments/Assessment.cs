namespace Throughgate.Domain.Assessments;

/// <summary>One Asset: twelve section scores of 0 to 4 in the order of <see cref="Sections"/>, null where a section was not scored.</summary>
/// <param name="Purpose">Code of the list <c>purpose</c>.</param>
public sealed record Assessment(DateOnly CompletedOn, string Purpose, IReadOnlyList<int?> Scores)
{
    /// <summary>Key of the row it was read from; empty where it stands in no database.</summary>
    public Guid Id { get; init; }

    /// <summary>Codes of the twelve sections, in Asset's order.</summary>
    public static IReadOnlyList<string> Sections { get; } =
    [
        "living_arrangements",
        "family_and_personal_relationships",
        "education_training_employment",
        "neighbourhood",
        "lifestyle",
        "substance_use",
        "physical_health",
        "emotional_and_mental_health",
        "perception_of_self_and_others",
        "thinking_and_behaviour",
        "attitudes_to_offending",
        "motivation_to_change",
    ];
}
