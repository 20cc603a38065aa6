namespace Throughgate.Domain.Figures;

/// <summary>How much of a figure somebody is shown.</summary>
public enum ShownAs
{
    /// <summary>Nobody is counted in the period.</summary>
    Nothing,

    /// <summary>Somebody is counted, and nothing that answers was recorded: never 0.</summary>
    NotRecorded,

    /// <summary>A count is small, or would give one away (INF-6).</summary>
    Hidden,

    /// <summary>Met and the rest alone: who did not, and of whom it cannot be told, together.</summary>
    MetAndRest,

    /// <summary>Met, not met, and untold.</summary>
    Answers,

    /// <summary>Every part.</summary>
    Parts,
}

/// <summary>A figure as it is shown: numbers only, so that nothing else can slip through. What is not shown is not in it.</summary>
public sealed record Shown(Measure Measure, DateRange Period, ShownAs As)
{
    /// <summary>How many are counted; null where that is not shown.</summary>
    public int? Whole { get; init; }

    public int? Met { get; init; }

    public int? NotMet { get; init; }

    public int? Untold { get; init; }

    /// <summary>One a part, in the measure's order; null where the parts are not shown.</summary>
    public IReadOnlyList<int>? Parts { get; init; }

    /// <summary>The middle and the most of what is measured.</summary>
    public decimal? Middle { get; init; }

    public decimal? Most { get; init; }

    public bool IsCounted => As >= ShownAs.MetAndRest;

    /// <summary>The denominator: those of whom it can be told, and where they are not shown apart, everybody.</summary>
    public int? Told => Met + NotMet ?? Whole;

    /// <summary>0 to 1; for a share alone.</summary>
    public double? Share => IsCounted && Measure.Shape == Shape.Share && Told > 0 ? (double)Met! / Told : null;

    /// <summary>For a funnel: how many came at least as far as each part.</summary>
    public IReadOnlyList<int>? AtLeast => Parts is null ? null : [.. Parts.Select((_, i) => Parts.Skip(i).Sum())];

    /// <summary>No finer than another that it stands beside: of everybody, where that one is.</summary>
    public Shown AsCoarseAs(Shown other) => other.As == ShownAs.MetAndRest && IsCounted ? this with { As = ShownAs.MetAndRest, NotMet = null, Untold = null, Parts = null } : this;

    /// <summary>Against another period, or other people, as far as the numbers can tell.</summary>
    public Compared? Against(Shown? other) =>
        Share is null || other?.Share is null ? null
        : NotMet is null || other.NotMet is null ? Interval.Compare(Met!.Value, Whole!.Value, other.Met!.Value, other.Whole!.Value)
        : Interval.Compare(Met!.Value, Told!.Value, other.Met!.Value, other.Told!.Value);

    /// <summary>Everything, for whoever may open the people.</summary>
    public static Shown Of(Tally tally) => Of(tally, ShownAs.Parts);

    /// <summary>No more than the level, for whoever may not: an amount is the middle one of at least 10, and the most is somebody's.</summary>
    public static Shown Safe(Tally tally, ShownAs level)
    {
        var shown = Of(tally, level);
        return shown with { Most = null, Middle = tally.Amounts >= 2 * Returns.Counts.Suppression.SmallestShown ? shown.Middle : null };
    }

    private static Shown Of(Tally tally, ShownAs most)
    {
        if (tally.Whole == 0)
        {
            return new(tally.Measure, tally.Period, ShownAs.Nothing) { Whole = 0 };
        }

        if (most == ShownAs.Hidden)
        {
            return new(tally.Measure, tally.Period, ShownAs.Hidden);
        }

        var answers = most >= ShownAs.Answers;
        return new(tally.Measure, tally.Period, tally.IsRecorded ? most : ShownAs.NotRecorded)
        {
            Whole = tally.Whole,
            Met = tally.IsRecorded ? tally.Met : null,
            NotMet = tally.IsRecorded && answers ? tally.NotMet : null,
            Untold = tally.IsRecorded && answers ? tally.Untold : null,
            Parts = tally.IsRecorded && most == ShownAs.Parts ? tally.ByPart : null,
            Middle = most == ShownAs.Parts ? tally.Middle : null,
            Most = most == ShownAs.Parts ? tally.Most : null,
        };
    }
}
