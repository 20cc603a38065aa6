using FsCheck;
using FsCheck.Fluent;
using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Tests.Build;
using Throughgate.Web.Data.Handing;

namespace Throughgate.Tests.Returns.Handing;

/// <summary>Frozen facts come to the same figures with the same people, without saying who they are; differences are what they say.</summary>
[Trait("rule", "RET-3")]
public sealed class FrozenTests
{
    private static readonly Dictionary<Guid, Guid> NoTokens = [];

    private static FrozenBundle Freeze(IReadOnlyList<PersonFacts> people, ReturnQuestion question, out IReadOnlyList<Known> known)
    {
        (var hidden, known) = Pseudonyms.Of(people, NoTokens, Guid.CreateVersion7);
        return FrozenBundle.Read(new FrozenBundle(Editions.Now, question, hidden, Frozen.Text(QuarterlyReturn.Reckon(hidden, question)), []).Write());
    }

    [Fact]
    public void Whoever_they_are_the_frozen_facts_come_to_the_same_figures() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var people = RandomPeople.From(seeds);
                    foreach (var question in new[] { Quarter1.InPeriod, Quarter1.ByPeriodEnd })
                    {
                        var bundle = Freeze(people, question, out var known);
                        bundle.IsSame.ShouldBeTrue();
                        var by = known.ToDictionary(k => k.Pseudonym);
                        var live = QuarterlyReturn.Reckon(people, question);
                        Frozen.Seal(bundle.Replay(named: p => Pseudonyms.Named(p, by[p.Reference]))).ShouldBe(Frozen.Seal(live));
                        Difference.Cells(bundle.Replay()).Select(f => f.Value).ShouldBe(Difference.Cells(live).Select(f => f.Value));
                        Obstacles.Of(live).Count.ShouldBe(Obstacles.Of(bundle.Replay()).Count);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Long.Or(60, 500)));

    [Fact]
    public void Ties_are_settled_by_pseudonyms_as_they_were_by_references()
    {
        // Of two releases on one day the higher reference is taken, letter by letter: S2 comes after S10.
        var person = Quarter1.Person().With(Quarter1.Custodial("S10") with { MainOffence = "arson" }, Quarter1.Custodial("S2"));
        Freeze([person], Quarter1.InPeriod, out _).Replay().Find("I3", "robbery", Tables.Released)!.Value.ShouldBe(1);
    }

    [Fact]
    public void Nothing_in_the_frozen_facts_says_who_it_was()
    {
        var person = Quarter1.Person("P2010-CANARY", born: "1994-01-17").With(Quarter1.Case(Quarter1.Custodial("S-CANARY"), "C-CANARY"));
        var (hidden, known) = Pseudonyms.Of([person], NoTokens, Guid.CreateVersion7);
        var text = System.Text.Json.JsonSerializer.Serialize(hidden);
        text.ShouldNotContain("CANARY");
        text.ShouldNotContain(person.Id.ToString());
        hidden[0].DateOfBirth.ShouldBe(Quarter1.Day("1994-01-31")); // as coarse as the age on arrest bears
        known[0].References.Values.ShouldBe(["P2010-CANARY", "S-CANARY", "C-CANARY"]);
    }

    [Fact]
    public void Somebody_who_stood_in_an_earlier_version_keeps_their_token()
    {
        var person = Quarter1.Person();
        var token = Guid.CreateVersion7();
        Pseudonyms.Of([person, Quarter1.Person("P2")], new Dictionary<Guid, Guid> { [person.Id] = token }, Guid.CreateVersion7).People[0].Id.ShouldBe(token);
    }

    [Fact]
    public void A_return_frozen_by_the_first_edition_still_replays()
    {
        // Made once by edition 1 and kept: whoever changes how a return counts adds an edition, and this one stays as it is.
        var path = Repository.PathOf("tests", "golden", "frozen-return-edition-1.br");
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            var people = RandomPeople.From(Enumerable.Range(1, 300));
            var (hidden, _) = Pseudonyms.Of(people, NoTokens, Guid.CreateVersion7);
            File.WriteAllBytes(path, new FrozenBundle(Editions.First, Quarter1.InPeriod, hidden, Frozen.Text(QuarterlyReturn.Reckon(hidden, Quarter1.InPeriod)), []).Write());
        }

        var bundle = FrozenBundle.Read(File.ReadAllBytes(path));
        bundle.Edition.ShouldBe(Editions.First);
        bundle.IsSame.ShouldBeTrue();
        bundle.Replay().Released().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_difference_says_who_joined_and_who_is_gone()
    {
        var (stays, goes, comes) = (Quarter1.Person("P1").With(Quarter1.Custodial()), Quarter1.Person("P2").With(Quarter1.Custodial("S2")), Quarter1.Person("P3", gender: "female").With(Quarter1.Custodial("S3")));
        var changes = Difference.Of(Quarter1.Reckon(stays, goes), Quarter1.Reckon(stays, comes));
        var male = changes.Single(c => c is { Table: "I1", Row: "male 16", Column: Tables.Released });
        (male.Was, male.Is, male.Joined.Count, male.Gone.Single().Person).ShouldBe((2, 1, 0, "P2"));
        changes.Single(c => c is { Table: "I1", Row: "female 16", Column: Tables.Released }).Joined.Single().Person.ShouldBe("P3");

        // The number of robbery stays, the people do not.
        var robbery = changes.Single(c => c is { Table: "I3", Row: "robbery", Column: Tables.Released });
        (robbery.Was, robbery.Is, robbery.Joined.Single().Person, robbery.Gone.Single().Person).ShouldBe((2, 2, "P3", "P2"));
    }

    [Fact]
    public void In_every_cell_what_was_with_who_joined_less_who_is_gone_is_what_is() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(int[], int[])>(),
                both =>
                {
                    var one = RandomPeople.From(both.Item1);
                    var kept = one.Skip(one.Count / 3).Concat(RandomPeople.From(both.Item2)).ToList();
                    var (was, now) = (QuarterlyReturn.Reckon(one, Quarter1.InPeriod), QuarterlyReturn.Reckon(kept, Quarter1.InPeriod));
                    var changes = Difference.Of(was, now).ToDictionary(c => (c.Table, c.Row, c.Column));
                    foreach (var (before, after) in Difference.Cells(was).Zip(Difference.Cells(now)))
                    {
                        var change = changes.GetValueOrDefault((after.Table, after.Row, after.Column));
                        (before.Value + (change?.Joined.Count ?? 0) - (change?.Gone.Count ?? 0)).ShouldBe(after.Value);
                        (change is null).ShouldBe(before.Members.Select(m => m.PersonId).Order().SequenceEqual(after.Members.Select(m => m.PersonId).Order()));
                    }

                    Difference.Of(was, was).ShouldBeEmpty();
                    Difference.Of(now, was).Count.ShouldBe(changes.Count);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Long.Or(60, 500)));
}
