using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Homes;
using Throughgate.Domain.Figures.Planning;
using Throughgate.Domain.Figures.Safe;
using Throughgate.Domain.People;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Figures.Safe;

/// <summary>INF-6: sums of two schemes, neither of which is shown the figure of its own.</summary>
[Trait("rule", "INF-6")]
public sealed class SumsOfSchemesTests
{
    private static readonly string[] Schemes = ["hull", "york"];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Rows_of_one_name_give_nobody_away_across_figures_of_a_sum(int late, bool shown)
    {
        // Of ten girls with an address 14 days ahead a few had none 28 days ahead: neither board sees girls at 28 days, and of both together it is twice as many.
        static PersonFacts Of(string scheme, string gender, string? confirmed) =>
            new ACase().Released("2010-06-14").Address("2010-06-14", confirmed).Person() is var p ? p with { Gender = gender, Cases = [p.Cases[0] with { Scheme = scheme }] } : null!;
        IEnumerable<PersonFacts> People(string scheme, string gender, int by28, int by14, int never) =>
        [
            .. Enumerable.Range(0, by28).Select(_ => Of(scheme, gender, "2010-05-10")),
            .. Enumerable.Range(0, by14).Select(_ => Of(scheme, gender, "2010-05-25")),
            .. Enumerable.Range(0, never).Select(_ => Of(scheme, gender, "2010-06-10")),
        ];
        List<PersonFacts> people = [.. Schemes.SelectMany(s => People(s, "female", 10 - late, late, 10).Concat(People(s, "male", 10, 10, 10)))];
        IReadOnlyList<Measure> measures = [AddressInTime.Days14, AddressInTime.Days28];
        FiguresOfPeople Figures(Func<Measured, string?>? schemeOf, IEnumerable<PersonFacts> of) => SafeFiguresTests.Reckoned(measures, of, [Breakdown.Gender], schemeOf);

        var board = new SafeView(Figures(null, people.Where(p => p.Cases[0].Scheme == "hull")));
        board.Of(AddressInTime.Days28, 0).Met.ShouldBe(20 - late);
        board.By(AddressInTime.Days14, Breakdown.Gender).Count.ShouldBe(2);
        board.By(AddressInTime.Days28, Breakdown.Gender).ShouldBeEmpty();

        var sum = new SafeView(Figures(m => m.Scheme, people));
        sum.By(AddressInTime.Days14, Breakdown.Gender).Select(r => r.Figure.Met).ShouldBe([20, 40]);
        sum.By(AddressInTime.Days28, Breakdown.Gender).Select(r => r.Figure.Met).ShouldBe(shown ? [20 - (2 * late), 20] : []);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    public void The_sum_over_all_rules_is_hidden_where_one_rule_is_though_all_its_own_counts_are_large(int late, bool shown)
    {
        // Two rules are shown; of the third both boards hide who is late. What the two leave of all would be those.
        IReadOnlyList<Measure> measures = [Rule(0), Rule(1), Rule(2), InTime.All with { Of = (person, asked) => Rules.SelectMany(r => r.Of(person, asked)) }];
        List<PersonFacts> people = [.. Schemes.SelectMany(s => Answers(s, "L..", 10).Concat(Answers(s, "T..", 10)).Concat(Answers(s, ".L.", 10)).Concat(Answers(s, ".T.", 10)).Concat(Answers(s, "..L", late)).Concat(Answers(s, "..T", 8)))];

        var view = new SafeView(SafeFiguresTests.Reckoned(measures, people, schemeOf: m => m.Scheme));
        measures.Select(m => view.Of(m, 0).Met).ShouldBe(shown ? [20, 20, 16, 56] : [20, 20, null, null]);
    }

    private static IEnumerable<Measure> Rules => Enumerable.Range(0, 3).Select(Rule);

    /// <summary>What stands at that place of the reference: T in time, L late, nothing where no duty came due.</summary>
    private static Measure Rule(int at) =>
        InTime.EachRule[0] with
        {
            Code = $"timely-{at}",
            Of = (person, _) => person.Reference[at] == '.' ? [] : [new Measured(person, Day("2010-05-10").AddDays(at), person.Reference[at] == 'T' ? "on-time" : "late", person.Cases[0], person.Sentences[0])],
        };

    private static IEnumerable<PersonFacts> Answers(string scheme, string answers, int count) =>
        Enumerable.Range(0, count).Select(_ => new ACase().Person()).Select(p => p with { Reference = answers, Cases = [p.Cases[0] with { Scheme = scheme }] });
}
