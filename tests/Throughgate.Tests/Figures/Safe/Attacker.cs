using Throughgate.Domain.Figures;
using Throughgate.Domain.People;

namespace Throughgate.Tests.Figures.Safe;

/// <summary>
/// Knows every measure's definition, and so which kinds of young people there can be: one kind a combination of the parts in which somebody stands.
/// How many there are of each kind is unknown; each number shown is an equation. Whatever sum of kinds the equations settle is known.
/// </summary>
internal sealed class Attacker
{
    private readonly IReadOnlyList<Measure> _measures;
    private readonly List<string[]> _kinds;
    private readonly Dictionary<string, int> _truth;
    private readonly List<double[]> _basis = [];

    public Attacker(IEnumerable<PersonFacts> people, IReadOnlyList<PersonFacts> possible, IReadOnlyList<Measure> measures)
    {
        _measures = measures;
        var found = people.Select(p => measures.Select(m => p.Part(m)).ToArray()).ToList();
        _truth = found.GroupBy(k => string.Join('|', k)).ToDictionary(g => g.Key, g => g.Count());
        _kinds = [.. possible.Select(p => measures.Select(m => p.Part(m)).ToArray()).DistinctBy(k => string.Join('|', k))];
    }

    public void Learn(Measure measure, Shown shown)
    {
        var at = _measures.ToList().IndexOf(measure);
        double[] Sum(Func<string, bool> of) => [.. _kinds.Select(k => k[at].Length > 0 && of(k[at]) ? 1.0 : 0.0)];
        Tells TellsOf(string part) => measure.PartOf(part).Tells;
        AddIf(shown.Whole is not null, Sum(_ => true));
        AddIf(shown.Met is not null, Sum(p => TellsOf(p) == Tells.Met));
        AddIf(shown.NotMet is not null, Sum(p => TellsOf(p) == Tells.NotMet));
        AddIf(shown.Untold is not null, Sum(p => TellsOf(p) == Tells.Neither));
        foreach (var part in shown.Parts is null ? [] : measure.Parts)
        {
            AddIf(true, Sum(p => p == part.Code));
        }
    }

    /// <summary>Every sum that a definition gives and that the equations settle, where it counts 1 to 4.</summary>
    public IEnumerable<string> Finds()
    {
        foreach (var (name, target) in Targets())
        {
            var count = _kinds.Select((k, i) => target[i] * _truth.GetValueOrDefault(string.Join('|', k))).Sum();
            if (count is > 0 and < 5 && IsSettled(target))
            {
                yield return $"{name}: {count}";
            }
        }
    }

    /// <summary>Each kind alone, each part of each measure, and who is in a part of one and not in a part of another.</summary>
    private IEnumerable<(string Name, double[] Kinds)> Targets()
    {
        for (var i = 0; i < _kinds.Count; i++)
        {
            yield return (string.Join('|', _kinds[i]), [.. _kinds.Select((_, j) => i == j ? 1.0 : 0.0)]);
        }

        var parts = _measures.SelectMany((m, at) => m.Parts.Select(p => p.Code).Append("").Append("*").Select(p => (m, at, p))).ToList();
        static bool Is(string[] kind, (Measure, int At, string Part) part) => part.Part == "*" ? kind[part.At].Length > 0 : kind[part.At] == part.Part;
        foreach (var one in parts)
        {
            yield return ($"{one.m} {one.p}", [.. _kinds.Select(k => Is(k, one) ? 1.0 : 0.0)]);
            foreach (var other in parts)
            {
                yield return ($"{one.m} {one.p} without {other.m} {other.p}", [.. _kinds.Select(k => Is(k, one) && !Is(k, other) ? 1.0 : 0.0)]);
            }
        }
    }

    private void AddIf(bool shown, double[] row)
    {
        if (shown && Reduced(row) is { } rest)
        {
            _basis.Add(rest);
        }
    }

    private bool IsSettled(double[] target) => Reduced(target) is null;

    /// <summary>What is left of a row when the equations are taken from it; null where nothing is.</summary>
    private double[]? Reduced(double[] row)
    {
        var rest = (double[])row.Clone();
        foreach (var known in _basis)
        {
            var lead = Array.FindIndex(known, v => Math.Abs(v) > 1e-9);
            var factor = rest[lead] / known[lead];
            for (var i = 0; i < rest.Length; i++)
            {
                rest[i] -= factor * known[i];
            }
        }

        return Array.Exists(rest, v => Math.Abs(v) > 1e-7) ? rest : null;
    }
}
