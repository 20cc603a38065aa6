using Throughgate.Domain.Rules.Statutory;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>IRS and statutory work: the rules ISS of the rulebook, in its order.</summary>
internal static class StatutoryWorkRules
{
    public static readonly Area Area = new(
        "IRS and statutory work",
        [
            Built(
                "ISS-1",
                RuleKind.Gate,
                "A contact is IRS, statutory or ISS. One contact is never two of them: IRS hours never make up "
                    + "statutory or ISS hours.",
                "S0 §IRS and ISS"
            ),
            HoursPerWeek.Citation,
            GapCovered.Citation,
        ]
    );
}
