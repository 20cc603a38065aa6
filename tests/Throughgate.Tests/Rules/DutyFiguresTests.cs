using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Offers;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules;

public class DutyFiguresTests
{
    [Fact]
    public void The_defaults_are_those_of_the_bundle_s_rules() =>
        DutyRules.Bundle.SelectMany(r => r.Citation.Figures).Select(f => $"{f.Key} {f.Default}").Order(StringComparer.Ordinal).ShouldBe(
            [
                "OFR-1.working-days 10",
                "OFR-2.days 28",
                "OFR-2.working-days 5",
                "OFR-3.days 28",
                "OFR-3.months 3",
                "OPN-3.months 3",
                "OPN-3.working-days 10",
                "PLN-1.working-days 5",
                "PLN-2.working-days 10",
                "PLN-4.months 3",
                "REL-3.days 14",
            ]
        );

    [Fact]
    public void A_setting_holds_from_its_day_and_says_who_set_it_and_why()
    {
        var figures = Set(FirstOffer.Within, (5, "2010-03-01"));
        figures.InForce(FirstOffer.Within, ACase.Day("2010-02-28")).ShouldBe(new FigureInForce(FirstOffer.Within, 10, null));
        var set = figures.InForce(FirstOffer.Within, ACase.Day("2010-03-01"));
        (set.Value, set.Setting!.By, set.Setting.Reason).ShouldBe((5, "The manager", "agreed by the board"));
    }

    [Fact]
    public void Of_two_settings_from_one_day_the_later_one_holds() =>
        Set(FirstOffer.Within, (5, "2010-03-01"), (7, "2010-03-01")).InForce(FirstOffer.Within, ACase.Day("2010-03-02")).Value.ShouldBe(7);

    [Fact]
    public void A_new_figure_leaves_what_began_before_it_as_it_was()
    {
        var figures = Set(FirstOffer.Within, (5, "2010-03-10"));
        new ACase().Accepted("2010-03-15").Duties("OFR-1", "2010-04-01", figures).ShouldBe(["2010-03-15 met 2010-03-15"]);
        new ACase().Sentenced("2010-03-10").Duties("OFR-1", "2010-03-10", figures).ShouldBe(["2010-03-17 due"]);
    }

    [Fact]
    public void A_figure_that_counts_back_from_a_day_to_come_is_the_one_in_force_on_the_day_looked_at()
    {
        var figures = Set(AddressConfirmed.BeforeRelease, (28, "2010-05-01"));
        var leaving = new ACase().ExpectedRelease("2010-06-15");
        leaving.Duties("REL-3", "2010-04-30", figures).ShouldBe(["2010-06-01 due"]);
        leaving.Duties("REL-3", "2010-05-01", figures).ShouldBe(["2010-05-18 due"]);
        new ACase().ExpectedRelease("2010-04-15").Duties("REL-3", "2010-06-01", figures).ShouldBe(["2010-04-01 overdue"]);
    }

    [Fact]
    public void A_duty_carries_the_figures_in_force_and_its_sentence_shows_them()
    {
        var duty = new ACase().DutiesOn("2010-03-10", Set(FirstOffer.Within, (5, "2010-02-01"))).Single(d => d.RuleId == "OFR-1");
        duty.Figures.Single().Value.ShouldBe(5);
        string.Format(duty.Citation.Sentence, [.. duty.Figures.Select(f => (object)f.Value)]).ShouldStartWith("Support is first offered within 5 working days");
        duty.ReckonedFrom.ShouldBe(new DayOf(ACase.Day("2010-03-01"), "Sentence"));
    }

    [Fact]
    public void Refuses_what_no_figure_is_or_takes()
    {
        var change = new DatedValue<int>(5, ACase.Day("2010-03-01"), "The manager", "agreed by the board");
        Should.Throw<ArgumentException>(() => new DutyFigures([new("OFR-9.days", change)])).Message.ShouldContain("There is no figure OFR-9.days");
        Should.Throw<ArgumentException>(() => new DutyFigures([new("PLN-4.months", change with { Value = 25 })])).Message.ShouldContain("from 0 to 24");
        Should.Throw<ArgumentException>(() => new DutyFigures([new("PLN-1.working-days", change with { Value = -1 })]));
    }

    private static DutyFigures Set(Figure figure, params (int Value, string From)[] changes) =>
        new(changes.Select(c => KeyValuePair.Create(figure.Key, new DatedValue<int>(c.Value, ACase.Day(c.From), "The manager", "agreed by the board"))));
}
