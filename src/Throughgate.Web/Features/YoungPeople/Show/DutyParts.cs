using Throughgate.Domain.Rules;

namespace Throughgate.Web.Features.YoungPeople.Show;

/// <summary>The duties of a record in the parts that the page shows them in: what cannot wait first.</summary>
public sealed record DutyParts(IReadOnlyList<Duty> Open, IReadOnlyList<Duty> Missed, IReadOnlyList<Duty> Done)
{
    public static DutyParts Of(IReadOnlyList<Duty> duties) =>
        new(
            [.. duties.Where(d => d.IsOpen)],
            [.. duties.Where(d => d.State == DutyState.Missed)],
            [.. duties.Where(d => d.State is DutyState.Met or DutyState.MetLate).Reverse()]
        );

    public int Overdue => Open.Count(d => d.State == DutyState.Overdue);

    /// <summary>Where a duty stands on the page.</summary>
    public static string Anchor(Duty duty) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{duty.RuleId}-{duty.Due:yyyyMMdd}-{duty.CaseId.ToString("N")[^6..]}");
}

/// <summary>Some duties of a record, as rows.</summary>
/// <param name="Named">Whether the first row of each rule bears the rule's id, for links from other pages.</param>
public sealed record DutyRows(YoungPersonRecord Record, IReadOnlyList<Duty> Duties, bool Named);
