namespace Throughgate.Domain.Plans;

/// <summary>What duties know of one version of a plan.</summary>
/// <param name="DrawnUpOn">The day on which every pathway was written.</param>
/// <param name="CheckedOn">The first quality check by somebody else.</param>
public readonly record struct PlanVersion(DateOnly DrawnUpOn, DateOnly? CheckedOn);
