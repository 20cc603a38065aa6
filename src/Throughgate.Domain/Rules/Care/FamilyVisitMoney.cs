namespace Throughgate.Domain.Rules.Care;

/// <summary>FAM-2: resettlement money comes last, so that it goes where no other money does.</summary>
public static class FamilyVisitMoney
{
    public const string Resettlement = "irs";

    public static readonly Citation Citation = new(
        "FAM-2",
        RuleKind.Gate,
        "Resettlement money pays for a family’s visit only after other sources were tried and are named.",
        "S0 §Involvement of parents/carers",
        true
    );

    /// <summary>Who may pay: the resettlement budget, somebody else, nobody.</summary>
    public static IReadOnlyList<string> Payers { get; } = [Resettlement, "other", "nobody"];

    /// <summary>The sources named, one a line.</summary>
    public static IReadOnlyList<string> Sources(string? tried) =>
        [.. (tried ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line.Any(char.IsLetter))];

    /// <summary>Resettlement money is asked for, and no other source is named.</summary>
    public static bool IsRefused(string paidBy, string? tried) => paidBy == Resettlement && Sources(tried).Count == 0;
}
