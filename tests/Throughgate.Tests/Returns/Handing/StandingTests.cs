using Throughgate.Domain.Returns.Handing;
using Throughgate.Domain.Time;

namespace Throughgate.Tests.Returns.Handing;

/// <summary>RET-3: the way of a return, step by step, and who may take which.</summary>
[Trait("rule", "RET-3")]
public sealed class StandingTests
{
    private static readonly Guid Officer = Guid.CreateVersion7();
    private static readonly Guid Boss = Guid.CreateVersion7();
    private static readonly FinancialQuarter Quarter = new(2010, 1);
    private static readonly DateOnly After = new(2010, 7, 1);

    private static DateTimeOffset At(int hour) => new(2010, 7, 1, hour, 0, 0, TimeSpan.Zero);

    private static Standing Begin { get; } = new([], null);

    private static Standing Check(Standing standing, string seal, int hour) => standing with { Check = new(seal, Officer, "Nia", At(hour)) };

    private static Standing Submit(Standing standing, string seal, int hour, string? why = null) =>
        standing with { Versions = [.. standing.Versions, new(Guid.CreateVersion7(), standing.NextNumber, seal, Officer, "Nia", At(hour), why, null)] };

    private static Standing Decide(Standing standing, bool sign, int hour) =>
        standing with { Versions = [.. standing.Versions.SkipLast(1), standing.Latest! with { Decision = new(sign, Boss, "Sam", At(hour), null) }] };

    [Fact]
    public void A_return_goes_from_draft_to_handed_in_and_a_correction_goes_the_same_way()
    {
        var way = Begin;
        way.State("a").ShouldBe(ReturnState.Draft);
        way.ToSubmit(Quarter, After, 0, "a", null).ShouldBe(HandingRefusal.NotChecked);
        way = Check(way, "a", 9);
        way.State("a").ShouldBe(ReturnState.Checked);
        way.ToSubmit(Quarter, After, 0, "a", null).ShouldBeNull();
        way = Submit(way, "a", 10);
        way.State("a").ShouldBe(ReturnState.Submitted);
        way.ToCheck(Quarter, After, 0, "b").ShouldBe(HandingRefusal.Waits);
        way = Decide(way, sign: true, 11);
        way.State("a").ShouldBe(ReturnState.HandedIn);
        way.FirstHandedIn.ShouldBe(At(11));
        way.ToCheck(Quarter, After, 0, "a").ShouldBe(HandingRefusal.NothingNew);

        way = Check(way, "b", 12);
        way.ToSubmit(Quarter, After, 0, "b", " ").ShouldBe(HandingRefusal.NoReason);
        way.ToSubmit(Quarter, After, 0, "b", "One was missed").ShouldBeNull();
        way = Submit(way, "b", 13, "One was missed");
        way.HandedIn!.Number.ShouldBe(1);
        way = Decide(way, sign: true, 14);
        (way.HandedIn!.Number, way.FirstHandedIn).ShouldBe((2, At(11)));
        way.Versions.Count.ShouldBe(2);
    }

    [Fact]
    public void What_was_checked_is_what_is_submitted()
    {
        var way = Check(Begin, "a", 9);
        way.State("b").ShouldBe(ReturnState.Draft);
        way.ToSubmit(Quarter, After, 0, "b", null).ShouldBe(HandingRefusal.NotChecked);
    }

    [Fact]
    public void Sent_back_it_is_checked_anew_even_where_nothing_changed()
    {
        var way = Decide(Submit(Check(Begin, "a", 9), "a", 10), sign: false, 11);
        way.State("a").ShouldBe(ReturnState.SentBack);
        way.HandedIn.ShouldBeNull();
        way.ToSubmit(Quarter, After, 0, "a", "why").ShouldBe(HandingRefusal.NotChecked);
        way = Check(way, "a", 12);
        way.ToSubmit(Quarter, After, 0, "a", null).ShouldBe(HandingRefusal.NoReason);
        way.ToSubmit(Quarter, After, 0, "a", "Looked at again").ShouldBeNull();
    }

    [Fact]
    public void Who_submitted_it_does_not_sign_it_but_may_take_it_back()
    {
        var way = Submit(Check(Begin, "a", 9), "a", 10);
        way.ToDecide(Officer, sign: true, null).ShouldBe(HandingRefusal.SamePerson);
        way.ToDecide(Officer, sign: false, "A mistake").ShouldBeNull();
        way.ToDecide(Boss, sign: true, null).ShouldBeNull();
        way.ToDecide(Boss, sign: false, null).ShouldBe(HandingRefusal.NoReason);
        Decide(way, sign: true, 11).ToDecide(Boss, sign: true, null).ShouldBe(HandingRefusal.NothingToSign);
        Begin.ToDecide(Boss, sign: true, null).ShouldBe(HandingRefusal.NothingToSign);
    }

    [Theory]
    [InlineData("2010-06-30", HandingRefusal.NotOver)]
    [InlineData("2010-07-01", null)]
    public void A_quarter_is_handed_in_when_it_is_over(string today, HandingRefusal? refusal) => Begin.ToCheck(Quarter, Quarter1.Day(today), 0, "a").ShouldBe(refusal);

    [Fact]
    public void What_stops_it_stops_it() => Check(Begin, "a", 9).ToSubmit(Quarter, After, 1, "a", null).ShouldBe(HandingRefusal.Stopped);

    [Theory]
    [Trait("rule", "RET-5")]
    [InlineData(null, "2010-06-30", Timeliness.NotAsked, 0)]
    [InlineData(null, "2010-07-31", Timeliness.Due, 0)]
    [InlineData(null, "2010-08-01", Timeliness.Overdue, 1)]
    [InlineData("2010-07-31", "2010-12-01", Timeliness.InTime, 0)]
    [InlineData("2010-08-01", "2010-12-01", Timeliness.TooLate, 1)]
    [InlineData("2010-08-03", "2010-12-01", Timeliness.TooLate, 3)]
    public void A_return_is_in_time_that_is_signed_by_its_last_day(string? handedIn, string today, Timeliness expected, int days)
    {
        var late = Lateness.Of(Quarter, Quarter1.MaybeDay(handedIn), Quarter1.Day(today), Quarter1.Day("2010-06-30"));
        (late.Is, late.Days, late.Due).ShouldBe((expected, days, Quarter1.Day("2010-07-31")));
    }

    [Theory]
    [InlineData(null, null, Timeliness.BeforeRecording)]
    [InlineData(null, "2010-07-01", Timeliness.BeforeRecording)]
    [InlineData(null, "2010-06-30", Timeliness.Overdue)]
    [InlineData("2010-08-01", null, Timeliness.TooLate)]
    [InlineData("2010-08-01", "2010-07-01", Timeliness.BeforeRecording)]
    [InlineData("2010-08-01", "2010-06-30", Timeliness.TooLate)]
    public void Nobody_is_late_with_a_quarter_that_was_over_before_they_recorded_here(string? handedIn, string? since, Timeliness expected) =>
        Lateness.Of(Quarter, Quarter1.MaybeDay(handedIn), Quarter1.Day("2010-12-01"), Quarter1.MaybeDay(since)).Is.ShouldBe(expected);
}
