using Throughgate.Domain.Rules;
using Throughgate.Web.Ui.Duties;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Tests.Ui.Language;

public sealed class DaysTests
{
    private static readonly DateOnly Today = new(2010, 5, 4);
    private static readonly Words English = new(Vocabulary.Embedded, Words.English);
    private static readonly Words Welsh = new(Vocabulary.Embedded, Words.Welsh);

    [Theory]
    [InlineData("2010-05-16", "Sun 16 May 2010, in 12 days")]
    [InlineData("2010-05-05", "Wed 5 May 2010, tomorrow")]
    [InlineData("2010-05-04", "Tue 4 May 2010, today")]
    [InlineData("2010-05-03", "Mon 3 May 2010, yesterday")]
    [InlineData("2010-05-01", "Sat 1 May 2010, 3 days ago")]
    [InlineData("2010-06-14", "Mon 14 June 2010, in 41 days")]
    [InlineData("2010-06-15", "Tue 15 June 2010, in 6 weeks")]
    [InlineData("2010-11-01", "Mon 1 November 2010, in 25 weeks")]
    [InlineData("2010-11-03", "Wed 3 November 2010, in 5 months")]
    [InlineData("2010-11-04", "Thu 4 November 2010, in 6 months")]
    [InlineData("2009-05-05", "Tue 5 May 2009, 11 months ago")]
    [InlineData("2009-05-04", "Mon 4 May 2009, 12 months ago")]
    public void A_day_says_how_far_it_is(string day, string said) => new Days(English).With(DateOnly.Parse(day, Words.English), Today).ShouldBe(said);

    [Theory]
    [InlineData("2010-05-06", "Iau 6 Mai 2010, ymhen 2 ddiwrnod")]
    [InlineData("2010-05-03", "Llun 3 Mai 2010, ddoe")]
    [InlineData("2009-03-04", "Mer 4 Mawrth 2009, 14 mis yn ôl")]
    public void And_in_Welsh(string day, string said) => new Days(Welsh).With(DateOnly.Parse(day, Words.English), Today).ShouldBe(said);

    [Fact]
    public void Months_are_whole_at_the_end_of_February() =>
        new Days(English).Between(new(2010, 2, 28), new(2010, 8, 31)).ShouldBe("6 months");

    [Theory]
    [InlineData(DutyState.Met, "2010-05-01", "2010-05-01", "Done", "Wedi'i wneud")]
    [InlineData(DutyState.MetLate, "2010-05-01", "2010-05-03", "Done 2 days late", "Wedi'i wneud 2 ddiwrnod yn hwyr")]
    [InlineData(DutyState.Due, "2010-05-04", null, "Due today", "I'w wneud heddiw")]
    [InlineData(DutyState.Due, "2010-05-05", null, "Due tomorrow", "I'w wneud yfory")]
    [InlineData(DutyState.Due, "2010-05-07", null, "Due Friday", "I'w wneud Dydd Gwener")]
    [InlineData(DutyState.Due, "2010-05-11", null, "Due Tue 11 May 2010", "I'w wneud Maw 11 Mai 2010")]
    [InlineData(DutyState.Overdue, "2010-05-01", null, "Overdue 3 days", "3 diwrnod yn hwyr")]
    [InlineData(DutyState.Overdue, "2010-05-03", null, "Overdue 1 day", "1 diwrnod yn hwyr")]
    [InlineData(DutyState.Missed, "2010-05-01", null, "Missed", "Collwyd")]
    public void A_state_is_a_word(DutyState state, string due, string? met, string english, string welsh)
    {
        var (dueOn, metOn) = (DateOnly.Parse(due, Words.English), met is null ? (DateOnly?)null : DateOnly.Parse(met, Words.English));
        StateInWords.Of(English, state, dueOn, metOn, Today).ShouldBe(english);
        StateInWords.Of(Welsh, state, dueOn, metOn, Today).ShouldBe(welsh);
    }
}
