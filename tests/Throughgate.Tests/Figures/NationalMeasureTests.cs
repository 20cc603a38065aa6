using Throughgate.Domain;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.ThenAndNow;
using Throughgate.Domain.People;
using Throughgate.Domain.Sentences;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Figures;

/// <summary>Indicators then and measures now, by worked examples.</summary>
[Trait("rule", "PER-2")]
public sealed class NationalMeasureTests
{
    private static SentenceFacts Sentence(string on, SentenceKind kind = SentenceKind.Community, string? offence = null, string? released = null, string type = "yro", string? ends = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Reference = on,
            Type = type,
            Kind = kind,
            MainOffence = "robbery",
            SentencedOn = Day(on),
            ArrestedOn = offence is null ? Day(on) : null,
            OffenceOn = offence is null ? null : Day(offence),
            ReleasedOn = released is null ? null : Day(released),
            Ends = ends is null ? [] : [new(Day(ends), Day(on))],
        };

    /// <summary>Born on 10 May 1994, of Leeds.</summary>
    private static PersonFacts With(params SentenceFacts[] sentences) => new ACase().Person() with { Sentences = sentences, Cases = [] };

    [Fact]
    public void Use_of_custody_is_a_share_of_the_courts_sentences()
    {
        var tally = Told.Of(UseOfCustody.England, Told.Asked(), [With(
            Sentence("2010-04-01"),
            Sentence("2010-06-30", SentenceKind.Custodial),
            Sentence("2010-05-01", SentenceKind.Other, type: "pre_court"),
            Sentence("2010-05-01", SentenceKind.Remand),
            Sentence("2010-05-02", SentenceKind.Custodial) with { Follows = Guid.CreateVersion7() },
            Sentence("2010-07-01"))]);
        (tally.Whole, tally.Met).ShouldBe((2, 1));
        With(Sentence("2010-05-01")).Part(UseOfCustody.England).ShouldBe("no");
        (With(Sentence("2010-05-01")) with { Residences = [] }).Part(UseOfCustody.England).ShouldBe("");
        (With(Sentence("2010-05-01")) with { DateOfBirth = Day("1992-05-01") }).Part(UseOfCustody.England).ShouldBe("", "eighteen on the day");
        (With(Sentence("2010-05-01")) with { DateOfBirth = Day("1992-05-02") }).Part(UseOfCustody.England).ShouldBe("no");
    }

    [Fact]
    public void Age_is_that_of_the_arrest_or_the_offence_and_who_has_neither_on_record_is_not_counted()
    {
        var sentence = Sentence("2010-05-01") with { ArrestedOn = Day("2010-02-01"), OffenceOn = Day("2009-12-01") };
        PersonFacts Born(string on, SentenceFacts of) => With(of) with { DateOfBirth = Day(on) };
        Born("1992-02-01", sentence).Part(UseOfCustody.National).ShouldBe("", "eighteen at arrest");
        Born("1992-02-02", sentence).Part(UseOfCustody.National).ShouldBe("no");
        Born("1992-02-01", sentence with { ArrestedOn = null }).Part(UseOfCustody.National).ShouldBe("no", "seventeen at the offence");
        foreach (var measure in new[] { UseOfCustody.National, EthnicComposition.Measure, FirstTimeEntrants.Measure, Reoffending.Measure })
        {
            Born("1994-05-10", sentence with { ArrestedOn = null, OffenceOn = null }).Part(measure).ShouldBe("", measure.Code);
        }
    }

    [Fact]
    public void First_time_is_without_an_earlier_sentence_or_caution()
    {
        With(Sentence("2010-05-01"), Sentence("2010-05-02")).Part(FirstTimeEntrants.Measure).ShouldBe("yes", "each person once, from the first");
        With(Sentence("2009-05-01", SentenceKind.Other, type: "pre_court"), Sentence("2010-05-02")).Part(FirstTimeEntrants.Measure).ShouldBe("no");
        With(Sentence("2009-05-01", SentenceKind.Remand), Sentence("2010-05-02")).Part(FirstTimeEntrants.Measure).ShouldBe("yes");
    }

    [Theory]
    [InlineData("2011-05-01", "2011-06-01", "yes")] // within twelve months of 1 May 2010
    [InlineData("2011-05-02", "2011-06-01", "no")]
    [InlineData("2010-05-01", "2011-06-01", "no")] // before, or on the day
    [InlineData("2010-05-02", "2011-11-01", "yes")] // sentenced within eighteen months
    [InlineData("2010-05-02", "2011-11-02", "no")]
    public void Reoffending_is_an_offence_within_12_months_sentenced_within_18(string offence, string sentenced, string part) =>
        With(Sentence("2010-05-01"), Sentence(sentenced, offence: offence)).Part(Reoffending.Measure, today: "2012-01-01").ShouldBe(part);

    [Fact]
    public void Reoffending_is_tracked_live()
    {
        With(Sentence("2010-05-01")).Part(Reoffending.Measure, today: "2011-05-01").ShouldBe("followed");
        With(Sentence("2010-05-01")).Part(Reoffending.Measure, today: "2011-05-02").ShouldBe("no");
        With(Sentence("2010-05-01"), Sentence("2010-08-01", offence: "2010-07-01")).Part(Reoffending.Measure, today: "2010-07-31").ShouldBe("followed");
        With(Sentence("2010-05-01"), Sentence("2010-08-01", offence: "2010-07-01")).Part(Reoffending.Measure, today: "2010-08-01").ShouldBe("yes");
        With(Sentence("2010-01-01", SentenceKind.Custodial, released: "2010-05-01"), Sentence("2010-08-01", offence: "2010-04-30")).Part(Reoffending.Measure, today: "2012-01-01").ShouldBe("no", "the offence was before the release");
    }

    [Fact]
    public void At_the_end_of_the_order_a_place_of_which_nobody_said_so_is_not_suitable()
    {
        PersonFacts Ended(ACase of) { var p = of.Ends("2010-06-30").Person(); return p; }
        Ended(new ACase().Address("2010-05-01", null)).Part(HomeAtTheEnd.Kpi1).ShouldBe("yes");
        Ended(new ACase().Address("2010-05-01", null, suitable: null)).Part(HomeAtTheEnd.Kpi1).ShouldBe("no");
        Ended(new ACase().Address("2010-07-01", null)).Part(HomeAtTheEnd.Kpi1).ShouldBe("not-recorded");
        Ended(new ACase().Address("2010-05-01", null, "hostel")).Part(HomeByType.Measure).ShouldBe("hostel");
        Ended(new ACase().Address("2010-05-01", null, "hostel").Address("2010-06-01", null, "friends").Address("2010-06-01", null, "family")).Part(HomeByType.Measure).ShouldBe("family", "of two that began last the first of the list");
        Ended(new ACase()).Part(EteAtTheEnd.England).ShouldBe("not-recorded");
    }

    [Fact]
    public void Only_the_programme_of_the_scheme_where_they_live_answers_for_a_resident()
    {
        var person = new ACase().Ends("2010-06-30").Address("2010-05-01", null).Person();
        var nation = Told.Asked() with { Scope = new Scope { Yots = new HashSet<string> { "leeds", "cardiff" } }, SchemeOfYot = yot => yot };
        string Of(string scheme) => Told.Of(HomeAtTheEnd.Kpi1, nation, [person with { Cases = [person.Cases[0] with { Scheme = scheme }] }]).People[0].Part;
        Of("leeds").ShouldBe("yes");
        Of("cardiff").ShouldBe("not-recorded", "as in the figures of Leeds alone");
    }

    [Fact]
    public void Of_two_orders_that_end_on_one_day_the_one_with_the_higher_reference_counts()
    {
        var person = new ACase().Ends("2010-06-30").Address("2010-05-01", null).Person(); // its own is S1
        SentenceFacts Other(string reference) => Sentence("2010-06-01", ends: "2010-06-30") with { Reference = reference };
        (person with { Sentences = [.. person.Sentences, Other("S0")] }).Part(HomeAtTheEnd.Kpi1).ShouldBe("yes");
        (person with { Sentences = [Other("S2"), .. person.Sentences] }).Part(HomeAtTheEnd.Kpi1).ShouldBe("not-recorded");
    }

    [Fact]
    public void A_week_after_the_last_full_one_says_nothing_of_it()
    {
        var person = new ACase().Ends("2010-06-30").Person();
        string Of(params Domain.Education.EteRow[] rows) => (person with { Cases = [person.Cases[0] with { Ete = rows }] }).Part(EteAtTheEnd.England);
        Of(new Domain.Education.EteRow(Day("2010-06-28"), 25, "school", null)).ShouldBe("not-recorded");
        Of(new(Day("2010-06-28"), 25, "school", null), new(Day("2010-06-14"), 25, "school", null)).ShouldBe("no", "weeks are recorded, and that one has no hours");
        Of(new(Day("2010-06-21"), 0, null, "illness"), new(Day("2010-06-14"), 25, "school", null)).ShouldBe("yes");
    }

    [Fact]
    public void KPI_2_goes_by_the_hours_offered()
    {
        var person = new ACase().Ends("2010-06-30").Person();
        string Of(Domain.Education.EteRow row) => (person with { Cases = [person.Cases[0] with { Ete = [row] }] }).Part(Kpi2.Measure);
        Of(new(Day("2010-06-21"), 0, "school", null) { Offered = 25 }).ShouldBe("full");
        Of(new(Day("2010-06-21"), 10, "school", null)).ShouldBe("part");
        Of(new(Day("2010-06-28"), 25, "school", null)).ShouldBe("not-recorded", "the week was not over when the order ended");
        Of(new(Day("2010-06-21"), 10, "school", "illness")).ShouldBe("unable");
        EteAtTheEnd.England.Edition.To.ShouldBe(Day("2011-03-31"));
        Kpi2.Measure.Edition.From.ShouldBe(Day("2023-04-01"));
    }

    [Fact]
    public void What_is_recorded_nowhere_says_so_and_is_never_0()
    {
        var tally = Told.Of(SubstanceMisuse.Measure, Told.Asked(), [new ACase().Started("2010-05-01").Person()]);
        (tally.Whole, tally.Share, Shown.Of(tally).As).ShouldBe((1, null, ShownAs.NotRecorded));
    }
}
