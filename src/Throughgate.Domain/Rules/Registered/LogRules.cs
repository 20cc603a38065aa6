using Throughgate.Domain.Rules.Log;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>The log: what is done with it.</summary>
internal static class LogRules
{
    public static readonly Area Area = new("The log", [OddLook.Citation]);
}
