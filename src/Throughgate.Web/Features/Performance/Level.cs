using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Safe;
using Throughgate.Web.Access;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Performance;

/// <summary>Of whom figures are asked, as the address has it: <c>of=scheme:leeds</c>, <c>yot:york</c>, <c>worker:KEY</c>, <c>consortium:KEY</c>, <c>nation</c>.</summary>
/// <param name="Called">Its name, as people say it.</param>
public sealed record Level(string Code, string Called, Scope Scope)
{
    /// <summary>One scheme, or a part of one.</summary>
    public bool OfOneScheme => Scope.Schemes is { Count: 1 };

    public bool OfWorker => Scope.Worker is not null;

    /// <summary>More than one scheme: what is shown of them together must not give away what is hidden of one.</summary>
    public bool OfSeveral => !OfOneScheme;

    /// <summary>Of several schemes: every sum beside which this one is weighed, itself the last (INF-6).</summary>
    public IReadOnlyList<SumOfSchemes> Sums { get; init; } = [];

    /// <summary>Everybody on whom that depends: other consortia can have a scheme in common.</summary>
    public Scope Weighed => Sums.Any(s => s.Schemes is null) ? OfNation("").Scope : Sums.Count == 0 ? Scope : OfSchemes("", "", Sums.SelectMany(s => s.Schemes!).ToHashSet(StringComparer.Ordinal)).Scope;

    public IReadOnlyList<Measure> Measures => [.. MeasureRegister.All.Where(Has)];

    /// <summary>A worker's are programmes alone; England's indicators are England's, and those of Wales are Wales's.</summary>
    public bool Has(Measure measure) => (!measure.OfResidents || !OfWorker) && (Scope.Schemes?.Any(s => Has(s, measure)) ?? true);

    /// <summary>Whether the scheme has it; who belongs to none is in neither country.</summary>
    public static bool Has(string scheme, Measure measure) =>
        measure.Edition == Edition.NationalIndicators ? CountryOf(scheme) == "England" : measure.Edition != Edition.WelshIndicators || CountryOf(scheme) == "Wales";

    private static string? CountryOf(string scheme) => Reference.Instance.Schemes.GetValueOrDefault(scheme)?.Country;

    public string Query => $"of={Uri.EscapeDataString(Code)}";

    public static Level OfScheme(string scheme) =>
        new($"scheme:{scheme}", Reference.Instance.Schemes[scheme].Name, new Scope { Schemes = new HashSet<string>(StringComparer.Ordinal) { scheme }, Yots = Belonging.AllYotsOf(scheme) });

    public static Level OfYot(string scheme, string yot) =>
        new(
            $"yot:{yot}",
            Reference.Instance.Yots[yot].Name,
            new Scope { Schemes = new HashSet<string>(StringComparer.Ordinal) { scheme }, Yots = new HashSet<string>(StringComparer.Ordinal) { yot }, ByResidence = true }
        );

    public static Level OfLead(string scheme, Guid worker, string name) =>
        new($"worker:{worker}", name, new Scope { Schemes = new HashSet<string>(StringComparer.Ordinal) { scheme }, Yots = Belonging.AllYotsOf(scheme), Worker = worker });

    public static Level OfSchemes(string code, string called, IReadOnlySet<string> schemes) =>
        new(code, called, new Scope { Schemes = schemes, Yots = schemes.SelectMany(Belonging.AllYotsOf).ToHashSet(StringComparer.Ordinal) });

    public static Level OfNation(string called) =>
        new("nation", called, new Scope { Yots = Reference.Instance.Yots.Keys.ToHashSet(StringComparer.Ordinal) });
}
