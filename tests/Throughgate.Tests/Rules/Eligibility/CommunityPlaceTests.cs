using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Sentences;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Eligibility;

[Trait("rule", "ELG-3")]
public class CommunityPlaceTests
{
    private static readonly HashSet<string> Yots = ["leeds"];

    private static ACase Leaving(string expected) => new ACase().Sentenced("2010-03-01").ExpectedRelease(expected);

    [Fact]
    public void Whoever_leaves_in_three_months_and_was_not_offered_support_stands_before_it()
    {
        NotOffered(Leaving("2010-08-04"), "2010-05-04").ShouldBe(["2010-08-04"]);
        NotOffered(Leaving("2010-08-05"), "2010-05-04").ShouldBeEmpty("a day later than three months ahead");
        NotOffered(Leaving("2010-05-31"), "2010-02-28").ShouldBeEmpty("not sentenced yet");
        NotOffered(Leaving("2010-05-01"), "2010-05-04").ShouldBe(["2010-05-01"], "the day has passed and no release is recorded");
    }

    [Fact]
    public void Whoever_was_offered_it_or_is_on_it_does_not()
    {
        NotOffered(Leaving("2010-06-04").Refused("2010-05-04"), "2010-05-04").ShouldBeEmpty();
        NotOffered(Leaving("2010-06-04").Refused("2010-05-05"), "2010-05-04").ShouldBe(["2010-06-04"], "not known yet");
        NotOffered(Leaving("2010-06-04").Started("2010-04-04"), "2010-05-04").ShouldBeEmpty();
        NotOffered(Leaving("2010-06-04").Released("2010-05-03"), "2010-05-04").ShouldBeEmpty();
        NotOffered(new ACase().Sentenced("2010-03-01", SentenceKind.Community), "2010-05-04").ShouldBeEmpty();
    }

    [Fact]
    public void A_resident_without_a_case_stands_before_it_and_somebody_from_elsewhere_does_not()
    {
        var person = Leaving("2010-06-04").Person() with { Cases = [] };
        CommunityPlace.NotOfferedYet([person], ACase.Scheme, Yots, ACase.Day("2010-05-04"), DutyFigures.Defaults).Single().Case.ShouldBeNull();
        CommunityPlace.NotOfferedYet([person], ACase.Scheme, new HashSet<string>(), ACase.Day("2010-05-04"), DutyFigures.Defaults).ShouldBeEmpty();
    }

    [Fact]
    public void The_scheme_sets_how_far_ahead()
    {
        var one = new DutyFigures([new("ELG-3.months", new(1, new(2010, 1, 1), "Sam Reid", "Agreed"))]);
        CommunityPlace.NotOfferedYet([Leaving("2010-06-05").Person()], ACase.Scheme, Yots, ACase.Day("2010-05-04"), one).ShouldBeEmpty();
    }

    private static string[] NotOffered(ACase life, string on) =>
        [.. CommunityPlace.NotOfferedYet([life.Person()], ACase.Scheme, Yots, ACase.Day(on), DutyFigures.Defaults).Select(n => $"{n.Leaves:yyyy-MM-dd}")];
}
