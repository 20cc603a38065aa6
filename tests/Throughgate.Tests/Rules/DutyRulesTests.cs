using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules;

public class DutyRulesTests
{
    [Fact]
    public void The_bundle_holds_nine_rules_in_ordinal_order() =>
        DutyRules.Bundle.Select(r => r.Citation.Rule)
            .ShouldBe(["OFR-1", "OFR-2", "OFR-3", "OPN-3", "PLN-1", "PLN-2", "PLN-4", "REL-2", "REL-3"]);

    [Fact]
    public void A_case_is_in_view_from_its_referral_to_the_day_before_it_closes()
    {
        var closed = new ACase().Referred("2010-03-05").Started("2010-03-10").Closed("2010-06-01");
        closed.DutiesOn("2010-03-04").ShouldBeEmpty();
        closed.DutiesOn("2010-03-05").ShouldNotBeEmpty();
        closed.DutiesOn("2010-05-31").ShouldNotBeEmpty();
        closed.DutiesOn("2010-06-01").ShouldBeEmpty();
    }

    [Fact]
    public void Only_cases_of_the_scheme() =>
        DutyRules.DutiesOf([new ACase().Person()], "cardiff", ACase.Day("2010-03-05"), SampleBundle.Calendar, DutyFigures.Defaults).ShouldBeEmpty();

    [Fact]
    public void Listed_by_due_date_case_rule_and_day_met_with_none_last()
    {
        var first = new ACase().Facts();
        var second = new ACase().Refused("2010-03-10").Refused("2010-03-12").ExpectedRelease("2010-08-01").Facts() with { Reference = "C-2" };
        var people = new[] { first, second }.Select(ACase.PersonOf);
        DutyRules
            .DutiesOf(people, ACase.Scheme, ACase.Day("2010-03-20"), SampleBundle.Calendar, DutyFigures.Defaults)
            .Where(DutyRules.IsOfBundle)
            .Select(d => $"{d.Due:MM-dd} {d.Case} {d.RuleId} {d.MetOn:MM-dd}".TrimEnd())
            .ShouldBe(
                [
                    "03-08 C-2 PLN-1",
                    "03-08 C1 PLN-1",
                    "03-15 C-2 OFR-1 03-10",
                    "03-15 C-2 PLN-2",
                    "03-15 C1 OFR-1",
                    "03-15 C1 PLN-2",
                    "07-04 C-2 OFR-2 03-12",
                    "07-04 C-2 OFR-2",
                    "07-18 C-2 REL-3",
                ]
            );
    }

    [Fact]
    public void A_due_date_past_the_bank_holidays_listed_says_so()
    {
        var late = new ACase().Sentenced("2035-12-28").ExpectedRelease("2036-05-01").Started("2035-12-28");
        var duties = late.DutiesOn("2035-12-28");
        duties.Where(d => d.PassesCalendar).Select(d => d.RuleId).ShouldBe(["PLN-1", "OFR-1", "PLN-2", "REL-1", "REL-7", "REL-7", "PLN-4E", "PLN-4E", "INF-8", "INF-8", "INF-8", "INF-8"], ignoreOrder: true);
        new ACase().DutiesOn("2010-06-01").ShouldAllBe(d => !d.PassesCalendar);
    }

    [Fact]
    public void Open_duties_are_those_that_can_still_be_done()
    {
        var duties = new ACase().Refused("2010-03-10").Released("2010-04-01").DutiesOn("2010-04-02");
        duties.Where(d => d.IsOpen).Select(d => d.RuleId).ShouldBe(["PLN-1", "PLN-2", "OFR-3", "REL-7", "REL-7", "PLN-4E", "INF-8", "INF-8", "INF-8", "INF-8"], ignoreOrder: true);
        duties.Single(d => d.RuleId == "OFR-2").StateCode.ShouldBe("missed");
    }
}
