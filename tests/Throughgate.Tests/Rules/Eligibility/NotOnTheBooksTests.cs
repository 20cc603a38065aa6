using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Rules.Offers;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Eligibility;

[Trait("rule", "ELG-5")]
public class NotOnTheBooksTests
{
    private static readonly HashSet<string> Yots = ["leeds"];

    [Theory]
    [InlineData("2010-02-28", 0, false)] // from the day of sentence
    [InlineData("2010-03-01", 1, false)]
    [InlineData("2010-03-15", 1, false)]
    [InlineData("2010-03-16", 1, true)] // a first offer is due by 15 March
    [InlineData("2010-10-01", 1, true)] // to the last day of the order
    [InlineData("2010-10-02", 0, false)]
    public void From_sentence_to_the_order_s_end_without_a_case(string on, int count, bool overdue)
    {
        var found = On(WithoutCase(), on);
        found.Count.ShouldBe(count);
        found.ShouldAllBe(f => f.Due == ACase.Day("2010-03-15") && f.Overdue == overdue);
    }

    [Fact]
    public void A_case_of_the_scheme_for_that_sentence_takes_them_off_from_its_referral()
    {
        var person = new ACase().Ends("2010-10-01").Referred("2010-03-20").Person();
        On(person, "2010-03-19").Count.ShouldBe(1);
        On(person, "2010-03-20").ShouldBeEmpty();
    }

    [Fact]
    public void A_case_of_another_scheme_or_for_another_sentence_does_not()
    {
        var person = new ACase().Ends("2010-10-01").Person();
        On(person with { Cases = [person.Cases[0] with { Scheme = "cardiff" }] }, "2010-03-20").Count.ShouldBe(1);
        var other = new ACase().Facts().Sentence with { Reference = "S2" };
        On(person with { Cases = [person.Cases[0] with { Sentence = other }] }, "2010-03-20").Count.ShouldBe(1);
    }

    [Fact]
    public void Only_where_the_person_lives_in_a_YOT_of_the_scheme_on_the_day()
    {
        var moved = WithoutCase() with { Residences = [new Residence("leeds", new DateRange(new(2000, 1, 1), new(2010, 4, 1)))] };
        On(moved, "2010-04-01").Count.ShouldBe(1);
        On(moved, "2010-04-02").ShouldBeEmpty();
        On(moved with { Residences = [new Residence("cardiff", new DateRange(new(2000, 1, 1), null))] }, "2010-04-01").ShouldBeEmpty();
    }

    [Fact]
    public void Custodial_sentences_alone() =>
        On(new ACase().Sentenced("2010-03-01", SentenceKind.Community).Person() with { Cases = [] }, "2010-04-01").ShouldBeEmpty();

    [Fact]
    public void Due_in_working_days_by_the_figure_of_the_day_of_sentence()
    {
        var easter = new ACase().Sentenced("2010-03-25").Person() with { Cases = [] };
        On(easter, "2010-04-12").ShouldHaveSingleItem().Due.ShouldBe(ACase.Day("2010-04-12"));
        var shorter = new DutyFigures([new(FirstOffer.Within.Key, new(5, ACase.Day("2010-03-02"), "The manager", "agreed by the board"))]);
        DateOnly Due(ACase given) =>
            NotOnTheBooks.Of(given.Person() with { Cases = [] }, ACase.Scheme, Yots, ACase.Day("2010-04-01"), SampleBundle.Calendar, shorter).Single().Due;
        Due(new ACase()).ShouldBe(ACase.Day("2010-03-15"));
        Due(new ACase().Sentenced("2010-03-02")).ShouldBe(ACase.Day("2010-03-09"));
    }

    private static PersonFacts WithoutCase() => new ACase().Ends("2010-10-01").Person() with { Cases = [] };

    private static List<NotOnTheBooks> On(PersonFacts person, string on) =>
        [.. NotOnTheBooks.Of(person, ACase.Scheme, Yots, ACase.Day(on), SampleBundle.Calendar, DutyFigures.Defaults)];
}
