using Throughgate.Domain.Rules.Schemes;

namespace Throughgate.Tests.Rules.Schemes;

[Trait("rule", "SCH-4")]
public sealed class PartnerAgreementTests
{
    private static readonly DateOnly Today = new(2010, 5, 4);

    [Theory] // sixty days after 4 May 2010 are 3 July 2010
    [InlineData("", "NoneLive")]
    [InlineData("2009-01-01 2010-05-03 yes", "NoneLive 2010-05-03")]
    [InlineData("2010-05-05 2011-05-04 yes", "NoneLive")]
    [InlineData("2010-01-01 2010-12-31 no", "NoProtocol 2010-12-31")]
    [InlineData("2010-01-01 2010-07-03 yes", "EndsSoon 2010-07-03")]
    [InlineData("2010-01-01 2010-07-04 yes", "")]
    [InlineData("2010-01-01 2010-06-30 yes|2010-07-01 2011-06-30 yes", "")]
    [InlineData("2010-01-01 2010-06-30 yes|2010-07-01 2010-07-02 yes", "EndsSoon 2010-07-02")]
    [InlineData("2010-01-01 2010-06-30 yes|2010-07-02 2011-06-30 yes", "EndsSoon 2010-06-30")]
    [InlineData("2010-01-01 2010-06-30 yes|2010-07-01 2011-06-30 no", "EndsSoon 2010-06-30")]
    public void A_partner_that_delivers_has_a_live_agreement_with_a_protocol(string agreements, string expected)
    {
        var said = PartnerAgreement.Of(true, [.. Read(agreements)], Today, 60);
        $"{said?.Warning} {said?.On:yyyy-MM-dd}".Trim().ShouldBe(expected);
    }

    [Fact]
    public void One_that_delivers_nothing_needs_none() => PartnerAgreement.Of(false, [], Today, 60).ShouldBeNull();

    private static IEnumerable<(DateRange, bool)> Read(string text) =>
        from one in text.Split('|', StringSplitOptions.RemoveEmptyEntries)
        let parts = one.Split(' ')
        select (new DateRange(DateOnly.Parse(parts[0]), DateOnly.Parse(parts[1])), parts[2] == "yes");
}
