using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.People;

public sealed class HindsightTests
{
    /// <summary>What may be known on a day is all that the rules look at on it, for everybody of the sample on many days.</summary>
    [Fact]
    public void Duties_of_what_was_known_are_the_duties()
    {
        var schemes = SampleBundle.People.SelectMany(p => p.Cases).Select(c => c.Scheme).Distinct().ToList();
        for (var on = new DateOnly(2009, 9, 1); on < new DateOnly(2011, 6, 1); on = on.AddDays(23))
        {
            var known = SampleBundle.People.Select(p => p.AsKnownOn(on, on)).ToList();
            foreach (var scheme in schemes)
            {
                static string Said(Duty d) => $"{d.RuleId} {d.Case} {d.Due:o} {d.State} {d.MetOn:o}";
                var expected = DutyRules.DutiesOf(SampleBundle.People, scheme, on, SampleBundle.Calendar, DutyFigures.Defaults).Select(Said);
                DutyRules.DutiesOf(known, scheme, on, SampleBundle.Calendar, DutyFigures.Defaults).Select(Said).ShouldBe(expected, $"{scheme} {on:o}");
            }
        }
    }
}
