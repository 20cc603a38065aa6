using Throughgate.Domain.Programmes;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Programmes;

public class StandingTests
{
    private static string Of(ACase of, string on)
    {
        var standing = of.Facts().StandingOn(ACase.Day(on));
        return $"{standing.Standing} {standing.Since:yyyy-MM-dd}".TrimEnd();
    }

    [Fact]
    public void A_programme_comes_on_from_offer_to_plan_to_end()
    {
        var life = new ACase().Undecided("2010-03-04").Accepted("2010-03-20").AgreedByPerson("2010-04-01").AgreedByYot("2010-04-06").Closed("2010-09-01");
        Of(life, "2010-03-03").ShouldBe("NotOffered");
        Of(life, "2010-03-04").ShouldBe("Undecided 2010-03-04");
        Of(life, "2010-03-20").ShouldBe("Accepted 2010-03-20");
        Of(life, "2010-04-05").ShouldBe("Accepted 2010-03-20");
        Of(life, "2010-04-06").ShouldBe("Started 2010-04-06");
        Of(life, "2010-08-31").ShouldBe("Started 2010-04-06");
        Of(life, "2010-09-01").ShouldBe("Closed 2010-09-01");
    }

    [Fact]
    [Trait("rule", "OFR-4")]
    public void Offered_and_not_taken_up_is_a_standing_of_its_own_until_the_answer_changes()
    {
        var refused = new ACase().Refused("2010-03-04").Refused("2010-04-04").Accepted("2010-05-04");
        Of(refused, "2010-03-31").ShouldBe("NotTakenUp 2010-03-04");
        Of(refused, "2010-04-04").ShouldBe("NotTakenUp 2010-04-04");
        Of(refused, "2010-05-04").ShouldBe("Accepted 2010-05-04");
    }

    [Theory]
    [Trait("rule", "SCH-3")]
    [InlineData(1, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(2, 1, false)]
    public void A_case_is_allocated_to_exactly_one_of_each(int leads, int managers, bool clear) => new AllocationOnDay(leads, managers).IsClear.ShouldBe(clear);
}
