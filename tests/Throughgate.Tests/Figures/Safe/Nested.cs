using Throughgate.Domain.Figures;

namespace Throughgate.Tests.Figures.Safe;

/// <summary>What docs/figures.md says of how figures lie in one another, as whoever reads it knows: each the parts of one that lie in the parts of another; the same twice is the same.</summary>
internal static class Nested
{
    public static IEnumerable<((Measure Measure, string Part)[] Within, (Measure Measure, string Part)[] Whole)> Of()
    {
        // All of the releases.
        string[] ofReleases = ["started", "address-14", "address-28", "address-42", "told", "suitable-on-release", "custody-suitable", "custody-address", "custody-ete", "funnel"];
        foreach (var code in ofReleases)
        {
            yield return Same(Whole(code), Whole("offered"));
        }

        yield return Same(Whole("met-at-gate"), Parts("started", "yes"));
        yield return (Parts("started", "yes"), Parts("offered", "yes"));
        yield return (Parts("address-42", "yes"), Parts("address-28", "yes"));
        yield return (Parts("address-28", "yes"), Parts("address-14", "yes"));
        yield return (Parts("address-14", "yes"), Parts("custody-address", "yes"));
        foreach (var code in new[] { "address-28", "address-42", "told", "custody-address" })
        {
            yield return Same(Parts(code, "not-recorded"), Parts("address-14", "not-recorded"));
        }

        foreach (var part in new[] { "yes", "no", "not-recorded" })
        {
            yield return Same(Parts("suitable-on-release", part), Parts("custody-suitable", part));
            yield return Same(Parts("wyji-5", part), Parts("ni-46", part));
            yield return Same(Parts("kpi-1", part), Parts("ni-46", part));
            yield return Same(Parts("wyji-4", part), Parts("ni-45", part));
            yield return Same(Parts("wyji-3", part), Parts("ni-43", part));
            yield return Same(Parts("custody", part), Parts("ni-43", part));
        }

        // The week is over later.
        yield return (Whole("ete-6"), Whole("ete-3"));
        yield return (Whole("ete-3"), Whole("ete-1"));
        yield return (Whole("ete-1"), Whole("ete-release"));
        yield return (Whole("ete-release"), Whole("offered"));

        // Orders that ended, programmes that closed, sentences.
        foreach (var code in new[] { "ni-46", "kpi-1-type", "kpi-2" })
        {
            yield return Same(Whole(code), Whole("ni-45"));
        }

        yield return Same(Parts("kpi-1-type", "not-recorded"), Parts("kpi-1", "not-recorded"));
        yield return Same(Whole("length"), [.. Whole("closings").Where(p => p.Part is not ("moved_away" or "died" or "recorded_in_error"))]);
        foreach (var measure in MeasureRegister.All.Where(m => m.Theme == Theme.Change))
        {
            yield return Same(Whole(measure.Code), Whole("length"));
        }

        yield return (Whole("ni-43"), Whole("ni-44"));
        yield return (Whole("first-time"), Whole("ni-44"));
    }

    private static ((Measure, string)[], (Measure, string)[]) Same((Measure, string)[] one, (Measure, string)[] other) => (one, other);

    private static (Measure Measure, string Part)[] Whole(string code) => [.. MeasureRegister.Find(code)!.Parts.Select(p => (MeasureRegister.Find(code)!, p.Code))];

    private static (Measure Measure, string Part)[] Parts(string code, params string[] parts) => [.. parts.Select(p => (MeasureRegister.Find(code)!, p))];
}
