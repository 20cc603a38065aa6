using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Sharing;

/// <summary>What the young person answered about the use of the record, without name, for evaluation and research.</summary>
/// <param name="Answer">A code of <see cref="ConsentAnswers"/>.</param>
/// <param name="On">The day on which it was said.</param>
/// <param name="At">The instant at which it was recorded.</param>
public sealed record StatisticsAnswer(string Answer, DateOnly On, DateTimeOffset At)
{
    public bool IsGiven => Answer == ConsentAnswers.Given;
}

/// <summary>
/// The statistics flag: another thing than taking part and than sharing. It decides who may be in an extract, and nothing else: counts hold everybody (INF-6).
/// It is the young person's, whichever of their programmes it was talked about under.
/// </summary>
public static class StatisticsFlag
{
    /// <summary>The last that was said and is known by now: by the day, then by the instant; of two at once the no. Null where nobody asked.</summary>
    public static StatisticsAnswer? Stands(IEnumerable<StatisticsAnswer> said, DateTimeOffset now, DateOnly today) =>
        said.Where(a => a.On <= today && a.At <= now).OrderBy(a => a.On).ThenBy(a => a.At).ThenByDescending(a => a.IsGiven).LastOrDefault();

    /// <summary>Only a yes that stands: who was not asked has not said yes.</summary>
    [Rule("INF-6")]
    public static bool Allows(IEnumerable<StatisticsAnswer> said, DateTimeOffset now, DateOnly today) => Stands(said, now, today)?.IsGiven == true;
}
