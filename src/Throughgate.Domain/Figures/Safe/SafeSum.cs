using Throughgate.Domain.Returns.Counts;

namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// A figure of several schemes beside the figures of each: the sum is shown no further than every scheme's is, and where one is hidden only as long as
/// what remains, when the schemes shown are taken from the sum, is of several schemes and on neither side few or none.
/// </summary>
public static class SafeSum
{
    /// <param name="most">How much of the sum could be shown if no scheme were.</param>
    /// <param name="schemes">Each scheme's tally, and how much of it the same reader is shown.</param>
    public static ShownAs Of(ShownAs most, IReadOnlyList<(Tally Tally, ShownAs As)> schemes)
    {
        var some = schemes.Where(s => s.Tally.Whole > 0).ToList();
        var hidden = some.Where(s => s.As < ShownAs.MetAndRest).Select(s => s.Tally).ToList();
        var least = some.Where(s => s.As >= ShownAs.MetAndRest).Select(s => s.As).Append(most).Min();
        return most < ShownAs.MetAndRest ? most
            : hidden.Count == 0 ? least
            : hidden.Count > 1 && hidden[0].Measure.Shape == Shape.Share && Left(hidden, met: true) >= Suppression.SmallestShown && Left(hidden, met: false) >= Suppression.SmallestShown
                ? ShownAs.MetAndRest
            : ShownAs.Hidden;
    }

    private static int Left(List<Tally> hidden, bool met) =>
        new Those(hidden.SelectMany(t => Enumerable.Range(0, t.ByPart.Count).Where(i => t.Measure.Parts[i].Tells == Tells.Met == met).SelectMany(t.EventsOf))).Count;
}
