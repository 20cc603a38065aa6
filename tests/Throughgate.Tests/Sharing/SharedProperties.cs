using FsCheck;
using FsCheck.Fluent;
using Throughgate.Tests.Build;
using Throughgate.Domain.Sharing;

namespace Throughgate.Tests.Sharing;

/// <summary>What holds of every history of consent, refusal, withdrawal and decision.</summary>
[Trait("requirement", "R19")]
public sealed class SharedProperties
{
    /// <summary>How many random histories: all of them in the long run.</summary>
    private static readonly int Histories = Long.Or(3_000, 10_000);

    private static readonly DateOnly Start = new(2010, 3, 1);

    [Fact]
    public void Nothing_is_ever_shared_in_a_refused_withdrawn_expired_or_lapsed_state_and_no_no_is_overridden_unasked()
    {
        var (shared, overridden, refused) = (0, 0, 0);
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var life = new RandomSharing(new Random(seed), Start);
                    for (var step = 0; step < 25; step++)
                    {
                        life.Step();
                        var (facts, now, today) = (life.Facts, life.Now, life.Today);
                        foreach (var one in SharedInformation.With(facts, now, today))
                        {
                            var said = facts.Answers.Where(a => a.Category == one.Category).OrderBy(a => a.On).ThenBy(a => a.At).ThenBy(a => !a.IsGiven).LastOrDefault();
                            var saysNo = said is { IsGiven: false };
                            refused += saysNo ? 1 : 0;
                            if (!one.IsShared)
                            {
                                one.Basis.ShouldBeNull();
                                continue;
                            }

                            shared++;
                            facts.Kind.ShouldNotBe(PartnerKinds.Police);
                            facts.Agreements.ShouldContain(a => a.Days.Contains(today) && a.HasProtocol && a.Categories.Contains(one.Category));
                            facts.Partner.Contains(today).ShouldBeTrue();
                            facts.Programme.Contains(today).ShouldBeTrue();
                            (one.Until >= today).ShouldBeTrue();
                            if (one.Basis == SharingBases.Consent)
                            {
                                said.ShouldNotBeNull().ShouldSatisfyAllConditions(a => a.IsGiven.ShouldBeTrue(), a => (a.Until >= today).ShouldBeTrue());
                                continue;
                            }

                            var decision = facts.Decisions.Single(d => d.Id == one.Decision);
                            (decision.Once, decision.EndedAt, decision.Until >= today, decision.Basis).ShouldBe((false, null, true, one.Basis));
                            if (saysNo)
                            {
                                overridden++;
                                decision.OverridesRefusal.ShouldBeTrue();
                                (decision.DecidedAt >= said!.At).ShouldBeTrue("a no after the decision stands");
                                decision.Confirmed.ShouldNotBeNull().By.ShouldNotBe(decision.DecidedBy);
                            }
                        }
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));
        (shared > Histories && overridden > Histories / 100 && refused > Histories).ShouldBeTrue($"{shared} shared, {overridden} overridden, {refused} refused: the histories meet what they are to meet");
    }

    [Fact]
    public void What_was_so_at_an_instant_stays_so_whatever_is_recorded_later() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var life = new RandomSharing(new Random(seed), Start);
                    for (var i = 0; i < 12; i++)
                    {
                        life.Step();
                    }

                    var (then, on) = (life.Now, life.Today);
                    var before = SharedInformation.With(life.Facts, then, on);
                    var known = life.Facts.Answers.Count;
                    for (var i = 0; i < 12; i++)
                    {
                        life.Step();
                    }

                    // What is recorded in the very same instant is not later.
                    if (life.Facts.Answers.Skip(known).Any(a => a.At == then) || life.Facts.Decisions.Any(d => d.DecidedAt == then || d.Confirmed?.At == then || d.EndedAt == then))
                    {
                        return;
                    }

                    SharedInformation.With(life.Facts, then, on).ShouldBe(before);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
