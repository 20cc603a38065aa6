using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Programmes;

/// <summary>How many people lead a case and how many manage it on one day.</summary>
public readonly record struct AllocationOnDay(int LeadWorkers, int CaseManagers)
{
    /// <summary>Exactly one of each (SCH-3): neither a gap nor two who each think it is the other.</summary>
    [Rule("SCH-3")]
    public bool IsClear => LeadWorkers == 1 && CaseManagers == 1;
}
