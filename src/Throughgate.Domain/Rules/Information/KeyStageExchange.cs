using Throughgate.Domain.Sharing;

namespace Throughgate.Domain.Rules.Information;

/// <summary>A key stage of a case: when it is reckoned from, when everything is to be exchanged, and the day that names it.</summary>
public sealed record StageDue(string Stage, DateOnly StageOn, DayOf From, DateOnly Due, IReadOnlyList<FigureInForce> Figures);

/// <summary>INF-8: custody and YOT exchange information at six key stages.</summary>
public static class KeyStageExchange
{
    public static readonly Figure Soon = new("INF-8.working-days", "Working days from sentence or a review to the exchange with custody", FigureUnit.WorkingDays, 5, Figure.SchemeDefault);
    public static readonly Figure Planning = new("INF-8.planning-working-days", "Working days from sentence to the exchange for the first planning meeting", FigureUnit.WorkingDays, 10, Figure.SchemeDefault);
    public static readonly Figure Before = new("INF-8.days", "Days before release by which custody and YOT have exchanged what release needs", FigureUnit.Days, 42, "Six weeks, by the rule’s own words");
    public static readonly Figure After = new("INF-8.months", "Months after release to the last exchange with custody", FigureUnit.Months, 1, "One month, by the rule’s own words");

    public static readonly Citation Citation = new(
        "INF-8",
        RuleKind.Duty,
        "Custody and YOT exchange information at key stages: sentence and each review (within {0} working days), the first planning meeting ({1} working days), {2} days before release, "
            + "release, and {3} month(s) after. Each stage lists what goes which way, and shows what is missing.",
        "S1 §4.8; S1 §6.1",
        true,
        Soon,
        Planning,
        Before,
        After
    );

    public static readonly DutyRule Rule = new(Citation, "Exchange information with custody", Of);

    private static IEnumerable<Duty> Of(CaseOnDay seen) => Stages(seen).Select(s => DutyOf(seen, s));

    /// <summary>The duty of one stage: met on the day on which the last thing went.</summary>
    public static Duty DutyOf(CaseOnDay seen, StageDue stage)
    {
        var went = KeyStages.Items(stage.Stage).Select(item => seen.Facts.StageExchanges.Where(e => e.Stage == stage.Stage && e.StageOn == stage.StageOn && e.Item == item && e.On <= seen.On).Select(e => (DateOnly?)e.On).Min()).ToList();
        DayOf? all = went.Contains(null) || went.Max() is not { } last ? null : new DayOf(last, "Everything was exchanged");
        return seen.Raise(Rule, stage.From, stage.Due, all, lost: false, stage.Figures);
    }

    /// <summary>The stages of a custodial case that can be told by the day, in their order.</summary>
    public static IEnumerable<StageDue> Stages(CaseOnDay seen)
    {
        if (!seen.Custodial)
        {
            yield break;
        }

        var (sentenced, from) = (seen.SentencedOn, new DayOf(seen.SentencedOn, "Sentence"));
        yield return Stage(seen, KeyStages.Sentence, sentenced, from, f => seen.WorkingDaysAfter(sentenced, f[0]));
        yield return Stage(seen, KeyStages.Planning, sentenced, from, f => seen.WorkingDaysAfter(sentenced, f[1]));
        foreach (var on in seen.Reviews.Select(r => r.On).Where(on => on > sentenced && !(on > seen.ReleasedOn)).Distinct())
        {
            yield return Stage(seen, KeyStages.Review, on, new(on, "Review held"), f => seen.WorkingDaysAfter(on, f[0]));
        }

        if (seen.ExpectedReleaseOn is { } expected && expected.AddDays(-seen.Figure(Before, expected).Value) > sentenced)
        {
            yield return Stage(seen, KeyStages.BeforeRelease, sentenced, new(expected, "Expected release"), f => expected.AddDays(-f[2].Value));
        }

        if ((seen.ReleasedOn ?? seen.ExpectedReleaseOn) is { } release)
        {
            yield return Stage(seen, KeyStages.Release, sentenced, new(release, seen.ReleasedOn is null ? "Expected release" : "Release"), _ => release);
        }

        if (seen.ReleasedOn is { } released)
        {
            yield return Stage(seen, KeyStages.MonthAfter, sentenced, new(released, "Release"), f => released.AddMonths(f[3].Value));
        }
    }

    private static StageDue Stage(CaseOnDay seen, string stage, DateOnly stageOn, DayOf from, Func<FigureInForce[], DateOnly> due)
    {
        FigureInForce[] figures = [.. Citation.Figures.Select(f => seen.Figure(f, from.On))];
        return new(stage, stageOn, from, due(figures), figures);
    }
}
