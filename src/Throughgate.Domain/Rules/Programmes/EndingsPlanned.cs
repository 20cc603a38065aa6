using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Rules.Programmes;

/// <summary>What is still to be planned before a programme closes.</summary>
/// <param name="Closes">The day on which it is expected to close.</param>
/// <param name="With">Those, by name, with whom no ending is planned.</param>
public sealed record EndingsToPlan(DateOnly Closes, IReadOnlyList<string> With);

/// <summary>OPN-10: nobody drops out of a young person's life without a word. Each ending is planned with whoever works with them, before the programme closes.</summary>
public static class EndingsPlanned
{
    public static readonly Figure Before = new("OPN-10.days", "Days before the expected closing from which the endings are to be planned", FigureUnit.Days, 14, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "OPN-10",
        RuleKind.Warning,
        "From {0} days before the programme is expected to close, its ending is planned with each worker, mentor and volunteer.",
        "S0 §Disengagement from IRS",
        true,
        Before
    );

    /// <summary>The day that was planned; else the day to which support was decided to go on (OPN-7); else the last day of support (OPN-6).</summary>
    public static DateOnly? ExpectedClosing(CaseFacts facts, DateOnly on, DutyFigures figures) =>
        facts.PlannedClosing
        ?? facts.Decisions.Where(d => d is { Kind: DecisionAtOrderEnd.Kind, Until: not null } && d.On <= on).OrderBy(d => d.On).Select(d => d.Until).LastOrDefault()
        ?? LastDayOfSupport.Of(facts, on, figures);

    /// <summary>Null before that time, for a programme that is not open, and where every ending is planned or nobody is allocated.</summary>
    /// <param name="workers">Names of those allocated on the day, in their order.</param>
    public static EndingsToPlan? Of(CaseFacts facts, IEnumerable<string> workers, DateOnly on, DutyFigures figures)
    {
        if (!(facts.Start <= on) || !facts.InViewOn(on) || ExpectedClosing(facts, on, figures) is not { } closes || figures.IsBeforeRecording(closes))
        {
            return null;
        }

        var from = closes.AddDays(-figures.InForce(Before, closes < on ? closes : on).Value);
        var planned = facts.Endings.Where(e => e.PlannedOn <= on).Select(e => e.Who).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> without = [.. workers.Where(w => !planned.Contains(w)).Distinct(StringComparer.Ordinal)];
        return on < from || without.Count == 0 ? null : new(closes, without);
    }
}
