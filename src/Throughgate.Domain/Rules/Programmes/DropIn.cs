using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Rules.Programmes;

/// <summary>OPN-8: drop-in and crisis support do not depend on anything else: who refused, stopped or was closed may still come.</summary>
public static class DropIn
{
    /// <summary>The last day on which they are open to the young person; null where it has passed, or is not known yet.</summary>
    [Rule("OPN-8")]
    public static DateOnly? OpenUntil(CaseFacts facts, DateOnly on, DutyFigures figures) => LastDayOfSupport.Of(facts, on, figures) is { } last && last >= on ? last : null;
}
