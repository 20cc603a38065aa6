using Throughgate.Tests.Build;

namespace Throughgate.Tests.Programmes;

[Trait("rule", "OPN-1")]
public class CaseFactsTests
{
    [Theory]
    [InlineData("2010-03-10", "2010-03-12", "2010-03-12")]
    [InlineData("2010-03-12", "2010-03-10", "2010-03-12")]
    [InlineData("2010-03-12", null, null)]
    [InlineData(null, "2010-03-12", null)]
    public void Starts_on_the_later_of_the_two_agreements_and_not_before_both(string? person, string? yot, string? start)
    {
        var given = new ACase();
        _ = person is null ? given : given.AgreedByPerson(person);
        _ = yot is null ? given : given.AgreedByYot(yot);
        given.Facts().Start.ShouldBe(start is null ? null : ACase.Day(start));
    }

    [Fact]
    public void In_view_from_the_day_of_referral_to_the_day_before_it_closes()
    {
        var facts = new ACase().Referred("2010-03-05").Closed("2010-06-01").Facts();
        facts.InViewOn(ACase.Day("2010-03-04")).ShouldBeFalse();
        facts.InViewOn(ACase.Day("2010-03-05")).ShouldBeTrue();
        facts.InViewOn(ACase.Day("2010-05-31")).ShouldBeTrue();
        facts.InViewOn(ACase.Day("2010-06-01")).ShouldBeFalse();
        new ACase().Facts().InViewOn(ACase.Day("2030-01-01")).ShouldBeTrue();
    }
}
