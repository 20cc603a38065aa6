using System.Text.Json;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules;

/// <summary>The sample's duties as they were worked out independently (tests/golden).</summary>
public class GoldenDutiesTests
{
    [Theory]
    [InlineData("cardiff", "2010-02-01")]
    [InlineData("cardiff", "2010-09-15")]
    [InlineData("cardiff", "2011-06-01")]
    [InlineData("leeds", "2010-02-01")]
    [InlineData("leeds", "2010-09-15")]
    [InlineData("leeds", "2011-06-01")]
    public void Equal_in_every_line_and_in_their_order(string scheme, string on)
    {
        var golden = JsonDocument
            .Parse(File.ReadAllText(Repository.PathOf("tests", "golden", $"duties-{scheme}-{on}.json")))
            .RootElement.EnumerateArray()
            .Select(d => string.Join(' ', d.EnumerateObject().Select(p => $"{p.Name}={p.Value.GetString() ?? "null"}")))
            .ToList();
        var duties = DutyRules
            .DutiesOf(SampleBundle.People, scheme, DateOnly.Parse(on), SampleBundle.Calendar, DutyFigures.Defaults)
            .Where(DutyRules.IsOfBundle)
            .Select(d => $"rule={d.RuleId} case={d.Case} due={d.Due:yyyy-MM-dd} state={d.StateCode} met_on={d.MetOn?.ToString("yyyy-MM-dd") ?? "null"}")
            .ToList();
        golden.Except(duties, StringComparer.Ordinal).ShouldBeEmpty("in the golden answers alone");
        duties.Except(golden, StringComparer.Ordinal).ShouldBeEmpty("in ours alone");
        duties.ShouldBe(golden);
    }
}
