using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules;

/// <summary>Rules beyond the bundle ask for nothing that was due before the scheme began to record here.</summary>
public class FirstDayOfRecordingTests
{
    // Expected release 1 August 2010: REL-5 is due on 1 July, REL-3 (of the bundle) on 18 July.
    private static readonly ACase Held = new ACase().ExpectedRelease("2010-08-01");

    private static DutyFigures From(params string[] days) =>
        new(days.Select(d => KeyValuePair.Create(FirstDayOfRecording.Key, new DatedValue<int>(FirstDayOfRecording.Write(ACase.Day(d)), ACase.Day("2010-07-10"), "Sam", "why"))));

    [Theory]
    [InlineData("2010-06-30", "REL-5")]
    [InlineData("2010-07-01", "REL-5")]
    [InlineData("2010-07-02", "")]
    public void Raised_for_due_dates_on_or_after_the_day(string first, string raised)
    {
        Held.DutiesOn("2010-06-20", From(first)).Select(d => d.RuleId).Where(r => r == "REL-5").ShouldBe(raised.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        var seen = new CaseOnDay(Held.Person(), Held.Facts(), ACase.Day("2010-06-20"), SampleBundle.Calendar, From(first));
        DutyRules.NotRecordedThen(seen).Select(d => d.RuleId).Where(r => r == "REL-5").ShouldBe(raised.Length == 0 ? ["REL-5"] : []);
    }

    [Fact]
    public void The_nine_of_the_bundle_are_raised_whatever_the_day() =>
        Held.DutiesOn("2010-06-20", From("2030-01-01")).Select(d => d.RuleId).ShouldBe(Held.DutiesOn("2010-06-20").Where(DutyRules.IsOfBundle).Select(d => d.RuleId));

    [Fact]
    public void Without_the_setting_everything_is_raised() => Held.DutiesOn("2010-06-20").ShouldContain(d => d.Rule == AddressTold.Rule);

    [Fact]
    public void The_last_one_set_holds_on_every_day_looked_at()
    {
        From("2010-09-01", "2010-01-01").RecordedHere!.Value.ShouldBe(ACase.Day("2010-01-01"));
        From("2010-01-01", "2010-09-01").IsBeforeRecording(ACase.Day("2010-08-31")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(20100229)]
    [InlineData(20101301)]
    [InlineData(14)]
    public void What_is_no_day_is_refused(int written) => Should.Throw<ArgumentException>(() => FirstDayOfRecording.Read(written));

    [Fact]
    public void Who_is_not_on_the_books_is_listed_but_not_called_overdue()
    {
        var person = new ACase().Sentenced("2010-03-01").Person() with { Cases = [] };
        NotOnTheBooks Of(DutyFigures figures) =>
            NotOnTheBooks.Of(person, ACase.Scheme, new HashSet<string> { "leeds" }, ACase.Day("2010-05-01"), SampleBundle.Calendar, figures).Single();

        (Of(DutyFigures.Defaults).Overdue, Of(DutyFigures.Defaults).NotRecordedThen).ShouldBe((true, false));
        (Of(From("2010-04-01")).Overdue, Of(From("2010-04-01")).NotRecordedThen).ShouldBe((false, true));
    }

    [Fact]
    public void The_rules_beyond_the_bundle_are_other_rules_in_ordinal_order()
    {
        var ids = DutyRules.Recorded.Select(r => r.Citation.Rule).ToList();
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.Intersect(DutyRules.Bundle.Select(r => r.Citation.Rule)).ShouldBeEmpty();
    }
}
