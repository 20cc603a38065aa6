namespace Throughgate.Domain.Figures;

/// <summary>What one of those counted says of the question that a measure asks.</summary>
public enum Tells
{
    Met,
    NotMet,

    /// <summary>Nobody recorded it, or it cannot be told yet: never a no.</summary>
    Neither,
}

/// <summary>One of the parts into which a measure's whole falls; every one counted stands in exactly one.</summary>
/// <param name="Label">English, the key of its Welsh.</param>
public sealed record Part(string Code, string Label, Tells Tells);

/// <summary>The parts that many measures share.</summary>
public static class Parts
{
    public static readonly Part Yes = new("yes", "Yes", Tells.Met);
    public static readonly Part No = new("no", "No", Tells.NotMet);
    public static readonly Part NotRecorded = new("not-recorded", "Not recorded yet", Tells.Neither);

    public static IReadOnlyList<Part> YesOrNo { get; } = [Yes, No, NotRecorded];

    /// <summary>Yes or no, and null for what nobody recorded.</summary>
    public static string Of(bool? met) => met switch { true => Yes.Code, false => No.Code, null => NotRecorded.Code };
}
