using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns;

/// <summary>What can be said on the day somebody is entered about whether the return will count them: the tests of <see cref="Counting"/>, asked before the event.</summary>
[Rule("ELG-4")]
public static class AtEntry
{
    /// <summary>The first thing that will keep them out as things stand; null where nothing does.</summary>
    /// <param name="countingOn">Day of arrest, or of the most recent offence where that is not known.</param>
    /// <param name="yot">Where they usually live now, as far as it is known.</param>
    /// <param name="yots">The YOTs of the scheme.</param>
    public static Outcome? KeptOut(DateOnly dateOfBirth, DateOnly? countingOn, string? yot, IReadOnlySet<string> yots) =>
        yot is null ? Outcome.NoResidence
        : !yots.Contains(yot) ? Outcome.LivesElsewhere
        : countingOn is not { } day ? Outcome.NoCountingDate
        : Counting.IsOfAge(Age.On(dateOfBirth, day)) ? null
        : Outcome.OutsideAges;
}
