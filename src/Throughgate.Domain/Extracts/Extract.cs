using Throughgate.Domain.Figures;

namespace Throughgate.Domain.Extracts;

/// <summary>One young person in every step of every column, and how it went.</summary>
/// <param name="Steps">By column, then by step, fine to coarse.</param>
public sealed record Candidate(Guid Person, IReadOnlyList<IReadOnlyList<string>> Steps, IReadOnlyList<string> Outcomes)
{
    public static Candidate Of(Subject subject, Asked asked) =>
        new(subject.Person.Id, [.. RecognisableBy.Columns.Select(c => (IReadOnlyList<string>)[.. c.Steps.Select(s => s.Of(subject))])], [.. Extracts.Outcomes.Columns.Select(o => o.Of(subject, asked))]);
}

/// <summary>A line of an extract: what stands in its columns, and whose it is, which stays here.</summary>
public sealed record ExtractRow(Guid Person, IReadOnlyList<string> Recognisable, IReadOnlyList<string> Outcomes);

/// <summary>
/// An extract in which whoever is in it is like at least <see cref="Fewest"/> in all columns by which they might be recognised, and so in any of them together (INF-6).
/// One step is chosen for each column, the same for everybody; rows that are still too few alike are left out. Of all such ways the one that loses least is taken.
/// </summary>
/// <param name="Levels">The step of each column.</param>
/// <param name="LeftOut">Rows that stayed short.</param>
/// <param name="Hidden">By outcome: in how many groups of rows that are alike it is not given, because all share one answer.</param>
/// <param name="Alike">By outcome: in how many groups all share one answer, and it is given.</param>
public sealed record Extract(IReadOnlyList<int> Levels, IReadOnlyList<ExtractRow> Rows, int LeftOut, int Groups, IReadOnlyList<int> Hidden, IReadOnlyList<int> Alike)
{
    /// <summary>How many are at least alike.</summary>
    public const int Fewest = 5;

    /// <summary>At most one row in so many is left out, unless the steps are given.</summary>
    public const int OneIn = 10;

    public const string NotGiven = "Not given: the same for all who are alike";

    /// <summary>
    /// The steps are chosen by how well rows can still be told apart, which is all that an evaluation has: the sum of the squares of those who are alike, and all rows for each that is left out
    /// (discernibility). Where that is equal, by what is lost of the columns.
    /// </summary>
    /// <param name="levels">Steps to keep to, where this is a study's again; null where they are to be chosen.</param>
    public static Extract Of(IReadOnlyList<Candidate> all, IReadOnlyList<int>? levels = null)
    {
        var sorted = all.OrderBy(c => c.Person).ToList();
        var chosen = levels ?? new Steps(sorted).Best();
        var classes = sorted
            .Select(c => (Candidate: c, Cells: (IReadOnlyList<string>)[.. c.Steps.Select((steps, i) => steps[chosen[i]])]))
            .GroupBy(r => string.Join('\u001f', r.Cells), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Where(g => g.Count() >= Fewest)
            .ToList();
        var (rows, hidden, alike) = (new List<ExtractRow>(), new int[Outcomes.Columns.Count], new int[Outcomes.Columns.Count]);
        foreach (var group in classes)
        {
            var one = Enumerable.Range(0, hidden.Length).Select(o => group.First().Candidate.Outcomes[o] is var said && !Outcomes.Nothing.Contains(said) && group.All(r => r.Candidate.Outcomes[o] == said)).ToList();
            for (var o = 0; o < hidden.Length; o++)
            {
                hidden[o] += one[o] && Outcomes.Columns[o].Harms ? 1 : 0;
                alike[o] += one[o] && !Outcomes.Columns[o].Harms ? 1 : 0;
            }

            rows.AddRange(group.Select(r => new ExtractRow(r.Candidate.Person, r.Cells, [.. r.Candidate.Outcomes.Select((said, o) => one[o] && Outcomes.Columns[o].Harms ? NotGiven : said)])));
        }

        return new(chosen, rows, all.Count - rows.Count, classes.Count, hidden, alike);
    }

    /// <summary>Every combination of steps, tried in the order of the columns, the finest first: at equal loss the earlier one.</summary>
    private sealed class Steps(List<Candidate> all)
    {
        private static readonly int[] Count = [.. RecognisableBy.Columns.Select(c => c.Steps.Count)];
        private readonly long[][][] _codes = Codes(all);

        public int[] Best()
        {
            var (best, least) = (Count.Select(c => c - 1).ToArray(), (long.MaxValue, double.MaxValue));
            foreach (var levels in Every())
            {
                if (Loss(levels) is { } loss && loss.CompareTo(least) < 0)
                {
                    (best, least) = (levels, loss);
                }
            }

            return best;
        }

        /// <summary>Null where too many would be left out.</summary>
        private (long Alike, double Columns)? Loss(int[] levels)
        {
            var sizes = new Dictionary<long, int>();
            for (var i = 0; i < all.Count; i++)
            {
                long key = 0;
                for (var c = 0; c < levels.Length; c++)
                {
                    key = (key << 8) | _codes[c][levels[c]][i];
                }

                sizes[key] = sizes.GetValueOrDefault(key) + 1;
            }

            var leftOut = sizes.Values.Where(n => n < Fewest).Sum();
            return leftOut * OneIn > all.Count
                ? null
                : (sizes.Values.Where(n => n >= Fewest).Sum(n => (long)n * n) + ((long)leftOut * all.Count), levels.Select((l, c) => (double)l / (Count[c] - 1)).Sum());
        }

        private static IEnumerable<int[]> Every()
        {
            var levels = new int[Count.Length];
            while (true)
            {
                yield return [.. levels];
                var at = levels.Length - 1;
                while (at >= 0 && ++levels[at] == Count[at])
                {
                    levels[at--] = 0;
                }

                if (at < 0)
                {
                    yield break;
                }
            }
        }

        /// <summary>The values of each column and step as small numbers, so that a row is one number.</summary>
        private static long[][][] Codes(List<Candidate> all) =>
            [
                .. Count.Select((steps, c) => Enumerable
                    .Range(0, steps)
                    .Select(s =>
                    {
                        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
                        return all.Select(a => numbers.TryGetValue(a.Steps[c][s], out var known) ? known : numbers[a.Steps[c][s]] = numbers.Count).ToArray();
                    })
                    .ToArray()
                ),
            ];
    }
}
