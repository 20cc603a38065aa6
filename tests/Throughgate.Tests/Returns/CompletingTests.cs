using Throughgate.Domain.Returns;
using static Throughgate.Tests.Returns.Quarter1;

namespace Throughgate.Tests.Returns;

/// <summary>RET-1, RET-2: tables I4 and I5, and the checks over them.</summary>
[Trait("rule", "RET-2")]
public class CompletingTests
{
    /// <summary>Closed on a Wednesday: the last full week is the one that begins on Monday 24 May.</summary>
    private const string Closed = "2010-06-02";

    private static QuarterlyReturn Close(string reason = "no_longer_helps", string born = "1994-01-01", params Domain.Education.EteRow[] ete) =>
        Person(born: born).With(Case(Custodial(released: null), closed: Closed, reason: reason) with { Ete = ete }).Reckon();

    [Theory]
    [InlineData(ClosingReasons.Died)]
    [InlineData(ClosingReasons.MovedAway)]
    [InlineData(ClosingReasons.RecordedInError)]
    public void Three_reasons_are_no_completion_but_are_told(string reason)
    {
        var figures = Close(reason);
        (figures.Completing(), figures.ClosedNotCounted.Value).ShouldBe((0, 1));
        figures.Submittable.ShouldBeTrue();
    }

    [Fact]
    public void Closed_not_counted_counts_cases_and_tests_neither_residence_nor_age()
    {
        var one = Case(Custodial(arrested: null, released: null), "C1", closed: Closed, reason: ClosingReasons.Died);
        var two = one with { Reference = "C2", ClosingReason = ClosingReasons.RecordedInError };
        var figures = Person(born: "1980-01-01").LivingIn().With(one, two).Reckon();
        figures.ClosedNotCounted.Value.ShouldBe(2);
        figures.ClosedNotCounted.People.ShouldBe(["P1"]);
        figures.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void The_latest_closing_is_taken_among_those_that_can_count()
    {
        var one = Case(Custodial(released: null), "C1", closed: "2010-05-01");
        var two = Case(Community(), "C2", closed: "2010-06-01", reason: ClosingReasons.MovedAway);
        Closings.Of(Person().With(one, two), InPeriod).Single(v => v.IsCounted).Case!.Reference.ShouldBe("C1");
    }

    [Theory]
    [InlineData("2010-06-06", "2010-05-31")] // a Sunday ends its own week
    [InlineData("2010-06-05", "2010-05-24")]
    [InlineData("2010-06-07", "2010-05-31")]
    [InlineData("2010-06-02", "2010-05-24")]
    public void The_week_is_the_last_full_one(string closed, string monday) =>
        FullTimeEte.LastFullWeek(Day(closed)).ShouldBe(Day(monday));

    [Theory]
    [InlineData(24.99, 0)]
    [InlineData(25, 1)]
    public void Twenty_five_hours_make_it_full_time_while_of_school_age(double hours, int fullTime) =>
        Close(ete: Ete("2010-05-24", (decimal)hours)).FullTime().ShouldBe(fullTime);

    [Theory]
    [InlineData(15.5, 0)]
    [InlineData(16, 1)]
    public void Sixteen_hours_above_school_age(double hours, int fullTime) =>
        Close(born: "1993-08-31", ete: Ete("2010-05-24", (decimal)hours)).FullTime().ShouldBe(fullTime);

    [Fact]
    public void School_age_is_asked_on_the_Monday_of_the_week_whose_hours_are_used()
    {
        // Born in the school year 1993-94: of school age up to Friday 25 June 2010.
        var person = Person(born: "1994-01-01");
        var rows = new[] { Ete("2010-06-21", 20), Ete("2010-06-28", 20) };
        FullTimeEte.Of(rows, Day("2010-06-30"), person.DateOfBirth).ShouldBe(new(Day("2010-06-21"), 20, 25));
        FullTimeEte.Of(rows, Day("2010-07-04"), person.DateOfBirth).ShouldBe(new(Day("2010-06-28"), 20, 16));
    }

    [Fact]
    public void Rows_of_a_week_add_up() => Close(ete: [Ete("2010-05-24", 12.5m), Ete("2010-05-24", 12.5m)]).FullTime().ShouldBe(1);

    [Fact]
    public void A_week_without_rows_is_nothing_and_does_not_look_back() => Close(ete: Ete("2010-05-17", 30)).FullTime().ShouldBe(0);

    [Fact]
    public void An_unable_week_looks_back_to_the_latest_week_that_has_rows_and_is_able()
    {
        var unable = Ete("2010-05-24", 30, "illness");
        Close(ete: [unable, Ete("2010-05-17", 30)]).FullTime().ShouldBe(1);
        Close(ete: [unable, Ete("2010-05-17", 0), Ete("2010-05-10", 30)]).FullTime().ShouldBe(0);
        Close(ete: [unable, Ete("2010-05-17", 0, "illness"), Ete("2010-04-05", 30)]).FullTime().ShouldBe(1);
        Close(ete: [unable]).FullTime().ShouldBe(0);
        Close(ete: [unable, Ete("2010-05-31", 30)]).FullTime().ShouldBe(0);
    }

    [Fact]
    public void One_reason_makes_the_whole_week_unable() =>
        Close(ete: [Ete("2010-05-24", 30), Ete("2010-05-24", 0, "illness"), Ete("2010-05-17", 2)]).FullTime().ShouldBe(0);

    [Fact]
    public void Only_the_rows_of_the_closed_case_count()
    {
        var closed = Case(Custodial(released: null), "C1", closed: Closed);
        var other = Case(Community(), "C2") with { Ete = [Ete("2010-05-24", 40)] };
        Person().With(closed, other).Reckon().FullTime().ShouldBe(0);
    }

    [Fact]
    public void Asset_change_is_from_the_earliest_start_to_the_latest_programme_end()
    {
        var change = AssetChange.Of([
            Asset("2010-03-01", "start", 0),
            Asset("2010-02-01", "start", 3),
            Asset("2010-05-01", "programme_end", 4),
            Asset("2010-06-01", "programme_end", 2),
            Asset("2010-07-01", "order_end", 4),
            Asset("2010-06-02", "review", 4),
        ]);
        (change.Start[0], change.End[0], change.Improved(0), change.Deteriorated(0)).ShouldBe((3, 2, true, false));
    }

    [Theory]
    // start, end, sections, improved, deteriorated, the check holds
    [InlineData(3, 2, 1, 1, 0, true)]
    [InlineData(2, 3, 1, 0, 1, true)]
    [InlineData(2, 2, 1, 0, 0, true)]
    [InlineData(null, 2, 1, 0, 0, false)]
    [InlineData(2, null, 0, 0, 0, false)]
    public void Sections_improved_and_deteriorated(int? start, int? end, int sections, int improved, int deteriorated, bool holds)
    {
        var programme = Case(Custodial(released: null), closed: Closed) with
        {
            Assessments = [Asset("2010-04-01", "start", start), Asset("2010-06-01", "programme_end", end)],
        };
        var figures = Person().With(programme).Reckon();
        foreach (var row in figures.I5.Rows)
        {
            row.Figures.Select(f => f.Value).ShouldBe([sections, improved, deteriorated]);
        }

        figures.Holds(Checks.AssetSections).ShouldBe(holds);
        figures.Cases(Checks.AssetSections).ShouldBe(holds ? [] : ["C1"]);
        figures.Submittable.ShouldBe(holds);
    }

    [Fact]
    public void No_assessment_at_all_stops_the_return()
    {
        var figures = Close();
        figures.Completing().ShouldBe(1);
        figures.Cases(Checks.AssetSections).ShouldBe(["C1"]);
    }

    [Fact]
    public void A_single_missing_score_stops_the_return()
    {
        var end = Asset("2010-06-01", "programme_end", 1);
        var programme = Case(Custodial(released: null), closed: Closed) with
        {
            Assessments = [Asset("2010-04-01", "start", 1), end with { Scores = [null, .. end.Scores.Skip(1)] }],
        };
        Person().With(programme).Reckon().Cases(Checks.AssetSections).ShouldBe(["C1"]);
    }
}
