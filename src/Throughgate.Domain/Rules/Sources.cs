namespace Throughgate.Domain.Rules;

/// <summary>The publications that the rules come from. A citation writes <c>S0 §section</c>; people are shown the name.</summary>
public static class Sources
{
    private static readonly (string Short, string Name)[] Names =
    [
        ("S0", "Integrated Resettlement Support: Management Guidance (Youth Justice Board, 2010)"),
        ("S1", "Youth Justice Resettlement Consortia: A process evaluation (2018)"),
        ("S2", "Youth offending teams: making the difference (Youth Justice Board, 2015)"),
        ("S3", "Integrating the YOT to promote prevention and education: Waltham Forest (case study, 2008)"),
        ("S4", "The developing relationship between youth offending teams and children's trusts (Youth Justice Board, 2008)"),
        ("Own", "Throughgate's own rule, where the sources are silent"),
    ];

    /// <summary>Every short name with its full one.</summary>
    public static IReadOnlyList<(string Short, string Name)> All => Names;

    /// <summary>The full names of the sources in a citation's text, in the order in which they first stand there.</summary>
    public static IReadOnlyList<string> NamesOf(string source) =>
        [
            .. source
                .Split("; ")
                .Select(part => part.Split(' ')[0])
                .Distinct(StringComparer.Ordinal)
                .Select(part => Array.Find(Names, n => n.Short == part).Name)
                .Where(name => name is not null),
        ];
}
