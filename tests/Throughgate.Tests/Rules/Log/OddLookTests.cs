using Throughgate.Domain.Log;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Log;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Log;

[Trait("rule", "LOG-1")]
public sealed class OddLookTests
{
    // Tuesday 4 May 2010; Monday 3 May was a bank holiday.
    private static readonly DateOnly Tuesday = new(2010, 5, 4);

    private static Look Plain { get; } = new(Guid.Empty, Guid.Empty, "Priya Shah", "worker", Guid.Empty, Tuesday, new(10, 0), new(10, 20), 3) { HasCaseload = true, IsTheirs = true };

    [Fact]
    public void Looking_at_one_s_own_in_working_hours_is_plain() => Odd(Plain).ShouldBeEmpty();

    [Theory]
    [InlineData("2010-05-04", 6, 10, true)]
    [InlineData("2010-05-04", 7, 10, false)]
    [InlineData("2010-05-04", 10, 19, false)]
    [InlineData("2010-05-04", 10, 20, true)]
    [InlineData("2010-05-03", 10, 11, true)]
    [InlineData("2010-05-08", 10, 11, true)]
    public void Out_of_hours_is_early_late_and_on_days_nobody_works(string on, int first, int last, bool odd) =>
        Odd(Plain with { On = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), First = new(first, 59), Last = new(last, 59) }).Contains(Oddity.OutOfHours).ShouldBe(odd);

    [Fact]
    public void A_surname_shared_is_raised_even_on_one_s_own_caseload()
    {
        var odd = Odd(Plain with { SharesSurname = true });
        odd.ShouldBe([Oddity.SameSurname]);
        OddLook.IsRaised(odd, DutyFigures.Defaults, Tuesday).ShouldBeTrue();
    }

    [Fact]
    public void Somebody_else_s_record_with_nothing_recorded_is_raised_once_the_days_are_over()
    {
        var look = Plain with { IsTheirs = false };
        Odd(look, Tuesday.AddDays(3)).ShouldBe([Oddity.NotTheirs]);
        Odd(look, Tuesday.AddDays(4)).ShouldBe([Oddity.NotTheirs, Oddity.NothingRecorded]);
        Odd(look with { Recorded = [Tuesday.AddDays(3)] }, Tuesday.AddDays(4)).ShouldBe([Oddity.NotTheirs]);
    }

    [Theory]
    [InlineData(28, true)]
    [InlineData(29, false)]
    public void Who_recorded_something_of_late_is_plainly_at_work_with_them(int before, bool plain) =>
        Odd(Plain with { IsTheirs = false, Recorded = [Tuesday.AddDays(-before)] }).Contains(Oddity.NotTheirs).ShouldBe(!plain);

    [Fact]
    public void Whoever_has_no_caseload_is_not_asked_about_records_that_are_not_theirs() => Odd(Plain with { HasCaseload = false, IsTheirs = false, DaysLooked = 9, Copied = true }).ShouldBeEmpty();

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Many_in_an_hour_are_raised(int most, bool raised) => OddLook.IsRaised(Odd(Plain with { MostInAnHour = most }), DutyFigures.Defaults, Tuesday).ShouldBe(raised);

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public void A_record_long_closed_is_odd(int days, bool odd) => Odd(Plain with { ClosedOn = Tuesday.AddDays(-days) }).Contains(Oddity.ClosedLong).ShouldBe(odd);

    [Fact]
    public void A_scheme_sets_its_own_figures()
    {
        var strict = new DutyFigures([new("LOG-1.points", new DatedValue<int>(1, new(2010, 1, 1), "Sam", "We are few"))]);
        OddLook.IsRaised([Oddity.OutOfHours], strict, Tuesday).ShouldBeTrue();
        OddLook.IsRaised([Oddity.OutOfHours], DutyFigures.Defaults, Tuesday).ShouldBeFalse();
    }

    private static IReadOnlyList<Oddity> Odd(Look look, DateOnly? today = null) => OddLook.Of(look, SampleBundle.Calendar, DutyFigures.Defaults, today ?? Tuesday.AddDays(30));
}
