using Throughgate.Domain.Returns;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Returns;

/// <summary>Makes the question that a return answers from a scheme's code and the reference data.</summary>
public static class Questions
{
    public static ReturnQuestion Of(string scheme, FinancialQuarter quarter, Reading reading) =>
        new()
        {
            Scheme = scheme,
            Yots = Reference.Instance.YotsOfScheme.GetValueOrDefault(scheme) ?? new HashSet<string>(),
            Quarter = quarter,
            Reading = reading,
            Ethnicities = [.. Reference.Instance.Codes["ethnicity"].Select(c => c.Value)],
            Offences = [.. Reference.Instance.Codes["offence"].Select(c => c.Value)],
        };
}
