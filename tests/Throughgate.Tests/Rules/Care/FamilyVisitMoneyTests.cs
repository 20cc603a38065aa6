using Throughgate.Domain.Rules.Care;

namespace Throughgate.Tests.Rules.Care;

[Trait("rule", "FAM-2")]
public class FamilyVisitMoneyTests
{
    [Theory]
    [InlineData("irs", null, true)]
    [InlineData("irs", " \n - \n 12", true)]
    [InlineData("irs", "Prison visits scheme: no", false)]
    [InlineData("other", null, false)]
    [InlineData("nobody", null, false)]
    public void Resettlement_money_waits_for_another_source_that_is_named(string paidBy, string? tried, bool refused) => FamilyVisitMoney.IsRefused(paidBy, tried).ShouldBe(refused);
}
