using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Sentences;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Eligibility;

[Trait("rule", "ELG-2")]
public class PriorityTests
{
    private static readonly SentenceFacts Dto = new ACase().Facts().Sentence;

    [Fact]
    public void Not_known_until_needs_are_recorded() => Priority.Of(null, Dto).For.ShouldBe(PriorityFor.NotKnown);

    [Theory]
    [InlineData("receives", PriorityFor.Priority)]
    [InlineData("assessed", PriorityFor.Priority)]
    [InlineData("need", PriorityFor.Nothing)]
    [InlineData("none", PriorityFor.Nothing)]
    public void A_specialist_intervention_received_or_assessed_is_enough(string substance, PriorityFor priority) => Priority.Of(new Needs(substance), Dto).For.ShouldBe(priority);

    [Fact]
    public void A_need_together_with_any_one_risk_is_priority_and_says_which()
    {
        Needs[] each =
        [
            new("need") { DualDiagnosis = true }, new("need") { Education = true }, new("need") { Family = true }, new("need") { LearningDifficulty = true },
            new("need") { SpeechAndLanguage = true }, new("need") { DrugTesting = true }, new("need") { SubstanceTreatment = true }, new("need") { Accommodation = true },
        ];
        foreach (var needs in each)
        {
            var priority = Priority.Of(needs, Dto);
            (priority.For, priority.Why.Count).ShouldBe((PriorityFor.Priority, 2));
            Priority.Of(needs with { SubstanceMisuse = "none" }, Dto).For.ShouldBe(PriorityFor.Nothing);
        }

        Priority.Of(new Needs("need"), Dto with { Type = "s91" }).Why.ShouldContain("Long sentence");
    }
}
