namespace Throughgate.Domain.Rules.Plans;

/// <summary>
/// PLN-4E: besides the quarterly reviews, some events call for one: the plan of before does not fit what comes after. One meeting is enough:
/// whatever review is held at the time of the event meets it, and meets PLN-4 as every review does. While PLN-4 asks for a review that will
/// meet the event in time, too, the event adds no demand of its own.
/// </summary>
public static class EventReview
{
    public static readonly Figure Within = new(
        "PLN-4E.working-days",
        "Working days from sentence, transfer or release to the review",
        FigureUnit.WorkingDays,
        10,
        Figure.SchemeDefault
    );

    public static readonly Figure BeforeRelease = new("PLN-4E.days", "Days before the expected release by which a review is held", FigureUnit.Days, 42, "Default of the scheme: six weeks");

    public static readonly Citation Citation = new(
        "PLN-4E",
        RuleKind.Duty,
        "A review is also due on certain events: within {0} working days of sentence, transfer and release, {1} days before the expected release, and "
            + "when the order ends. Whatever review is held then meets it, a quarterly one too.",
        "S0 §Lead professional; S1 §4.8; Own",
        true,
        Within,
        BeforeRelease
    );

    /// <summary>A return has its planning meeting already: the review with which the plan is drawn up anew (PLN-2).</summary>
    public static readonly DutyRule AtSentence = new(
        Citation,
        "Hold the planning meeting after the sentence",
        seen => seen.Custodial && seen.Facts.Sentence.Follows is null ? ReviewTime.After(seen, AtSentence!, new(seen.SentencedOn, "Sentence")) : []
    );

    public static readonly DutyRule AtTransfer = new(
        Citation,
        "Hold a review after the transfer",
        seen => seen.Custodial ? seen.Transfers.Where(t => seen.Start <= t).SelectMany(t => ReviewTime.After(seen, AtTransfer!, new(t, "Transfer"))) : []
    ) { AgainInCustody = true };

    public static readonly DutyRule AheadOfRelease = new(Citation, "Hold a review before release", ReviewTime.BeforeRelease) { AgainInCustody = true };

    public static readonly DutyRule AtRelease = new(
        Citation,
        "Hold a review after release",
        seen => seen is { Custodial: true, ReleasedOn: { } released } && seen.Start <= released ? ReviewTime.After(seen, AtRelease!, new(released, "Release")) : []
    ) { AgainInCustody = true };

    public static readonly DutyRule AtOrderEnd = new(Citation, "Hold a review at the end of the order", ReviewTime.BeforeOrderEnd);

    public static IReadOnlyList<DutyRule> Rules { get; } = [AtSentence, AtTransfer, AheadOfRelease, AtRelease, AtOrderEnd];

    /// <summary>What a review for the event is called: a code of the list <c>review</c>.</summary>
    public static string KindFor(DutyRule rule) =>
        rule == AtSentence ? ReviewKinds.InitialPlanning
        : rule == AtTransfer ? ReviewKinds.Transfer
        : rule == AheadOfRelease ? ReviewKinds.PreRelease
        : rule == AtRelease ? ReviewKinds.Release
        : ReviewKinds.OrderEnd;
}
