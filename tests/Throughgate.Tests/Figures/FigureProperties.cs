using Throughgate.Domain.Figures;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Figures;

/// <summary>What holds of every measure, over everybody of the sample.</summary>
[Trait("rule", "PER-1")]
public sealed class FigureProperties
{
    private static readonly DateRange Year = new(Day("2010-04-01"), Day("2011-03-31"));
    private static readonly DateRange[] Quarters = [.. Enumerable.Range(1, 4).Select(q => new FinancialQuarter(2010, q).Days)];

    private static FiguresOfPeople Reckoned(Scope scope)
    {
        var figures = new FiguresOfPeople(MeasureRegister.All, Told.Asked("2011-06-30", [Year, .. Quarters]) with { Scope = scope }, Keeps.People);
        foreach (var person in SampleBundle.People)
        {
            figures.Add(person);
        }

        return figures;
    }

    private static readonly Lazy<FiguresOfPeople> Leeds = new(() => Reckoned(Told.Asked().Scope));

    [Fact]
    public void Everybody_counted_stands_in_exactly_one_part_and_was_counted_in_the_period()
    {
        foreach (var measure in MeasureRegister.All)
        {
            for (var p = 0; p < 5; p++)
            {
                var tally = Leeds.Value.Of(measure, p);
                tally.ByPart.Sum().ShouldBe(tally.Whole, measure.Code);
                (tally.Met + tally.NotMet + tally.Untold).ShouldBe(tally.Whole, measure.Code);
                tally.Met.ShouldBeLessThanOrEqualTo(tally.Told, measure.Code);
                tally.People.Count.ShouldBe(tally.Whole, measure.Code);
                tally.People.ShouldAllBe(m => tally.Period.Contains(m.On));
                tally.AtLeast[0].ShouldBe(tally.Whole);
                if (measure.Once != Once.Every)
                {
                    (measure.Once == Once.AtTheEnd || tally.People.Select(m => m.Person.Id).Distinct().Count() == tally.Whole).ShouldBeTrue(measure.Code);
                }
            }
        }

        MeasureRegister.All.Count(m => Leeds.Value.Of(m).Whole > 0).ShouldBeGreaterThan(30);
    }

    [Fact]
    public void The_quarters_of_a_year_add_up_to_it()
    {
        foreach (var measure in MeasureRegister.All.Where(m => m.Once == Once.Every))
        {
            Enumerable.Range(1, 4).Sum(q => Leeds.Value.Of(measure, q).Whole).ShouldBe(Leeds.Value.Of(measure).Whole, measure.Code);
            Enumerable.Range(1, 4).Sum(q => Leeds.Value.Of(measure, q).Met).ShouldBe(Leeds.Value.Of(measure).Met, measure.Code);
        }
    }

    [Fact]
    public void The_rows_of_a_breakdown_add_up_to_the_whole()
    {
        foreach (var measure in MeasureRegister.All)
        {
            var tally = Leeds.Value.Of(measure);
            foreach (var breakdown in Enum.GetValues<Breakdown>())
            {
                tally.People.GroupBy(p => breakdown.RowOf(p, e => e)).Sum(g => g.Count()).ShouldBe(tally.Whole, $"{measure.Code} {breakdown}");
            }
        }
    }

    [Fact]
    public void Schemes_add_up_to_the_nation()
    {
        var schemes = SampleBundle.People.SelectMany(p => p.Cases).Select(c => c.Scheme).Distinct();
        var nation = Reckoned(new Scope { Yots = new HashSet<string>() });
        var each = schemes.Select(s => Reckoned(new Scope { Schemes = new HashSet<string> { s }, Yots = new HashSet<string>() })).ToList();
        foreach (var measure in MeasureRegister.All.Where(m => !m.OfResidents))
        {
            // A release from one sentence with programmes of two schemes counts for each, and once for the nation.
            var sum = each.Sum(f => f.Of(measure).Whole);
            sum.ShouldBeGreaterThanOrEqualTo(nation.Of(measure).Whole, measure.Code);
            if (!measure.Whole.StartsWith("Releases", StringComparison.Ordinal))
            {
                sum.ShouldBe(nation.Of(measure).Whole, measure.Code);
            }
        }
    }

    [Fact]
    public void An_address_28_days_before_is_one_14_days_before()
    {
        int Met(string code) => Leeds.Value.Of(MeasureRegister.Find(code)!).Met;
        Met("address-42").ShouldBeLessThanOrEqualTo(Met("address-28"));
        Met("address-28").ShouldBeLessThanOrEqualTo(Met("address-14"));
        Met("started").ShouldBe(Leeds.Value.Of(MeasureRegister.Find("met-at-gate")!).Whole);
    }
}
