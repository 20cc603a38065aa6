using Throughgate.Domain.Education;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Gate;
using Throughgate.Domain.Figures.Homes;
using Throughgate.Domain.Figures.Learning;
using Throughgate.Domain.Figures.TakeUp;
using Throughgate.Domain.Programmes;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Figures;

/// <summary>Measures of releases, by worked examples: somebody sentenced on Monday 1 March 2010 and released on 14 June 2010.</summary>
[Trait("rule", "PER-1")]
public sealed class ReleaseMeasureTests
{
    private static ACase Leaving(string on = "2010-06-14") => new ACase().Released(on).ExpectedRelease("2010-06-14");

    [Theory]
    [InlineData("2010-03-31", "")]
    [InlineData("2010-04-01", "no")]
    [InlineData("2010-06-30", "no")]
    [InlineData("2010-07-01", "")]
    public void A_release_counts_on_the_first_and_the_last_day_of_the_period(string released, string part) =>
        Leaving(released).Part(OfferedByRelease.Measure).ShouldBe(part);

    [Fact]
    public void A_programme_closed_before_the_release_is_not_counted()
    {
        Leaving().Closed("2010-06-13").Part(OfferedByRelease.Measure).ShouldBe("");
        Leaving().Closed("2010-06-14").Part(OfferedByRelease.Measure).ShouldBe("no");
    }

    [Fact]
    public void Of_two_programmes_of_a_scheme_for_one_sentence_the_later_referred_answers_and_each_scheme_has_its_own()
    {
        var person = Leaving().Refused("2010-05-01").Person();
        var one = person.Cases[0];
        CaseFacts Second(string scheme) => one with { Id = Guid.CreateVersion7(), Scheme = scheme, ReferredOn = one.ReferredOn.AddDays(9), Offers = [] };
        (person with { Cases = [one, Second("leeds")] }).Part(OfferedByRelease.Measure).ShouldBe("no");
        var all = Told.Asked() with { Scope = new Scope { Yots = new HashSet<string>() } };
        Told.Of(OfferedByRelease.Measure, all, [person with { Cases = [one, Second("leeds")] }]).ByPart.ShouldBe([0, 1, 0]);
        Told.Of(OfferedByRelease.Measure, all, [person with { Cases = [one, Second("cardiff")] }]).ByPart.ShouldBe([1, 1, 0], "so that schemes add up");
    }

    [Fact]
    public void Offered_on_the_day_of_release_is_offered_by_it()
    {
        Leaving().Refused("2010-06-14").Part(OfferedByRelease.Measure).ShouldBe("yes");
        Leaving().Refused("2010-06-15").Part(OfferedByRelease.Measure).ShouldBe("no");
        Leaving().Started("2010-06-14").Part(OfferedByRelease.Measure).ShouldBe("yes");
        Leaving().Started("2010-06-15").Part(StartedByRelease.Measure).ShouldBe("no");
        Leaving().Started("2010-06-14").Part(StartedByRelease.Measure).ShouldBe("yes");
    }

    [Fact]
    public void Where_no_offer_was_ever_recorded_the_figure_is_not_recorded_and_not_0()
    {
        var tally = Told.Of(OfferedByRelease.Measure, Told.Asked(), [Leaving().Person(), Leaving().Person()]);
        (tally.Whole, tally.IsRecorded, tally.Share).ShouldBe((2, false, null));
        Shown.Of(tally).As.ShouldBe(ShownAs.NotRecorded);
        var late = Told.Of(OfferedByRelease.Measure, Told.Asked(), [Leaving().Person(), Leaving().Refused("2010-06-20").Person()]);
        (late.IsRecorded, late.Share).ShouldBe((true, 0.0));
    }

    [Theory]
    [InlineData("2010-05-31", "yes", "no", "no")] // 14 days before 14 June
    [InlineData("2010-06-01", "no", "no", "no")]
    [InlineData("2010-05-17", "yes", "yes", "no")] // 28
    [InlineData("2010-05-03", "yes", "yes", "yes")] // 42
    [InlineData("2010-05-04", "yes", "yes", "no")]
    [InlineData(null, "no", "no", "no")]
    public void An_address_is_in_time_to_the_day(string? confirmed, string by14, string by28, string by42)
    {
        var leaving = Leaving().Address("2010-06-14", confirmed);
        leaving.Part(AddressInTime.Days14).ShouldBe(by14);
        leaving.Part(AddressInTime.Days28).ShouldBe(by28);
        leaving.Part(AddressInTime.Days42).ShouldBe(by42);
    }

    [Fact]
    public void Only_a_suitable_address_for_after_the_sentence_counts_and_none_recorded_is_not_a_no()
    {
        Leaving().Part(AddressInTime.Days14).ShouldBe("not-recorded");
        Leaving().Address("2010-02-01", "2010-02-01").Part(AddressInTime.Days14).ShouldBe("not-recorded");
        Leaving().Address("2010-06-14", "2010-04-01", "bed_and_breakfast").Part(AddressInTime.Days14).ShouldBe("no");
        Leaving().Address("2010-06-14", "2010-04-01", suitable: null).Part(AddressInTime.Days14).ShouldBe("no");
    }

    [Fact]
    public void Told_one_month_before_to_the_day()
    {
        Leaving().Address("2010-06-14", null, told: "2010-05-14").Part(ToldInTime.Measure).ShouldBe("yes");
        Leaving().Address("2010-06-14", null, told: "2010-05-15").Part(ToldInTime.Measure).ShouldBe("no");
        Leaving().Part(ToldInTime.Measure).ShouldBe("not-recorded");
    }

    [Fact]
    public void The_place_of_the_day_of_release_has_to_be_suitable_and_all_of_them()
    {
        Leaving().Address("2010-06-14", null).Part(SuitableOnRelease.Measure).ShouldBe("yes");
        Leaving().Address("2010-06-15", null).Part(SuitableOnRelease.Measure).ShouldBe("not-recorded");
        Leaving().Address("2010-06-14", null, "homeless", null).Part(SuitableOnRelease.Measure).ShouldBe("no");
        Leaving().Address("2010-06-14", null).Address("2010-06-01", null, suitable: false).Part(SuitableOnRelease.Measure).ShouldBe("no");
        Leaving().Address("2010-06-14", null).Address("2010-06-01", null, suitable: null).Part(SuitableOnRelease.Measure).ShouldBe("not-recorded");
    }

    [Fact]
    public void Met_at_the_gate_is_met_on_the_day_by_resettlement_support()
    {
        Leaving().Part(MetAtTheGate.Measure).ShouldBe("", "not started");
        Leaving().Started("2010-04-01").Part(MetAtTheGate.Measure).ShouldBe("not-recorded");
        Leaving().Started("2010-04-01").MetAtGate("2010-06-14").Part(MetAtTheGate.Measure).ShouldBe("yes");
        Leaving().Started("2010-04-01").MetAtGate("2010-06-15").Part(MetAtTheGate.Measure).ShouldBe("no");
        Leaving().Started("2010-04-01").MetAtGate("2010-06-14", outcome: "missed").Part(MetAtTheGate.Measure).ShouldBe("no");
        Leaving().Started("2010-06-15").MetAtGate("2010-06-14").Part(MetAtTheGate.Measure).ShouldBe("");
    }

    private static Domain.People.PersonFacts WithWeeks(params EteRow[] rows)
    {
        var person = Leaving().Person();
        return person with { Cases = [person.Cases[0] with { Ete = rows }] };
    }

    [Theory]
    [InlineData(25, "full")] // born on 10 May 1994: of school age to 25 June 2010
    [InlineData(24.5, "part")]
    [InlineData(0, "none")]
    public void Hours_at_release_are_those_of_the_first_full_week(double hours, string part) =>
        WithWeeks(new EteRow(Day("2010-06-14"), (decimal)hours, "school", null)).Part(InEteAfterRelease.AtRelease).ShouldBe(part);

    [Fact]
    public void One_month_after_is_a_week_of_its_own_above_school_age()
    {
        // 14 July 2010 is a Wednesday; the first full week from it begins on the 19th.
        WithWeeks(new EteRow(Day("2010-07-19"), 16, "college", null)).Part(InEteAfterRelease.OneMonth).ShouldBe("full");
        WithWeeks(new EteRow(Day("2010-07-12"), 16, "college", null)).Part(InEteAfterRelease.OneMonth).ShouldBe("not-recorded");
        WithWeeks(new EteRow(Day("2010-07-19"), 0, null, "illness")).Part(InEteAfterRelease.OneMonth).ShouldBe("unable");
        WithWeeks(new EteRow(Day("2010-07-19"), 16, "college", null), new EteRow(Day("2010-07-19"), 3, "training", "illness")).Part(InEteAfterRelease.OneMonth).ShouldBe("unable", "any row of the week makes it so");
        WithWeeks(new EteRow(Day("2010-07-19"), 16, "college", null)).Part(InEteAfterRelease.OneMonth, today: "2010-07-24").ShouldBe("", "the week is not over");
        WithWeeks(new EteRow(Day("2010-07-19"), 16, "college", null)).Part(InEteAfterRelease.OneMonth, today: "2010-07-25").ShouldBe("full");
    }

    [Fact]
    public void The_funnel_counts_a_step_only_after_every_step_before_it()
    {
        Leaving().Part(FromReleaseToCompleted.Measure).ShouldBe("released");
        Leaving().Refused("2010-05-01").Part(FromReleaseToCompleted.Measure).ShouldBe("offered");
        Leaving().Accepted("2010-05-01").Part(FromReleaseToCompleted.Measure).ShouldBe("accepted");
        Leaving().Started("2010-05-01").Part(FromReleaseToCompleted.Measure).ShouldBe("started");
        Leaving().Started("2010-05-01").Contact("2010-06-13").Closed("2010-12-01").Part(FromReleaseToCompleted.Measure).ShouldBe("started");
        Leaving().Started("2010-05-01").Contact("2010-06-14").Part(FromReleaseToCompleted.Measure).ShouldBe("in-touch");
        Leaving().Started("2010-05-01").Contact("2010-06-14").Closed("2010-12-01").Part(FromReleaseToCompleted.Measure).ShouldBe("completed");
        Told.Of(FromReleaseToCompleted.Measure, Told.Asked(), [Leaving().Person(), Leaving().Started("2010-05-01").Contact("2010-06-20").Person()]).AtLeast.ShouldBe([2, 1, 1, 1, 1, 0]);
    }
}
