using Throughgate.Domain.Returns;
using Throughgate.Domain.Sentences;
using static Throughgate.Tests.Returns.Quarter1;

namespace Throughgate.Tests.Returns;

/// <summary>RET-1: tables I1, I2 and I3.</summary>
[Trait("rule", "RET-1")]
public class StartingTests
{
    [Fact]
    public void Of_several_releases_the_latest_is_taken_and_then_tested()
    {
        var early = Custodial("S1", "2010-04-02", arrested: "2010-01-01");
        var late = Custodial("S2", "2010-06-02", arrested: "2014-01-01");
        var verdicts = Releases.Of(Person().With(early, late), InPeriod);
        verdicts.Select(v => v.Outcome).ShouldBe([Outcome.LaterOneTaken, Outcome.OutsideAges]);
    }

    [Fact]
    public void Ties_go_to_the_higher_sentence_reference_by_ordinal()
    {
        var person = Person().With(Custodial("S10"), Custodial("S9"), Custodial("S1"));
        Releases.Of(person, InPeriod).Single(v => v.IsCounted).Sentence!.Reference.ShouldBe("S9");
    }

    [Theory]
    [InlineData(SentenceKind.Remand)]
    [InlineData(SentenceKind.Community)]
    [InlineData(SentenceKind.Other)]
    public void Only_a_custodial_sentence_has_a_release(SentenceKind kind) =>
        Person().With(Custodial() with { Kind = kind }).Reckon().Released().ShouldBe(0);

    [Theory]
    // start, closed, in-period, by-period-end, started before
    [InlineData(null, null, 0, 0, 0)]
    [InlineData("2010-04-01", null, 1, 1, 0)]
    [InlineData("2010-06-30", null, 1, 1, 0)]
    [InlineData("2010-07-01", null, 0, 0, 0)]
    [InlineData("2010-03-31", null, 0, 1, 1)]
    [InlineData("2010-03-31", "2010-04-30", 0, 0, 0)] // closed the day before the release
    [InlineData("2010-03-31", "2010-05-01", 0, 1, 1)] // closed on the day of the release
    [InlineData("2010-04-10", "2010-04-20", 1, 0, 0)] // in-period asks nothing about the closing
    [InlineData("2010-05-20", "2010-05-25", 1, 1, 0)] // after the release
    public void Started_by_both_readings(string? start, string? closed, int inPeriod, int byPeriodEnd, int before)
    {
        var person = Person().With(Case(Custodial(released: "2010-05-01"), start: start, closed: closed));
        var one = person.Reckon(InPeriod);
        (one.Released(), one.ReleasedStarted(), one.StartedBefore.Value).ShouldBe((1, inPeriod, before));
        var other = person.Reckon(ByPeriodEnd);
        (other.Released(), other.ReleasedStarted(), other.StartedBefore.Value).ShouldBe((1, byPeriodEnd, 0));
    }

    [Fact]
    public void Any_case_of_the_scheme_makes_a_release_started()
    {
        var person = Person()
            .With(Custodial())
            .With(Case(Community(), start: "2009-01-01"), Case(Community("S3"), "C2", start: "2010-06-01"));
        var figures = person.Reckon();
        (figures.ReleasedStarted(), figures.StartedBefore.Value).ShouldBe((1, 0));
        figures.I1.Total(Tables.ReleasedStarted).Members[0].Start!.Case!.Reference.ShouldBe("C2");
    }

    [Fact]
    public void A_case_of_another_scheme_makes_nothing_started()
    {
        var theirs = Case(Community()) with { Scheme = "cardiff" };
        var figures = Person().With(Custodial()).With(theirs).Reckon();
        (figures.ReleasedStarted(), figures.CommunityStarted(), figures.StartedBefore.Value).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void A_programme_starts_on_the_later_of_the_two_agreements()
    {
        var late = Case(Community()) with { PlanAgreedByPersonOn = Day("2010-03-01"), PlanAgreedByYotOn = Day("2010-04-01") };
        Person().With(late).Reckon().CommunityStarted().ShouldBe(1);
        Person().With(late with { PlanAgreedByYotOn = Day("2010-07-01") }).Reckon().CommunityStarted().ShouldBe(0);
        Person().With(late with { PlanAgreedByYotOn = null }).Reckon().CommunityStarted().ShouldBe(0);
    }

    [Fact]
    public void Community_starts_count_cases_linked_to_a_community_sentence() =>
        Person().With(Case(Custodial(released: null))).Reckon().CommunityStarted().ShouldBe(0);

    [Fact]
    public void A_start_counts_whatever_the_reason_the_case_closed_for_later() =>
        Person()
            .With(Case(Community(), closed: "2010-05-01", reason: ClosingReasons.RecordedInError))
            .Reckon()
            .CommunityStarted()
            .ShouldBe(1);

    [Fact]
    public void Of_several_community_starts_the_latest_is_taken_then_the_higher_case()
    {
        var first = Case(Community("S2"), "C9", start: "2010-04-10");
        var second = Case(Community("S3"), "C1", start: "2010-04-11");
        CommunityStarts.Of(Person().With(first, second), InPeriod).Single(v => v.IsCounted).Case!.Reference.ShouldBe("C1");
        var same = second with { PlanAgreedByPersonOn = Day("2010-04-10"), PlanAgreedByYotOn = Day("2010-04-10") };
        CommunityStarts.Of(Person().With(first, same), InPeriod).Single(v => v.IsCounted).Case!.Reference.ShouldBe("C9");
    }

    [Fact]
    public void A_start_without_residence_names_its_case()
    {
        var figures = Person().LivingIn(("leeds", "2010-05-01", null)).With(Case(Community())).Reckon();
        var problem = figures.Problems.ShouldHaveSingleItem();
        (problem.Case, problem.Text).ShouldBe(("C1", "no residence on 2010-04-10"));
    }

    [Fact]
    public void Rows_are_gender_and_age_ethnicity_and_offence_zeros_too()
    {
        var figures = Person(gender: "female", ethnicity: "B1").With(Custodial()).Reckon();
        figures.I1.Rows.Count.ShouldBe(24);
        figures.I1.Rows[0].Key.ShouldBe("female 10");
        figures.I1.Rows[^1].Key.ShouldBe("not_known 17");
        figures.Find("I1", "female 16", Tables.Released)!.People.ShouldBe(["P1"]);
        figures.Find("I2", "B1", Tables.Released)!.Value.ShouldBe(1);
        figures.Find("I2", "W1", Tables.Released)!.Value.ShouldBe(0);
        figures.Find("I3", "robbery", Tables.Released)!.Value.ShouldBe(1);
        figures.Find("I3", "arson", Tables.Released)!.Value.ShouldBe(0);
        figures.Find("I3", "piracy", Tables.Released).ShouldBeNull();
    }

    [Fact]
    public void An_unknown_code_breaks_the_row_totals_and_is_named()
    {
        var figures = Person(ethnicity: "??").With(Case(Community())).Reckon();
        figures.Holds(Checks.RowTotals).ShouldBeFalse();
        figures.Cases(Checks.RowTotals).ShouldBe(["C1"]);
    }
}
