using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Offers;
using Throughgate.Domain.Sentences;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Offers;

[Trait("rule", "OFR-6")]
public class AskAgainTests
{
    [Fact]
    public void Ten_working_days_after_an_undecided_answer() => // Good Friday and Easter Monday 2010 do not count
        Of(new ACase().Undecided("2010-03-24"), "2010-03-25").ShouldBe(["2010-04-09 due"]);

    [Fact]
    public void Before_release_where_that_comes_first()
    {
        var soon = new ACase().ExpectedRelease("2010-03-30").Undecided("2010-03-24");
        Of(soon, "2010-03-25").ShouldBe(["2010-03-29 due"]);
        Of(soon, "2010-03-30").ShouldBe(["2010-03-29 overdue"]);
        Of(new ACase().ExpectedRelease("2010-04-12").Undecided("2010-03-24"), "2010-03-25").ShouldBe(["2010-04-09 due"]);
        Of(new ACase().ExpectedRelease("2010-03-25").Undecided("2010-03-24"), "2010-03-25").ShouldBe(["2010-04-09 due"], "no day before release is left");
    }

    [Fact]
    public void The_next_answer_or_the_start_meets_it()
    {
        Of(new ACase().Undecided("2010-03-24").Refused("2010-04-09"), "2010-05-01").ShouldBe(["2010-04-09 met 2010-04-09"]);
        Of(new ACase().Undecided("2010-03-24").Started("2010-04-10"), "2010-05-01").ShouldBe(["2010-04-09 met_late 2010-04-10"]);
        Of(new ACase().Started("2010-03-24").Undecided("2010-03-24"), "2010-05-01").ShouldBeEmpty();
    }

    [Fact]
    public void A_second_undecided_answer_asks_again_and_so_does_a_community_case() =>
        Of(new ACase().Sentenced("2010-03-01", SentenceKind.Community).Undecided("2010-05-04").Undecided("2010-05-18"), "2010-05-20")
            .ShouldBe(["2010-05-18 met 2010-05-18", "2010-06-02 due"]);

    [Fact]
    public void None_is_due_after_the_order_has_ended() => Of(new ACase().Ends("2010-04-08").Undecided("2010-03-24"), "2010-03-25").ShouldBeEmpty();

    private static string[] Of(ACase life, string on)
    {
        var person = life.Person();
        var seen = new CaseOnDay(person, person.Cases[0], ACase.Day(on), SampleBundle.Calendar, DutyFigures.Defaults);
        return [.. AskAgain.Rule.Of(seen).Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd())];
    }
}
