namespace Throughgate.Domain.Rules.Escalations;

/// <summary>Who holds an overdue duty.</summary>
public enum Step
{
    /// <summary>Whoever the case is allocated to: the duty stands overdue on their Today, and nothing is escalated yet.</summary>
    Worker,
    SchemeManager,
    HeadOfService,
    SteeringGroup,
}

/// <summary>Where on the ladder, and since when.</summary>
public readonly record struct Rung(Step Step, DateOnly Since);

/// <summary>ESC-1: an overdue duty climbs the scheme's ladder until somebody answers or it is done.</summary>
public static class Ladder
{
    public static readonly Figure ToManager = At("ESC-1.manager-days", "Days overdue at the worker before the scheme manager is asked", 3);

    public static readonly Figure ToHeadOfService = At("ESC-1.head-of-service-days", "Days at the scheme manager before the YOT head of service is asked", 5);

    public static readonly Figure ToSteeringGroup = At("ESC-1.steering-group-days", "Days at the head of service before the strategic steering group is asked", 5);

    public static readonly Citation Citation = new(
        "ESC-1",
        RuleKind.Duty,
        "An overdue duty climbs the scheme’s ladder: after {0} days from the worker to the scheme manager, after {1} more to the YOT head of service, "
            + "after {2} more to the strategic steering group. Each step is answered, and how it ended is kept.",
        "S1 §2.2.2; S1 §4.3",
        true,
        ToManager,
        ToHeadOfService,
        ToSteeringGroup
    );

    /// <summary>The first rung of a duty: at the worker since the day it was due.</summary>
    public static Rung Start(DateOnly due) => new(Step.Worker, due);

    /// <summary>
    /// Where it stands on a day, from where it stood: it climbs as many steps as the days allow, so that a morning left out changes nothing. An answer
    /// lets it rest: days count from the day after the rest.
    /// </summary>
    /// <param name="restsUntil">Last day of rest that an answer gave; null without.</param>
    public static Rung Climb(Rung from, DateOnly? restsUntil, DateOnly on, DutyFigures figures)
    {
        var (step, since) = (from.Step, restsUntil > from.Since ? restsUntil.Value : from.Since);
        while (step < Step.SteeringGroup && on.DayNumber - since.DayNumber is var days && figures.InForce(Next(step), since).Value is var allowed && days > allowed)
        {
            (step, since) = (step + 1, since.AddDays(allowed));
        }

        return step == from.Step ? from : new(step, since);
    }

    private static Figure Next(Step step) =>
        step switch
        {
            Step.Worker => ToManager,
            Step.SchemeManager => ToHeadOfService,
            _ => ToSteeringGroup,
        };

    private static Figure At(string key, string label, int days) => new(key, label, FigureUnit.Days, days, Figure.SchemeDefault);
}
