namespace Throughgate.Domain.Rules.Schemes;

public enum AgreementWarning
{
    NoneLive,
    NoProtocol,
    EndsSoon,
}

/// <summary>What is to be said of a partner's agreements, and the day it turns on.</summary>
/// <param name="On">Last day of the agreement; null where there never was one.</param>
public sealed record AgreementWarned(AgreementWarning Warning, DateOnly? On);

/// <summary>SCH-4: a partner that delivers part of the scheme has a live agreement with an information-sharing protocol in it.</summary>
public static class PartnerAgreement
{
    public static readonly Figure Before = new("SCH-4.days", "Days before the end of a partner’s agreement from which it is said", FigureUnit.Days, 60, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "SCH-4",
        RuleKind.Warning,
        "A partner that delivers part of the scheme has a live service level agreement that contains an information-sharing protocol; without one, or within {0} days of its end, this is said.",
        "S0 §Structure",
        true,
        Before
    );

    /// <summary>Null where all is well, or the partner delivers nothing.</summary>
    /// <param name="agreements">First and last day of each, and whether it holds a protocol.</param>
    public static AgreementWarned? Of(bool delivers, IReadOnlyList<(DateRange Days, bool HasProtocol)> agreements, DateOnly today, int days)
    {
        if (!delivers)
        {
            return null;
        }

        var live = agreements.Where(a => a.Days.Contains(today)).ToList();
        if (live.Count == 0)
        {
            return new(AgreementWarning.NoneLive, agreements.Where(a => a.Days.To < today).Select(a => a.Days.To).Max());
        }

        var good = live.Where(a => a.HasProtocol).ToList();
        if (good.Count == 0)
        {
            return new(AgreementWarning.NoProtocol, live.Max(a => a.Days.To));
        }

        // The one that follows counts from the day after: no gap, no warning.
        var covered = good.Max(a => a.Days.To ?? DateOnly.MaxValue);
        while (agreements.Where(a => a.HasProtocol && covered < DateOnly.MaxValue && a.Days.From <= covered.AddDays(1)).Select(a => a.Days.To ?? DateOnly.MaxValue).Where(to => to > covered).OrderDescending().FirstOrDefault() is var next && next > covered)
        {
            covered = next;
        }

        return covered <= today.AddDays(Math.Min(days, 100_000)) ? new(AgreementWarning.EndsSoon, covered) : null;
    }
}
