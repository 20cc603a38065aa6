using Throughgate.Domain.Extracts;
using Throughgate.Domain.Figures;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;
using Throughgate.Tests.Build;
using Throughgate.Tests.Figures;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Extracts;

/// <summary>Whoever is in an extract is like at least four others, in all columns together and in any of them, whatever the caseload.</summary>
[Trait("rule", "INF-6")]
public sealed class ExtractTests
{
    private static readonly Question Two = new("leeds", Whose.Released, new(Day("2009-04-01"), Day("2011-03-31")));
    private static readonly Asked Always = Told.Asked("2011-06-30", new DateRange(new(1990, 1, 1), Day("2011-06-30")));
    private static readonly string[] Ethnicities = ["W1", "W2", "M1", "A1", "B1", "B2", "O9", "NS"];
    private static readonly string[] Closings = ["no_longer_helps", "withdrew", "moved_away", "died", "recorded_in_error"];

    private static string GroupOf(string code) => Web.Features.Performance.ReckonFigures.GroupOf(code);

    [Fact]
    public void In_any_caseload_every_combination_of_any_columns_stands_for_at_least_five_and_hardly_anybody_is_left_out()
    {
        var (finest, coarsened) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var all = Candidates([.. Enumerable.Range(0, random.Next(1, 160)).Select(_ => Somebody(random, seed % 3))], seed % 2 == 0 ? Whose.Released : Whose.Started);
            var extract = Extract.Of(all);
            (extract.Rows.Count + extract.LeftOut).ShouldBe(all.Count);
            if (all.Count < Extract.Fewest)
            {
                extract.Rows.ShouldBeEmpty();
                continue;
            }

            (extract.LeftOut * Extract.OneIn).ShouldBeLessThanOrEqualTo(all.Count, $"seed {seed}");
            for (var some = 0; some < 1 << RecognisableBy.Columns.Count; some++)
            {
                extract.Rows.GroupBy(r => string.Join('|', r.Recognisable.Where((_, c) => (some & (1 << c)) != 0))).ShouldAllBe(g => g.Count() >= 5, $"seed {seed}, columns {some}");
            }

            foreach (var alike in extract.Rows.GroupBy(r => string.Join('|', r.Recognisable)))
            {
                for (var o = 0; o < Outcomes.Columns.Count; o++)
                {
                    var said = alike.Select(r => r.Outcomes[o]).Distinct().ToList();
                    (Outcomes.Columns[o].Harms && said.Count == 1 && !Outcomes.Nothing.Contains(said[0]) && said[0] != Extract.NotGiven).ShouldBeFalse($"seed {seed}: {Outcomes.Columns[o].Code} of everybody alike is {said[0]}");
                }
            }

            var again = Extract.Of([.. all.OrderBy(_ => random.Next())]);
            again.Levels.ShouldBe(extract.Levels);
            again.Rows.Select(r => r.Person).ShouldBe(extract.Rows.Select(r => r.Person));
            finest += extract.Levels.Count(l => l == 0);
            coarsened += extract.Levels.Count(l => l > 0);
        }

        finest.ShouldBeGreaterThan(50);
        coarsened.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Each_person_stands_in_one_row_and_every_cell_is_one_of_those_defined()
    {
        var all = Candidates(SampleBundle.People, Whose.Released, Two with { Period = new(Day("2008-04-01"), Day("2011-03-31")) });
        all.Count.ShouldBeGreaterThan(20);
        all.Select(c => c.Person).ShouldBeUnique();
        var extract = Extract.Of(all);
        foreach (var row in extract.Rows)
        {
            for (var c = 0; c < RecognisableBy.Columns.Count; c++)
            {
                var step = RecognisableBy.Columns[c].Steps[extract.Levels[c]];
                (step.Values.Contains(row.Recognisable[c]) || (step.Values.Count == 0 && row.Recognisable[c].StartsWith("20", StringComparison.Ordinal))).ShouldBeTrue(row.Recognisable[c]);
            }

            for (var o = 0; o < Outcomes.Columns.Count; o++)
            {
                Outcomes.Columns[o].Values.Append(Extract.NotGiven).ShouldContain(row.Outcomes[o]);
            }
        }

        Enumerable.Range(0, Outcomes.Columns.Count).Count(o => extract.Rows.Select(r => r.Outcomes[o]).Distinct().Count() > 1).ShouldBeGreaterThan(5, "outcomes differ");
    }

    [Fact]
    public void Who_are_all_alike_are_written_as_finely_as_can_be_and_a_study_again_as_it_was_before()
    {
        var alike = Enumerable.Range(0, 5).Select(_ => Somebody(new Random(4), 0)).ToList();
        Extract.Of(Candidates(alike, Whose.Released)).Levels.ShouldAllBe(l => l == 0);
        var (all, coarse) = (Candidates([.. alike, Somebody(new Random(9), 0)], Whose.Released), RecognisableBy.Columns.Select(c => c.Steps.Count - 1).ToList());
        var kept = Extract.Of(all, coarse);
        kept.Levels.ShouldBe(coarse);
        kept.LeftOut.ShouldBe(0);
        Extract.Of(Candidates(alike[..4], Whose.Released)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void How_it_went_is_told_of_the_latest_release_of_the_period()
    {
        var facts = new ACase().Sentenced("2009-10-01").Started("2010-01-05").Refused("2009-12-01").Accepted("2010-01-02").Released("2010-05-10").MetAtGate("2010-05-10").Address("2010-05-10", "2010-04-01").Closed("2010-12-01").Facts();
        var of = Subject.Of(PersonOf(facts), Two, Always, GroupOf)!;
        of.On.ShouldBe(Day("2010-05-10"));
        Said(of, "offers").ShouldBe("At the second offer");
        Said(of, "gate").ShouldBe("Yes");
        Said(of, "address").ShouldBe("Yes");
        Said(of, "ete-6").ShouldBe("Not recorded yet");
        Said(of, "length").ShouldBe("6 to 12 months");
        Said(of, "closing").ShouldBe("Support came to its end");
        Subject.Of(PersonOf(facts with { ClosingReason = ClosingReasons.RecordedInError }), Two, Always, GroupOf).ShouldBeNull();
        Subject.Of(PersonOf(facts), Two with { Period = new(Day("2010-06-01"), Day("2010-06-30")) }, Always, GroupOf).ShouldBeNull();
        Subject.Of(PersonOf(facts), Two with { Whose = Whose.Started, Period = new(Day("2010-01-01"), Day("2010-03-31")) }, Always, GroupOf)!.ReleasedOn.ShouldBe(Day("2010-05-10"));
    }

    private static string Said(Subject of, string code) => Outcomes.Columns.Single(o => o.Code == code).Of(of, Always);

    private static List<Candidate> Candidates(IReadOnlyList<PersonFacts> people, Whose whose, Question? question = null) =>
        [.. people.Select(p => Subject.Of(p, question ?? Two with { Whose = whose }, Always, GroupOf)).OfType<Subject>().Select(s => Candidate.Of(s, Always))];

    /// <param name="variety">0: nearly all alike; 2: as different as can be.</param>
    private static PersonFacts Somebody(Random random, int variety)
    {
        bool Often() => random.Next(10) < (variety == 0 ? 1 : 4);
        bool? Known() => Often() ? (Often() ? null : true) : false;
        var sentenced = Day("2009-02-01").AddDays(random.Next(variety == 2 ? 400 : 20));
        var released = sentenced.AddDays(60 + random.Next(variety == 0 ? 5 : 200));
        var started = sentenced.AddDays(random.Next(40));
        DateOnly? closed = random.Next(2) == 0 ? null : released.AddDays(random.Next(1, 100));
        var sentence = new SentenceFacts { Id = Guid.CreateVersion7(), Reference = "S1", Type = Often() ? "s91" : "dto", Kind = SentenceKind.Custodial, MainOffence = "robbery", SentencedOn = sentenced, ReleasedOn = released };
        var facts = new CaseFacts
        {
            Id = Guid.CreateVersion7(),
            Reference = "C1",
            PersonId = Guid.CreateVersion7(),
            Scheme = "leeds",
            Sentence = sentence,
            ReferredOn = sentenced,
            PlanAgreedByPersonOn = started,
            PlanAgreedByYotOn = started,
            ClosedOn = closed,
            ClosingReason = closed is null ? null : Closings[random.Next(Closings.Length)],
            Offers = [new(sentenced.AddDays(1), OfferSettings.Custody, Often() ? OfferAnswers.Refused : OfferAnswers.Accepted)],
        };
        return new()
        {
            Id = facts.PersonId,
            Reference = "P1",
            DateOfBirth = new DateOnly(1993, 1, 1).AddDays(random.Next(variety == 0 ? 30 : 2000)),
            Gender = Often() ? Genders.Female : Genders.Male,
            Ethnicity = Often() ? Ethnicities[random.Next(Ethnicities.Length)] : "W1",
            LookedAfter = Known(),
            Send = Known(),
            Residences = [new("leeds", new DateRange(new(1994, 5, 10), null))],
            Sentences = [sentence],
            Cases = [facts],
        };
    }
}
