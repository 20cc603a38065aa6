using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-5")]
public class AddressToldTests
{
    private static ACase Leaving() => new ACase().ExpectedRelease("2010-06-15");

    private static string? Told(ACase of, string on, DutyFigures? figures = null)
    {
        var person = of.Person();
        var seen = new CaseOnDay(person, person.Cases[0], ACase.Day(on), SampleBundle.Calendar, figures ?? DutyFigures.Defaults);
        return AddressTold.Rule.Of(seen).Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd()).SingleOrDefault();
    }

    [Theory]
    [InlineData("2010-05-15", "2010-05-15 due")] // one month before
    [InlineData("2010-05-16", "2010-05-15 overdue")]
    public void Due_a_month_before_the_expected_release(string on, string duty) => Told(Leaving(), on).ShouldBe(duty);

    [Theory]
    [InlineData("2010-05-15", "2010-05-15 met 2010-05-15")]
    [InlineData("2010-05-16", "2010-05-15 met_late 2010-05-16")]
    public void Met_by_the_day_they_were_told(string told, string duty) =>
        Told(Leaving().Address("2010-06-15", null, told: told), "2010-06-10").ShouldBe(duty);

    [Fact]
    public void The_first_telling_counts_and_one_to_come_does_not()
    {
        var twice = Leaving().Address("2010-06-15", null, told: "2010-05-12").Address("2010-06-15", null, told: "2010-05-01");
        Told(twice, "2010-06-01").ShouldBe("2010-05-15 met 2010-05-01");
        Told(twice, "2010-04-30").ShouldBe("2010-05-15 due");
    }

    [Fact]
    public void Missed_once_they_are_out_without_having_been_told()
    {
        Told(Leaving().Released("2010-06-15"), "2010-06-16").ShouldBe("2010-05-15 missed");
        Told(Leaving().Released("2010-06-15").Address("2010-06-15", null, told: "2010-06-16"), "2010-06-20").ShouldBe("2010-05-15 missed");
    }

    [Fact]
    public void Nothing_is_asked_without_a_custodial_sentence_or_a_release_date()
    {
        Told(new ACase(), "2010-06-01").ShouldBeNull();
        Told(new ACase().Sentenced("2010-03-01", Throughgate.Domain.SentenceKind.Community).ExpectedRelease("2010-06-15"), "2010-06-01").ShouldBeNull();
    }

    [Fact]
    public void A_scheme_can_ask_for_it_earlier()
    {
        var figures = new DutyFigures([new("REL-5.months", new(3, ACase.Day("2010-01-01"), "Sam", "as the consortium does"))]);
        Told(Leaving(), "2010-03-15", figures).ShouldBe("2010-03-15 due");
    }

    [Fact]
    public void A_month_before_the_last_of_a_month_is_the_last_there_is() =>
        Told(new ACase().ExpectedRelease("2010-03-31"), "2010-03-01").ShouldBe("2010-02-28 overdue");
}
