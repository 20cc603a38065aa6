using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Information;
using Throughgate.Domain.Sentences;
using Throughgate.Domain.Sharing;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Information;

[Trait("rule", "INF-8")]
public sealed class KeyStageExchangeTests
{
    [Fact] // sentenced on Wednesday 31 March 2010: Easter lies between, so five working days end on Friday 9 April and ten on Friday 16 April
    public void Each_stage_has_its_day() =>
        Stages("2010-08-02", "2010-09-20", null, "2010-06-30").ShouldBe(["sentence 2010-04-09", "planning 2010-04-16", "review 2010-07-07", "before_release 2010-08-09", "release 2010-09-20"]);

    [Fact] // released on 31 January: the last day of February
    public void The_last_exchange_is_a_month_after_release() =>
        Stages("2011-03-02", "2011-01-31", "2011-01-31", "").ShouldContain("month_after 2011-02-28");

    [Fact]
    public void A_review_after_release_is_no_stage_of_custody() => Stages("2011-03-02", "2010-09-20", "2010-09-20", "2010-12-20").ShouldNotContain(s => s.StartsWith("review", StringComparison.Ordinal));

    [Theory]
    [InlineData("2010-04-09", "met")]
    [InlineData("2010-04-12", "met_late")]
    [InlineData(null, "overdue")]
    public void A_stage_is_met_when_the_last_thing_went(string? last, string state)
    {
        var items = KeyStages.Items(KeyStages.Sentence);
        var went = items.Take(items.Count - 1).Select(i => new StageExchange(KeyStages.Sentence, Day("2010-03-31"), i, Day("2010-04-01"))).ToList();
        if (last is not null)
        {
            went.Add(new(KeyStages.Sentence, Day("2010-03-31"), items[^1], Day(last)));
        }

        Duties("2010-05-03", went).First(d => d.Due == Day("2010-04-09")).StateCode.ShouldBe(state);
    }

    [Fact] // the dates of the stages ask, whether or not anybody has begun to record them
    public void A_stage_is_due_from_its_own_date() =>
        Duties("2010-05-03", []).Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode}").ShouldBe(["2010-04-09 overdue", "2010-04-16 overdue", "2010-08-09 due", "2010-09-20 due"], ignoreOrder: true);

    [Fact]
    public void What_was_due_before_recording_began_here_is_not_asked_for()
    {
        var figures = new DutyFigures([new(FirstDayOfRecording.Key, new(FirstDayOfRecording.Write(Day("2010-04-10")), Day("2010-04-10"), "Sam", "We begin"))]);
        DutyRules.DutiesOf([PersonOf(Facts("2010-09-20", null, ""))], Scheme, Day("2010-05-03"), SampleBundle.Calendar, figures).Where(d => d.RuleId == "INF-8").Min(d => d.Due).ShouldBe(Day("2010-04-16"));
    }

    private static List<Duty> Duties(string on, IReadOnlyList<StageExchange> went) =>
        [.. DutyRules.DutiesOf([PersonOf(Facts("2010-09-20", null, "") with { StageExchanges = went })], Scheme, Day(on), SampleBundle.Calendar, DutyFigures.Defaults).Where(d => d.RuleId == "INF-8")];

    private static string[] Stages(string on, string? expected, string? released, string reviews)
    {
        var facts = Facts(expected, released, reviews);
        return [.. KeyStageExchange.Stages(new CaseOnDay(PersonOf(facts), facts, Day(on), SampleBundle.Calendar, DutyFigures.Defaults)).Select(s => $"{s.Stage} {s.Due:yyyy-MM-dd}")];
    }

    private static CaseFacts Facts(string? expected, string? released, string reviews)
    {
        var facts = new Build.ACase().Referred("2010-03-31").Facts();
        return facts with
        {
            Sentence = facts.Sentence with
            {
                Kind = SentenceKind.Custodial,
                Type = "dto",
                SentencedOn = Day("2010-03-31"),
                ReleasedOn = released is null ? null : Day(released),
                ExpectedRelease = expected is null ? [] : [new DatedChange(Day(expected), Day("2010-03-31"))],
            },
            Reviews = [.. reviews.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => new Review(Day(r), "quarterly"))],
        };
    }
}
