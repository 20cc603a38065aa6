using FsCheck;
using FsCheck.Fluent;
using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Returns.Quarter1;

namespace Throughgate.Tests.Returns;

/// <summary>RET-1, RET-2: what holds of every return, over random caseloads.</summary>
public class ReturnProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60);

    private static void ForAll(Action<List<PersonFacts>> holds) =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds => holds(RandomPeople.From(seeds))
            )
            .Check(Many);

    private static void ForBoth(Action<List<PersonFacts>, QuarterlyReturn> holds) =>
        ForAll(people =>
        {
            holds(people, QuarterlyReturn.Reckon(people, InPeriod));
            holds(people, QuarterlyReturn.Reckon(people, ByPeriodEnd));
        });

    private static IEnumerable<Figure> AllFigures(QuarterlyReturn figures) =>
        figures.AllTables.SelectMany(t => t.Rows).SelectMany(r => r.Figures).Append(figures.StartedBefore);

    private static string Text(QuarterlyReturn figures) => GoldenReturns.Json(figures, withPeople: true).ToJsonString();

    [Fact]
    public void The_sum_over_ages_equals_the_sums_over_ethnicities_and_over_offences() =>
        ForBoth(
            (_, figures) =>
            {
                foreach (var column in Tables.StartingColumns)
                {
                    figures.I2.Total(column).People.ShouldBe(figures.I1.Total(column).People);
                    figures.I3.Total(column).People.ShouldBe(figures.I1.Total(column).People);
                }

                figures.Holds(Checks.RowTotals).ShouldBeTrue();
            }
        );

    [Fact]
    public void A_figure_equals_the_number_of_people_it_opens() =>
        ForBoth(
            (_, figures) =>
            {
                foreach (var figure in AllFigures(figures))
                {
                    figure.People.Count.ShouldBe(figure.Value);
                }
            }
        );

    [Fact]
    public void Who_started_was_released() =>
        ForBoth(
            (_, figures) =>
            {
                foreach (var row in figures.I1.Rows.Concat(figures.I2.Rows).Concat(figures.I3.Rows))
                {
                    row.Figures[1].People.ShouldBeSubsetOf(row.Figures[0].People);
                }

                figures.StartedBefore.People.ShouldBeSubsetOf(figures.I1.Total(Tables.Released).People);
                figures.StartedBefore.People.Intersect(figures.I1.Total(Tables.ReleasedStarted).People).ShouldBeEmpty();
            }
        );

    [Fact]
    public void The_readings_differ_by_those_who_started_before_and_those_who_closed_before_the_release() =>
        ForAll(people =>
        {
            var inPeriod = QuarterlyReturn.Reckon(people, InPeriod);
            var byPeriodEnd = QuarterlyReturn.Reckon(people, ByPeriodEnd);
            byPeriodEnd.StartedBefore.Value.ShouldBe(0);
            byPeriodEnd.Released().ShouldBe(inPeriod.Released());
            var more = byPeriodEnd.I1.Total(Tables.ReleasedStarted).People.Except(inPeriod.I1.Total(Tables.ReleasedStarted).People);
            more.ShouldBe(inPeriod.StartedBefore.People);
            var less = inPeriod.I1.Total(Tables.ReleasedStarted).Members.ExceptBy(byPeriodEnd.I1.Total(Tables.ReleasedStarted).People, m => m.Person);
            less.ShouldAllBe(m => m.Start!.Case!.ClosedOn < m.Why.On);
        });

    [Fact]
    public void Sections_never_pass_those_completing_and_changes_never_pass_sections() =>
        ForBoth(
            (_, figures) =>
            {
                figures.FullTime().ShouldBeLessThanOrEqualTo(figures.Completing());
                foreach (var row in figures.I5.Rows)
                {
                    row.Figures[0].Value.ShouldBeLessThanOrEqualTo(figures.Completing());
                    (row.Figures[1].Value + row.Figures[2].Value).ShouldBeLessThanOrEqualTo(row.Figures[0].Value);
                }
            }
        );

    [Fact]
    public void The_order_of_people_sentences_and_cases_changes_nothing() =>
        ForBoth(
            (people, figures) =>
            {
                var turned = people.Select(p => p with { Cases = [.. p.Cases.Reverse()], Sentences = [.. p.Sentences.Reverse()] }).Reverse();
                Text(QuarterlyReturn.Reckon(turned, figures.Question)).ShouldBe(Text(figures));
            }
        );

    [Fact]
    public void Moving_a_date_that_does_not_count_changes_nothing() =>
        ForBoth(
            (people, figures) =>
            {
                var moved = people.Select(p =>
                    p with
                    {
                        Sentences = [.. p.Sentences.Select(Moved)],
                        Cases =
                        [
                            .. p.Cases.Select(c =>
                                c with
                                {
                                    Sentence = Moved(c.Sentence),
                                    ReferredOn = c.ReferredOn.AddDays(400),
                                    PlanDrawnUpOn = Day("2012-01-01"),
                                    PlanAgreedByPersonOn = c.PlanAgreedByPersonOn?.AddDays(-100), // the later agreement is the YOT's
                                }
                            ),
                        ],
                    }
                );
                Text(QuarterlyReturn.Reckon(moved, figures.Question)).ShouldBe(Text(figures));
            }
        );

    [Fact]
    public void A_return_over_two_caseloads_is_the_sum_of_both() =>
        ForBoth(
            (people, figures) =>
            {
                var halves = people
                    .Chunk(Math.Max(1, (people.Count + 1) / 2))
                    .Select(half => AllFigures(QuarterlyReturn.Reckon(half, figures.Question)).Select(f => f.Value).ToList())
                    .ToList();
                if (halves.Count == 2)
                {
                    AllFigures(figures).Select(f => f.Value).ShouldBe(halves[0].Zip(halves[1], (a, b) => a + b));
                }
            }
        );

    [Fact]
    public void Why_not_and_the_figures_agree() =>
        ForBoth(
            (people, figures) =>
            {
                var released = figures.I1.Total(Tables.Released).People.ToHashSet();
                var started = figures.I1.Total(Tables.CommunityStarted).People.ToHashSet();
                var completing = figures.Find("I4", "", Tables.Completing)!.People.ToHashSet();
                foreach (var person in people)
                {
                    var answer = WhyNot.Of(person, figures.Question);
                    answer.Releases.Count(v => v.IsCounted).ShouldBe(released.Contains(person.Reference) ? 1 : 0);
                    answer.CommunityStarts.Count(v => v.IsCounted).ShouldBe(started.Contains(person.Reference) ? 1 : 0);
                    answer.Closings.Count(v => v.IsCounted).ShouldBe(completing.Contains(person.Reference) ? 1 : 0);
                }
            }
        );

    [Fact]
    public void Random_caseloads_reach_every_column()
    {
        var figures = QuarterlyReturn.Reckon(RandomPeople.From(Enumerable.Range(0, 400)), InPeriod);
        foreach (var column in Tables.StartingColumns)
        {
            figures.I1.Total(column).Value.ShouldBeGreaterThan(10);
        }

        figures.Completing().ShouldBeGreaterThan(10);
        figures.FullTime().ShouldBeGreaterThan(2);
        figures.StartedBefore.Value.ShouldBeGreaterThan(5);
        figures.Problems.Count.ShouldBeGreaterThan(10);
    }

    private static Domain.Sentences.SentenceFacts Moved(Domain.Sentences.SentenceFacts sentence) =>
        sentence with
        {
            SentencedOn = sentence.SentencedOn.AddDays(-30),
            OffenceOn = sentence.ArrestedOn is null ? sentence.OffenceOn : sentence.OffenceOn?.AddYears(-3),
            Ends = [new(Day("2011-01-01"), Day("2010-01-01"))],
        };
}
