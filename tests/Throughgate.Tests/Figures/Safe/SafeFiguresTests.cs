using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Gate;
using Throughgate.Domain.Figures.Homes;
using Throughgate.Domain.Figures.Planning;
using Throughgate.Domain.Figures.Safe;
using Throughgate.Domain.Figures.TakeUp;
using Throughgate.Domain.People;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Figures.Safe;

/// <summary>INF-6 for figures of performance.</summary>
[Trait("rule", "INF-6")]
public sealed class SafeFiguresTests
{
    private static readonly Measure[] OfReleases = [OfferedByRelease.Measure, StartedByRelease.Measure, AddressInTime.Days14, AddressInTime.Days28, AddressInTime.Days42, MetAtTheGate.Measure];

    internal static FiguresOfPeople Reckoned(IReadOnlyList<Measure> measures, IEnumerable<PersonFacts> people, IReadOnlyList<Breakdown>? breakdowns = null, Func<Measured, string?>? schemeOf = null)
    {
        var asked = Told.Asked();
        var figures = new FiguresOfPeople(measures, asked with { Scope = asked.Scope with { Schemes = null } }, Keeps.Events) { Breakdowns = breakdowns ?? [], SchemeOf = schemeOf };
        foreach (var person in people)
        {
            figures.Add(person);
        }

        return figures;
    }

    private static IEnumerable<PersonFacts> People(int count, Func<ACase> of) => Enumerable.Range(0, count).Select(_ => of().Person());

    private static ACase Leaving() => new ACase().Released("2010-06-14").Refused("2010-06-01");

    [Theory]
    [InlineData(4, 20, ShownAs.Hidden)]
    [InlineData(5, 20, ShownAs.Parts)]
    [InlineData(20, 4, ShownAs.Hidden)]
    [InlineData(0, 20, ShownAs.Parts)]
    [InlineData(0, 4, ShownAs.Hidden)]
    [InlineData(0, 0, ShownAs.Nothing)]
    public void A_part_of_1_to_4_hides_the_figure(int met, int notMet, ShownAs shown)
    {
        var figures = Reckoned([StartedByRelease.Measure], People(met, () => Leaving().Started("2010-06-01")).Concat(People(notMet, Leaving)));
        var safe = SafeFigures.Of([figures.Of(StartedByRelease.Measure)]);
        safe.Of(StartedByRelease.Measure).ShouldBe(shown);
        if (shown == ShownAs.Hidden)
        {
            var hidden = Shown.Safe(figures.Of(StartedByRelease.Measure), shown);
            (hidden.Whole, hidden.Met, hidden.NotMet, hidden.Untold, hidden.Parts, hidden.Share).ShouldBe((null, null, null, null, null, null));
        }
    }

    [Fact]
    public void Few_untold_go_with_those_who_did_not()
    {
        var people = People(10, () => Leaving().Address("2010-06-14", "2010-04-01")).Concat(People(8, () => Leaving().Address("2010-06-14", null))).Concat(People(2, Leaving));
        var tally = Reckoned([AddressInTime.Days14], people).Of(AddressInTime.Days14);
        var safe = SafeFigures.Of([tally]);
        safe.Of(AddressInTime.Days14).ShouldBe(ShownAs.MetAndRest);
        var shown = Shown.Safe(tally, safe.Of(AddressInTime.Days14));
        (shown.Whole, shown.Met, shown.NotMet, shown.Untold).ShouldBe((20, 10, null, null));
    }

    [Fact]
    public void Two_periods_are_compared_over_the_same_people()
    {
        var measure = AddressInTime.Days14;
        var told = new Shown(measure, Told.Quarter, ShownAs.Answers) { Whole = 100, Met = 40, NotMet = 10, Untold = 50 };
        var rest = new Shown(measure, Told.Quarter, ShownAs.MetAndRest) { Whole = 100, Met = 40 };
        (told.Share, rest.Share, told.AsCoarseAs(rest).Share).ShouldBe((0.8, 0.4, 0.4));
        told.Against(rest).ShouldBe(Compared.CannotTell);
        told.Against(told with { Met = 10, NotMet = 40 }).ShouldBe(Compared.Higher);
    }

    [Fact]
    public void What_another_figure_would_give_away_is_hidden_with_it()
    {
        // Started: 20 of 22, hidden for the two who did not. The gate's whole are those 20: beside the 22 offered it would say so.
        var people = People(20, () => Leaving().Started("2010-06-01").MetAtGate("2010-06-14")).Concat(People(2, Leaving));
        var figures = Reckoned(OfReleases, people);
        var safe = SafeFigures.Of(OfReleases.Select(m => figures.Of(m)));
        safe.Of(OfferedByRelease.Measure).ShouldBe(ShownAs.Parts);
        safe.Of(StartedByRelease.Measure).ShouldBe(ShownAs.Hidden);
        safe.Of(MetAtTheGate.Measure).ShouldBe(ShownAs.Hidden);
    }

    [Fact]
    public void Many_events_of_few_people_are_few()
    {
        var person = Enumerable.Range(1, 28).Aggregate(new ACase(), (c, day) => c.Contact($"2010-05-{day:00}")).Person();
        var measure = Domain.Figures.Lasting.ContactsKept.Measure;
        SafeFigures.Of([Reckoned([measure], [person]).Of(measure)]).Of(measure).ShouldBe(ShownAs.Hidden);
    }

    [Fact]
    public void Of_a_breakdown_all_rows_are_shown_or_none()
    {
        FiguresOfPeople With(int girls) => Reckoned(
            [StartedByRelease.Measure],
            People(10, () => Leaving().Started("2010-06-01")).Concat(People(10, Leaving)).Select((p, i) => i % 10 < girls ? p with { Gender = "female" } : p),
            [Breakdown.Gender]
        );
        new SafeView(With(5)).By(StartedByRelease.Measure, Breakdown.Gender).Select(r => (r.Row, r.Figure.Met, r.Figure.NotMet)).ShouldBe([("female", 5, null), ("male", 5, null)]);
        new SafeView(With(4)).By(StartedByRelease.Measure, Breakdown.Gender).ShouldBeEmpty();
        new SafeView(With(4)).Of(StartedByRelease.Measure, 0).Met.ShouldBe(10);
    }

    [Fact]
    public void Rows_of_one_name_give_nobody_away_across_figures()
    {
        // Twelve girls were offered support and ten of them started: two between, though the figures themselves lie twelve apart.
        static IEnumerable<PersonFacts> Of(string gender, int started, int offered, int neither) =>
            People(started, () => Leaving().Started("2010-06-01")).Concat(People(offered, Leaving)).Concat(People(neither, () => new ACase().Released("2010-06-14"))).Select(p => p with { Gender = gender });
        SafeView Shown(int girls) => new(Reckoned([OfferedByRelease.Measure, StartedByRelease.Measure], [.. Of("female", 10, girls, 6), .. Of("male", 10, 10, 10)], [Breakdown.Gender]));
        Shown(girls: 5).By(StartedByRelease.Measure, Breakdown.Gender).Count.ShouldBe(2);
        var two = Shown(girls: 2);
        two.Of(StartedByRelease.Measure, 0).Met.ShouldBe(20);
        two.By(OfferedByRelease.Measure, Breakdown.Gender).Count.ShouldBe(2);
        two.By(StartedByRelease.Measure, Breakdown.Gender).ShouldBeEmpty();
    }

    [Fact]
    public void The_sum_of_the_rules_is_hidden_where_one_of_them_is()
    {
        IReadOnlyList<Measure> measures = [InTime.All, .. InTime.EachRule];
        var people = People(10, () => new ACase { LeadProfessional = Day("2010-04-12") }.Sentenced("2010-04-01")).Concat(People(2, () => new ACase { LeadProfessional = Day("2010-05-12") }.Sentenced("2010-04-01")));
        var figures = Reckoned(measures, people);
        var safe = SafeFigures.Of(measures.Select(m => figures.Of(m)));
        safe.Of(measures.Single(m => m.Code == "timely-PLN-1")).ShouldBe(ShownAs.Hidden);
        safe.Of(InTime.All).ShouldBe(ShownAs.Hidden);
    }

    [Fact]
    public void One_hidden_scheme_is_not_had_by_taking_the_others_from_the_sum()
    {
        static IEnumerable<PersonFacts> Of(string scheme, int met, int rest) =>
            People(met, () => Leaving().Started("2010-06-01")).Concat(People(rest, Leaving)).Select(p => p with { Cases = [p.Cases[0] with { Scheme = scheme }] });
        Shown Sum(params IEnumerable<PersonFacts>[] schemes) =>
            new SafeView(Reckoned([StartedByRelease.Measure], [.. schemes.SelectMany(s => s)], schemeOf: m => m.Scheme)).Of(StartedByRelease.Measure, 0);
        Sum(Of("leeds", 10, 10), Of("york", 10, 10)).Met.ShouldBe(20);
        Sum(Of("leeds", 10, 10), Of("york", 10, 10), Of("hull", 2, 8)).As.ShouldBe(ShownAs.Hidden, "it would be what remains");
        Sum(Of("leeds", 10, 10), Of("hull", 3, 8), Of("york", 3, 8)).Met.ShouldBe(16, "six in two schemes, nobody knows how many in each");
        Sum(Of("leeds", 10, 10), Of("hull", 1, 8), Of("york", 2, 8)).As.ShouldBe(ShownAs.Hidden, "three remain");
        Sum(Of("leeds", 10, 10), Of("hull", 4, 0), Of("york", 4, 0)).As.ShouldBe(ShownAs.Hidden, "four each, as both are hidden and eight remain");
    }

    [Fact]
    public void One_scheme_hidden_for_what_it_would_give_away_hides_the_sum_though_its_own_counts_are_large()
    {
        static IEnumerable<PersonFacts> Of(string scheme, int notStarted) =>
            People(10, () => Leaving().Started("2010-06-01").MetAtGate("2010-06-14"))
                .Concat(People(10, () => Leaving().Started("2010-06-01").Contact("2010-06-20")))
                .Concat(People(notStarted, Leaving))
                .Select(p => p with { Cases = [p.Cases[0] with { Scheme = scheme }] });
        IReadOnlyList<Measure> measures = [OfferedByRelease.Measure, StartedByRelease.Measure, MetAtTheGate.Measure];
        ShownAs Gate(int inHull) =>
            new SafeView(Reckoned(measures, [.. Of("leeds", 10), .. Of("york", 10), .. Of("hull", inHull)], schemeOf: m => m.Scheme)).Of(MetAtTheGate.Measure, 0).As;
        Gate(inHull: 10).ShouldBe(ShownAs.Parts);
        Gate(inHull: 2).ShouldBe(ShownAs.Hidden, "20 of Hull's 22 were at the gate's count: the sum less Leeds and York would say so");
    }

    /// <summary>
    /// An attacker who knows the definitions solves the linear system over everything shown. What can be told of any young people by it counts nobody,
    /// or at least five. Independent of how the product decides: only what it shows goes in.
    /// </summary>
    [Fact]
    public void An_attacker_with_linear_algebra_finds_nothing()
    {
        var shownAtAll = 0;
        var kinds = Kinds().ToList();
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var people = Enumerable.Range(0, random.Next(5, 90)).Select(_ => kinds[Pick(random, kinds.Count)]().Person()).ToList();
            var figures = Reckoned(OfReleases, people);
            var safe = SafeFigures.Of(OfReleases.Select(m => figures.Of(m)));
            var attacker = new Attacker(people, [.. kinds.Select(k => k().Person())], OfReleases);
            foreach (var measure in OfReleases)
            {
                var shown = Shown.Safe(figures.Of(measure), safe.Of(measure));
                shownAtAll += shown.IsCounted ? 1 : 0;
                attacker.Learn(measure, shown);
            }

            attacker.Finds().ShouldBeEmpty($"seed {seed}");
        }

        shownAtAll.ShouldBeGreaterThan(200);
    }

    /// <summary>Some kinds often and some seldom, so that there are small counts and large ones.</summary>
    private static int Pick(Random random, int of) => (int)(of * Math.Pow(random.NextDouble(), 3));

    /// <summary>Every kind of young person that the definitions let there be.</summary>
    private static IEnumerable<Func<ACase>> Kinds()
    {
        foreach (var address in new[] { "2010-04-20", "2010-05-10", "2010-05-25", "2010-06-10", "never", "none" })
        {
            foreach (var (offered, started, met) in from o in new[] { true, false } from s in new[] { true, false } from m in new[] { true, false } select (o, s, m))
            {
                yield return () =>
                {
                    var of = new ACase().Released("2010-06-14");
                    of = offered ? of.Refused("2010-05-01") : of;
                    of = started ? of.Started("2010-05-10") : of;
                    of = address == "none" ? of : of.Address("2010-06-14", address == "never" ? null : address);
                    return met ? of.MetAtGate("2010-06-14") : of;
                };
            }
        }
    }
}
