using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using static Throughgate.Tests.Returns.Quarter1;

namespace Throughgate.Tests.Returns;

/// <summary>ELG-4, RET-1: who is counted.</summary>
[Trait("rule", "ELG-4")]
public class CountingTests
{
    private static Verdict Release(PersonFacts person) => Releases.Of(person, InPeriod).Single();

    [Theory]
    [InlineData("2010-03-31", 0)]
    [InlineData("2010-04-01", 1)]
    [InlineData("2010-06-30", 1)]
    [InlineData("2010-07-01", 0)]
    public void Both_ends_of_the_quarter_are_inside_it(string released, int counted) =>
        Person().With(Custodial(released: released)).Reckon().Released().ShouldBe(counted);

    [Fact]
    public void Somebody_without_a_case_is_counted_as_released() => Person().With(Custodial()).Reckon().Released().ShouldBe(1);

    [Fact]
    public void Residence_is_asked_on_the_day_of_the_event()
    {
        var moved = Person().With(Custodial(released: "2010-05-01"));
        Release(moved.LivingIn(("bradford", "2000-01-01", "2010-04-30"), ("leeds", "2010-05-01", null))).Outcome.ShouldBe(Outcome.Counted);
        var away = Release(moved.LivingIn(("leeds", "2000-01-01", "2010-04-30"), ("bradford", "2010-05-01", null)));
        away.Outcome.ShouldBe(Outcome.LivesElsewhere);
        away.Yot.ShouldBe("bradford");
    }

    [Fact]
    public void A_scheme_of_several_yots_counts_the_residents_of_each()
    {
        var both = InPeriod with { Yots = new HashSet<string> { "leeds", "bradford" } };
        Person().With(Custodial()).LivingIn(("bradford", "2000-01-01", null)).Reckon(both).Released().ShouldBe(1);
    }

    [Fact]
    public void No_residence_is_a_problem_only_for_somebody_with_a_case_of_the_scheme()
    {
        var nowhere = Person().With(Custodial()).LivingIn();
        nowhere.Reckon().Problems.ShouldBeEmpty();
        Release(nowhere).Outcome.ShouldBe(Outcome.NoResidence);

        var elsewhere = nowhere.With(Case(Custodial()) with { Scheme = "cardiff" });
        elsewhere.Reckon().Problems.ShouldBeEmpty();

        var ours = nowhere.With(Case(Custodial(), start: null) with { ReferredOn = Day("2012-01-01") }).Reckon();
        ours.Released().ShouldBe(0);
        var problem = ours.Problems.ShouldHaveSingleItem();
        (problem.Person, problem.Case, problem.Text).ShouldBe(("P1", "", "no residence on 2010-05-01"));
    }

    [Fact]
    public void No_residence_is_a_problem_whatever_the_age()
    {
        var adult = Person(born: "1980-01-01").LivingIn().With(Case(Custodial(), start: null));
        adult.Reckon().Problems.Count.ShouldBe(1);
    }

    [Fact]
    public void A_problem_is_listed_although_the_person_counts_elsewhere_in_the_return()
    {
        var person = Person()
            .LivingIn(("leeds", "2010-06-01", null))
            .With(Case(Custodial(released: "2010-05-01"), closed: "2010-06-15"));
        var figures = person.Reckon();
        figures.Completing().ShouldBe(1);
        figures.Problems.ShouldHaveSingleItem().Text.ShouldBe("no residence on 2010-05-01");
    }

    [Theory]
    [InlineData("2000-01-02", Outcome.OutsideAges)] // nine the day before the tenth birthday
    [InlineData("2000-01-01", Outcome.Counted)]
    [InlineData("1992-01-02", Outcome.Counted)] // seventeen on the last day
    [InlineData("1992-01-01", Outcome.OutsideAges)]
    public void Ten_to_seventeen_on_the_day_of_arrest(string born, Outcome outcome) =>
        Release(Person(born: born).With(Custodial(arrested: "2010-01-01"))).Outcome.ShouldBe(outcome);

    [Fact]
    public void A_birthday_on_29_February_falls_on_1_March_in_other_years()
    {
        var leapling = Person(born: "1992-02-29");
        Release(leapling.With(Custodial(arrested: "2010-02-28"))).Outcome.ShouldBe(Outcome.Counted);
        Release(leapling.With(Custodial(arrested: "2010-03-01"))).Outcome.ShouldBe(Outcome.OutsideAges);
    }

    [Fact]
    public void The_offence_date_stands_in_for_an_arrest_that_is_not_known()
    {
        var sentence = Custodial(arrested: null) with { OffenceOn = Day("2009-12-31") };
        var verdict = Release(Person(born: "1992-01-01").With(sentence));
        (verdict.Outcome, verdict.Age).ShouldBe((Outcome.Counted, 17));
        Release(Person(born: "1992-01-01").With(sentence with { ArrestedOn = Day("2010-01-01") })).Outcome.ShouldBe(Outcome.OutsideAges);
    }

    [Fact]
    public void A_resident_without_a_counting_date_is_a_problem_with_or_without_a_case()
    {
        var figures = Person().With(Custodial(arrested: null)).Reckon();
        figures.Released().ShouldBe(0);
        var problem = figures.Problems.ShouldHaveSingleItem();
        (problem.Case, problem.Text).ShouldBe(("", "no arrest or offence date on sentence S1"));
        figures.Submittable.ShouldBeFalse();
    }

    [Fact]
    public void Somebody_who_lives_elsewhere_is_no_problem_without_a_counting_date() =>
        Person().With(Custodial(arrested: null)).LivingIn(("bradford", "2000-01-01", null)).Reckon().Problems.ShouldBeEmpty();

    [Fact]
    public void One_person_counts_once_however_many_sentences_and_cases()
    {
        var person = Person()
            .With(Custodial("S1", "2010-04-02"), Custodial("S3", "2010-06-02"))
            .With(Case(Community("S2")), Case(Community("S4"), "C2"), Case(Custodial("S5", null), "C3", closed: "2010-05-01"));
        var figures = person.Reckon();
        (figures.Released(), figures.ReleasedStarted(), figures.CommunityStarted(), figures.Completing()).ShouldBe((1, 1, 1, 1));
    }

    [Fact]
    public void Problems_are_sorted_and_without_doubles()
    {
        PersonFacts Lost(string reference) =>
            Person(reference).With(Case(Custodial(arrested: null), "C" + reference, closed: "2010-06-01"));
        var figures = Quarter1.Reckon(Lost("P2"), Lost("P1"));
        figures.Problems.Select(p => (p.Person, p.Case)).ShouldBe([("P1", ""), ("P1", "CP1"), ("P2", ""), ("P2", "CP2")]);
        figures.Cases(Checks.NoProblems).ShouldBe(["CP1", "CP2"]);
    }
}
