namespace Throughgate.Domain.Figures;

/// <summary>By what a figure is broken down; everybody counted stands in exactly one row.</summary>
public enum Breakdown
{
    Establishment,
    EthnicGroup,
    Gender,
    LookedAfter,
    Send,
    Yot,
    Pathway,
    Worker,
    Scheme,
}

public static class Breakdowns
{
    /// <summary>The row of somebody counted: a code, <c>yes</c> or <c>no</c>, and empty where it is not known, does not apply, or is not the reader's to know.</summary>
    /// <param name="groupOf">The ethnic group of a code.</param>
    public static string RowOf(this Breakdown breakdown, Measured one, Func<string, string> groupOf) =>
        breakdown switch
        {
            not (Breakdown.Worker or Breakdown.Scheme or Breakdown.Pathway) when one.Person.IsKept => "",
            Breakdown.Establishment => one.Establishment ?? "",
            Breakdown.EthnicGroup => groupOf(one.Person.Ethnicity),
            Breakdown.Gender => one.Person.Gender,
            Breakdown.LookedAfter => YesOrNo(one.Person.LookedAfter),
            Breakdown.Send => YesOrNo(one.Person.Send),
            Breakdown.Yot => one.Yot ?? "",
            Breakdown.Pathway => one.Pathway ?? "",
            Breakdown.Worker => one.Case?.LedBy(one.On)?.ToString() ?? "",
            _ => one.Scheme ?? "",
        };

    /// <summary>By what this measure can be broken down for this scope.</summary>
    public static IReadOnlyList<Breakdown> For(Measure measure, bool oneScheme) =>
        [
            .. measure.Code == "timely" ? new[] { Breakdown.Pathway } : [],
            .. measure.Code == "caseload" && oneScheme ? new[] { Breakdown.Worker } : [],
            Breakdown.Establishment,
            Breakdown.Yot,
            Breakdown.Gender,
            Breakdown.EthnicGroup,
            Breakdown.LookedAfter,
            Breakdown.Send,
        ];

    private static string YesOrNo(bool? known) => known switch { true => "yes", false => "no", null => "" };
}
