using Throughgate.Domain.Rules.Care;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Care;

[Trait("rule", "RSK-2")]
public class ConcernAcknowledgedTests
{
    [Fact]
    public void Within_one_working_day_over_a_bank_holiday() =>
        // Friday before the May bank holiday of Monday 3 May 2010.
        new ACase().Concern("2010-04-30").Duties("RSK-2", "2010-05-04").ShouldBe(["2010-05-04 due"]);

    [Fact]
    public void Safeguarding_is_due_the_same_day()
    {
        new ACase().Concern("2010-04-30", safeguarding: true).Duties("RSK-2", "2010-05-01").ShouldBe(["2010-04-30 overdue"]);
        new ACase().Concern("2010-04-30", "2010-04-30", safeguarding: true).Duties("RSK-2", "2010-05-01").ShouldBe(["2010-04-30 met 2010-04-30"]);
    }

    [Fact]
    public void Of_several_due_on_one_day_the_last_acknowledged_meets_it()
    {
        var two = new ACase().Concern("2010-05-05", "2010-05-05").Concern("2010-05-05", "2010-05-07");
        two.Duties("RSK-2", "2010-05-06").ShouldBe(["2010-05-06 due"]);
        two.Duties("RSK-2", "2010-05-07").ShouldBe(["2010-05-06 met_late 2010-05-07"]);
    }

    [Theory, Trait("rule", "RSK-1")]
    [InlineData(true, false, false, true, true)]
    [InlineData(false, true, true, true, true)]
    [InlineData(false, true, false, true, false)]
    [InlineData(false, true, false, false, true)]
    [InlineData(false, false, false, false, false)]
    public void Only_the_case_manager_or_the_manager_answers(bool manager, bool caseManager, bool theirs, bool hasOne, bool may) =>
        (ConcernAcknowledged.MayAnswer(manager, caseManager, theirs, hasOne) == Answering.Theirs).ShouldBe(may);
}
