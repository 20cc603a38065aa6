using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Plans;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Plans;

[Trait("rule", "PLN-9")]
public class PlanAgreedInTimeTests
{
    [Fact]
    public void Fifteen_working_days_after_acceptance() => // Good Friday and Easter Monday 2010 do not count
        Of(new ACase().Accepted("2010-03-22"), "2010-03-23").ShouldBe(["2010-04-14 due"]);

    [Fact]
    public void Before_release_where_that_comes_first()
    {
        Of(new ACase().ExpectedRelease("2010-04-01").Accepted("2010-03-22"), "2010-03-23").ShouldBe(["2010-03-31 due"]);
        Of(new ACase().ExpectedRelease("2010-06-01").Accepted("2010-03-22"), "2010-03-23").ShouldBe(["2010-04-14 due"]);
        Of(new ACase().ExpectedRelease("2010-03-22").Accepted("2010-03-22"), "2010-03-23").ShouldBe(["2010-04-14 due"], "no day before release is left");
    }

    [Fact]
    public void Met_by_the_start_of_the_programme()
    {
        Of(new ACase().Accepted("2010-03-22").AgreedByPerson("2010-04-01"), "2010-04-20").ShouldBe(["2010-04-14 overdue"]);
        Of(new ACase().Accepted("2010-03-22").Started("2010-04-14"), "2010-04-20").ShouldBe(["2010-04-14 met 2010-04-14"]);
        Of(new ACase().Accepted("2010-03-22").Started("2010-04-15"), "2010-04-20").ShouldBe(["2010-04-14 met_late 2010-04-15"]);
    }

    [Fact]
    public void A_refusal_takes_an_acceptance_back_and_a_later_one_counts()
    {
        Of(new ACase().Accepted("2010-03-22").Refused("2010-03-24"), "2010-04-20").ShouldBeEmpty();
        Of(new ACase().Refused("2010-03-10").Accepted("2010-03-22"), "2010-03-23").ShouldBe(["2010-04-14 due"]);
        Of(new ACase().Undecided("2010-03-10"), "2010-03-23").ShouldBeEmpty();
    }

    private static string[] Of(ACase life, string on)
    {
        var person = life.Person();
        var seen = new CaseOnDay(person, person.Cases[0], ACase.Day(on), SampleBundle.Calendar, DutyFigures.Defaults);
        return [.. PlanAgreedInTime.Rule.Of(seen).Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd())];
    }
}
