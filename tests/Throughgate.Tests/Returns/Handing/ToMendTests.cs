using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;

namespace Throughgate.Tests.Returns.Handing;

/// <summary>What stops or weakens a return, by worked examples (RET-2, RET-4).</summary>
[Trait("rule", "RET-2")]
public sealed class ToMendTests
{
    private static IReadOnlyList<Mend> Of(IReadOnlySet<Guid> offered, params PersonFacts[] people) =>
        ToMend.Of(QuarterlyReturn.Reckon(people, Quarter1.InPeriod with { Ethnicities = ["W1", "B1", "NS"] }), people.ToDictionary(p => p.Id), offered);

    private static HashSet<Guid> All(params PersonFacts[] people) => people.Select(p => p.Id).ToHashSet();

    [Fact]
    public void Nothing_is_to_be_mended_where_all_is_known()
    {
        var person = Quarter1.Person().With(Quarter1.Case(Quarter1.Custodial()));
        Of(All(person), person).ShouldBeEmpty();
    }

    [Fact]
    public void Each_thing_that_is_missing_is_a_line_of_its_own()
    {
        var homeless = Quarter1.Person("P1").LivingIn().With(Quarter1.Case(Quarter1.Custodial("S1")));
        var undated = Quarter1.Person("P2").With(Quarter1.Custodial("S2", arrested: null));
        var closing = Quarter1.Person("P3").With(Quarter1.Case(Quarter1.Community("S3"), "C3", closed: "2010-06-02"));
        var never = Quarter1.Person("P4").With(Quarter1.Case(Quarter1.Custodial("S4"), "C4", start: null));

        var mends = Of(All(homeless, undated, closing), homeless, undated, closing, never);

        mends.Select(m => (m.PersonId, m.Kind)).ShouldBe(
            [
                (homeless.Id, MendKind.Residence),
                (undated.Id, MendKind.CountingDate),
                (closing.Id, MendKind.EndAsset),
                (closing.Id, MendKind.StartAsset),
                (never.Id, MendKind.NeverOffered),
                (never.Id, MendKind.PlanNotAgreed),
                (closing.Id, MendKind.Hours),
            ],
            ignoreOrder: true
        );
        mends.Single(m => m.Kind == MendKind.Residence).On.ShouldBe(Quarter1.Day("2010-05-01"));
        mends.Single(m => m.Kind == MendKind.CountingDate).Sentence.ShouldBe(undated.Sentences[0].Id);
        mends.Count(m => m.Stops).ShouldBe(4);
    }

    [Fact]
    public void An_Asset_that_lacks_scores_is_the_one_to_mend()
    {
        var scored = Quarter1.Asset("2010-06-01", "programme_end", 1) with { Id = Guid.CreateVersion7() };
        var gap = scored with { Scores = [null, .. scored.Scores.Skip(1)] };
        var person = Quarter1.Person().With(
            Quarter1.Case(Quarter1.Community(), closed: "2010-06-02") with { Assessments = [Quarter1.Asset("2010-04-01", "start", 2), gap], Ete = [Quarter1.Ete("2010-05-24", 20)] }
        );
        var mend = Of(All(person), person).ShouldHaveSingleItem();
        (mend.Kind, mend.Row, mend.Sections!.Single()).ShouldBe((MendKind.EndAsset, gap.Id, "living_arrangements"));
    }

    [Theory]
    [InlineData(19, true)] // 1 of 20 is 5%: not more
    [InlineData(18, false)]
    public void Unknown_ethnicity_weakens_from_more_than_a_twentieth_on(int known, bool fine)
    {
        var people = Enumerable.Range(0, known).Select(i => Quarter1.Person($"P{i}")).Append(Quarter1.Person("PX", ethnicity: "NS"))
            .Select((p, i) => p.With(Quarter1.Custodial($"S{i}"))).ToArray();
        Of(All(people), people).Any(m => m.Kind == MendKind.Ethnicity).ShouldBe(!fine);
    }

    [Fact]
    [Trait("rule", "RET-4")]
    public void Typed_figures_stand_beside_the_counted_ones_with_their_people()
    {
        var figures = Quarter1.Reckon(Quarter1.Person().With(Quarter1.Custodial()));
        var beside = Typed.Compare(figures, new Dictionary<(string, string, string), int> { [("I1", "male 16", Tables.Released)] = 3, [("I4", "", Tables.Completing)] = 0 });
        var differs = beside.Where(b => b.Differs).ShouldHaveSingleItem();
        (differs.Counted.Row, differs.More, differs.Counted.People.Single()).ShouldBe(("male 16", 2, "P1"));
        beside.Count(b => b.Typed is null).ShouldBe(beside.Count - 2);
        Typed.IsNil(figures).ShouldBeFalse();
        Typed.IsNil(Quarter1.Reckon()).ShouldBeTrue();
    }
}
