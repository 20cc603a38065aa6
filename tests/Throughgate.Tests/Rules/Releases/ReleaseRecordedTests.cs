using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-13")]
public class ReleaseRecordedTests
{
    private static string? Asked(ACase of, string on)
    {
        var person = of.Person();
        var seen = new CaseOnDay(person, person.Cases[0], ACase.Day(on), SampleBundle.Calendar, DutyFigures.Defaults);
        return ReleaseRecorded.Rule.Of(seen).Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd()).SingleOrDefault();
    }

    [Theory]
    [InlineData("2010-05-12", null)]
    [InlineData("2010-05-13", "2010-05-13 due")]
    [InlineData("2010-05-14", "2010-05-13 overdue")]
    public void Due_on_the_day_expected(string on, string? duty) => Asked(new ACase().ExpectedRelease("2010-05-13"), on).ShouldBe(duty);

    [Fact]
    public void The_release_answers_it()
    {
        Asked(new ACase().ExpectedRelease("2010-05-13").Released("2010-05-13"), "2010-05-20").ShouldBe("2010-05-13 met 2010-05-13");
        Asked(new ACase().ExpectedRelease("2010-05-13").Released("2010-05-17"), "2010-05-20").ShouldBe("2010-05-13 met_late 2010-05-17");
    }

    [Fact]
    public void A_new_date_answers_it_from_the_day_it_is_known()
    {
        var moved = new ACase().ExpectedRelease("2010-05-13").ExpectedRelease("2010-06-01", knownFrom: "2010-05-15");
        Asked(moved, "2010-05-14").ShouldBe("2010-05-13 overdue");
        Asked(moved, "2010-05-15").ShouldBeNull();
        Asked(moved, "2010-06-02").ShouldBe("2010-06-01 overdue");
    }

    [Fact]
    public void Nobody_without_a_custodial_sentence_or_a_date_is_asked()
    {
        Asked(new ACase(), "2010-06-01").ShouldBeNull();
        Asked(new ACase().Sentenced("2010-03-01", Throughgate.Domain.SentenceKind.Community).ExpectedRelease("2010-05-13"), "2010-06-01").ShouldBeNull();
    }
}
