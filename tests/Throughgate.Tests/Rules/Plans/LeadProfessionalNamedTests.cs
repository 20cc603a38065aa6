using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Plans;

[Trait("rule", "PLN-1")]
public class LeadProfessionalNamedTests
{
    [Theory] // sentenced on Monday 1 March 2010: due on Monday 8 March
    [InlineData(null, "2010-03-08", "2010-03-08 due")]
    [InlineData(null, "2010-03-09", "2010-03-08 overdue")]
    [InlineData("2010-03-08", "2010-03-09", "2010-03-08 met 2010-03-08")]
    [InlineData("2010-03-09", "2010-03-09", "2010-03-08 met_late 2010-03-09")]
    [InlineData("2010-03-10", "2010-03-09", "2010-03-08 overdue")] // not visible before its own date
    [InlineData("2010-02-20", "2010-03-01", "2010-03-08 met 2010-02-20")] // named while on remand
    public void Due_five_working_days_after_sentence(string? named, string on, string duty) =>
        Named(named).Duties("PLN-1", on).ShouldBe([duty]);

    [Theory]
    [InlineData("2009-12-21", "2009-12-30")] // Christmas Day and the substitute for Boxing Day on Monday 28 December do not count
    [InlineData("2010-03-30", "2010-04-08")] // Good Friday and Easter Monday
    [InlineData("2010-05-28", "2010-06-07")] // from a Friday, over the spring bank holiday
    [InlineData("2010-05-29", "2010-06-07")] // from a Saturday
    public void Weekends_and_bank_holidays_do_not_count(string sentenced, string due) =>
        Named(null).Sentenced(sentenced).Duties("PLN-1", sentenced).ShouldBe([$"{due} due"]);

    [Theory]
    [InlineData(SentenceKind.Community)]
    [InlineData(SentenceKind.Remand)]
    [InlineData(SentenceKind.Other)]
    public void Asked_of_custodial_sentences_alone(SentenceKind kind) =>
        Named(null).Sentenced("2010-03-01", kind).Duties("PLN-1", "2010-06-01").ShouldBeEmpty();

    [Fact]
    public void Nothing_before_the_day_of_sentence()
    {
        var referredEarly = Named(null).Referred("2010-02-01");
        referredEarly.Duties("PLN-1", "2010-02-28").ShouldBeEmpty();
        referredEarly.Duties("PLN-1", "2010-03-01").ShouldBe(["2010-03-08 due"]);
    }

    [Fact]
    public void Stays_overdue_after_the_order_has_ended() =>
        Named(null).Ends("2010-06-01").Released("2010-05-01").Duties("PLN-1", "2010-09-01").ShouldBe(["2010-03-08 overdue"]);

    private static ACase Named(string? on) => new() { LeadProfessional = on is null ? null : ACase.Day(on) };
}
