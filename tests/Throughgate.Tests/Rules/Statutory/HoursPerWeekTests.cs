using Throughgate.Domain.Plans;
using Throughgate.Domain.Rules.Statutory;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Statutory;

[Trait("rule", "ISS-2")]
public class HoursPerWeekTests
{
    [Fact]
    public void Each_contact_counts_as_one_kind_in_its_own_week_and_none_fills_another()
    {
        var contacts = new ACase()
            .Contact("2010-05-03", countsAs: "irs")
            .Contact("2010-05-09", countsAs: "statutory")
            .Contact("2010-05-10", countsAs: "irs")
            .Contact("2010-05-11", countsAs: "iss")
            .Contact("2010-05-12", outcome: "missed")
            .Contact("2010-05-20", countsAs: "irs")
            .Facts().Contacts;

        HoursPerWeek.Of(contacts, new(2010, 5, 14), 3, []).ShouldBe([new(new(2010, 5, 10), 45, 0, 45), new(new(2010, 5, 3), 45, 45, 0), new(new(2010, 4, 26), 0, 0, 0)]);
    }

    [Fact]
    public void The_plan_in_force_on_the_Monday_asks_of_resettlement_support_alone()
    {
        // Agreed on Wednesday 5 May, and again with more hours on Monday 17 May.
        AgreedHours[] plans = [new(new(2010, 5, 5), 120), new(new(2010, 5, 17), 180)];
        var weeks = HoursPerWeek.Of(new ACase().Contact("2010-05-11", countsAs: "irs").Facts().Contacts, new(2010, 5, 20), 3, plans);
        weeks.Select(w => w.AskedOf("irs")).ShouldBe([180, 120, null]);
        weeks.ShouldAllBe(w => w.AskedOf("statutory") == null && w.AskedOf("iss") == null);
    }
}
