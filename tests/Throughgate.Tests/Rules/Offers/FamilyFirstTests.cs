using Throughgate.Domain.Rules.Offers;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Offers;

[Trait("rule", "OFR-5")]
public class FamilyFirstTests
{
    [Fact]
    public void Somebody_unwilling_at_the_outset_is_met_through_the_family_until_that_is_on_record()
    {
        Since(new ACase(), "2010-05-01").ShouldBeNull();
        Since(new ACase().Refused("2010-03-10"), "2010-05-01").ShouldBe("2010-03-10");
        Since(new ACase().Undecided("2010-03-10"), "2010-05-01").ShouldBe("2010-03-10");
        Since(new ACase().Refused("2010-03-10"), "2010-03-09").ShouldBeNull("not known yet");
        Since(new ACase().Contact("2010-03-09", "family").Refused("2010-03-10"), "2010-05-01").ShouldBe("2010-03-10");
        Since(new ACase().Refused("2010-03-10").Contact("2010-03-12", "family", outcome: "missed"), "2010-05-01").ShouldBe("2010-03-10");
        Since(new ACase().Refused("2010-03-10").Contact("2010-03-12", "family"), "2010-05-01").ShouldBeNull();
    }

    [Fact]
    public void Not_of_somebody_who_accepted_or_started()
    {
        Since(new ACase().Accepted("2010-03-10"), "2010-05-01").ShouldBeNull();
        Since(new ACase().Refused("2010-03-10").Accepted("2010-03-20"), "2010-05-01").ShouldBeNull();
        Since(new ACase().Refused("2010-03-10").Started("2010-03-20"), "2010-05-01").ShouldBeNull();
    }

    private static string? Since(ACase life, string on) => FamilyFirst.UnwillingSince(life.Facts(), ACase.Day(on))?.ToString("yyyy-MM-dd");
}
