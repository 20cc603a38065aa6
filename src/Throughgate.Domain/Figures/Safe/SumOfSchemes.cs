namespace Throughgate.Domain.Figures.Safe;

/// <summary>Several schemes of which one figure is shown: a consortium's, or all.</summary>
/// <param name="Schemes">Codes; null for everybody, with those who belong to no scheme.</param>
public sealed record SumOfSchemes(string Code, IReadOnlySet<string>? Schemes)
{
    public static SumOfSchemes Everybody { get; } = new("nation", null);

    public bool Has(string scheme) => Schemes is null || Schemes.Contains(scheme);
}
