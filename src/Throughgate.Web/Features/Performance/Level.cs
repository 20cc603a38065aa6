using Throughgate.Domain.Figures;
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

    public IReadOnlyList<Measure> Measures => [.. MeasureRegister.All.Where(Has)];

    /// <summary>A worker's are programmes alone; England's indicators are England's, and those of Wales are Wales's.</summary>
    public bool Has(Measure measure)
    {
        bool In(string country) => Scope.Schemes?.Any(s => Reference.Instance.Schemes[s].Country == country) ?? true;
        return (!measure.OfResidents || !OfWorker)
            && (measure.Edition != Edition.NationalIndicators || In("England"))
            && (measure.Edition != Edition.WelshIndicators || In("Wales"));
    }

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
