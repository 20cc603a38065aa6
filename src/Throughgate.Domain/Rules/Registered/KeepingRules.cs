using Throughgate.Domain.Rules.Keeping;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>How long records are kept.</summary>
internal static class KeepingRules
{
    public static readonly Area Area = new("Keeping and erasing", [KeptUntil.Citation]);
}
