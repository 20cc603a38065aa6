namespace Throughgate.Domain.Returns.Counts;

/// <summary>One quarter, as it is counted now and as it was handed in.</summary>
/// <param name="Held">The version that holds; null where none is handed in.</param>
/// <param name="Earlier">Every version that was handed in before it.</param>
public sealed record HandedQuarter(QuarterlyReturn Now, QuarterlyReturn? Held, IReadOnlyList<QuarterlyReturn> Earlier);
