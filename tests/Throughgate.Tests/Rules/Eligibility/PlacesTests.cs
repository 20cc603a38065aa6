using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Sentences;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Eligibility;

[Trait("rule", "ELG-6")]
[Trait("rule", "ELG-1")]
public class PlacesTests
{
    private static readonly DateOnly On = ACase.Day("2010-05-04");

    [Fact]
    public void Eligible_from_the_day_of_a_custodial_sentence()
    {
        var facts = new ACase().Sentenced("2010-05-04").Facts().Sentence;
        Places.IsEligible(facts, On).ShouldBeTrue();
        Places.IsEligible(facts, On.AddDays(-1)).ShouldBeFalse();
        Places.IsEligible(facts with { Kind = SentenceKind.Community }, On).ShouldBeFalse();
    }

    [Fact]
    public void A_place_is_held_on_the_programme_or_accepted_in_custody_or_given()
    {
        Places.Holds(new ACase().Facts(), null, On).ShouldBeFalse();
        Places.Holds(new ACase().Accepted("2010-03-10").Facts(), null, On).ShouldBeTrue();
        Places.Holds(new ACase().Started("2010-03-10").Facts(), null, On).ShouldBeTrue();
        Places.Holds(new ACase().Started("2010-03-10").Closed("2010-05-04").Facts(), null, On).ShouldBeFalse();
        var community = new ACase().Sentenced("2010-03-01", SentenceKind.Community).Accepted("2010-03-10").Facts();
        Places.Holds(community, null, On).ShouldBeFalse();
        Places.Holds(community, On, On).ShouldBeTrue();
        Places.Holds(community, On.AddDays(1), On).ShouldBeFalse();
    }
}
