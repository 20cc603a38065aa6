using Throughgate.Domain.Sharing;

namespace Throughgate.Tests.Sharing;

/// <summary>Worked examples of who may have what (INF-1), and that the police and employers have nothing by routine (INF-4).</summary>
[Trait("rule", "INF-1")]
[Trait("rule", "INF-4")]
public sealed class SharedInformationTests
{
    private static readonly DateOnly Today = new(2010, 5, 4);
    private static readonly DateTimeOffset Now = new(2010, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Priya = Guid.CreateVersion7();
    private static readonly Guid Sam = Guid.CreateVersion7();

    private static readonly SharingFacts Agreed = new()
    {
        Kind = "housing",
        Partner = new(new(2010, 1, 1), null),
        Programme = new(new(2010, 3, 1), null),
        Agreements = [new(new(new(2010, 1, 1), new(2010, 12, 31)), true, [Categories.Identity, Categories.Plan, Categories.Whereabouts])],
    };

    [Fact]
    public void Only_what_was_agreed_to_with_this_partner_and_stands_in_the_agreement_is_shared()
    {
        var facts = Agreed with { Answers = [Given(Categories.Plan), Given(Categories.Health), new(Categories.Identity, ConsentAnswers.Refused, Today, Now.AddHours(-1), null)] };
        Shared(facts).ShouldBe([Categories.Plan]);
        WhyNot(facts, Categories.Health).ShouldBe(WhyNotShared.NotInAgreement);
        WhyNot(facts, Categories.Identity).ShouldBe(WhyNotShared.Refused);
        WhyNot(facts, Categories.Whereabouts).ShouldBe(WhyNotShared.NeverAsked);
    }

    [Fact]
    [Trait("requirement", "R18")]
    public void A_lapsed_agreement_or_one_without_a_protocol_shares_nothing()
    {
        var facts = Agreed with { Answers = [Given(Categories.Plan)] };
        WhyNot(facts with { Agreements = [Agreed.Agreements[0] with { Days = new(new(2009, 1, 1), new(2010, 5, 3)) }] }, Categories.Plan).ShouldBe(WhyNotShared.NoAgreement);
        WhyNot(facts with { Agreements = [Agreed.Agreements[0] with { HasProtocol = false }] }, Categories.Plan).ShouldBe(WhyNotShared.NoProtocol);
        Shared(facts with { Agreements = [Agreed.Agreements[0] with { Days = new(new(2009, 1, 1), Today) }] }).ShouldBe([Categories.Plan], "the last day is inside it");
    }

    [Fact]
    [Trait("requirement", "R18")]
    public void Each_agreement_lets_out_its_own_categories_and_no_other()
    {
        foreach (var allowed in Categories.All)
        {
            var facts = Agreed with { Agreements = [Agreed.Agreements[0] with { Categories = [allowed] }], Answers = [.. Categories.All.Select(Given)] };
            Shared(facts).ShouldBe([allowed]);
        }
    }

    [Fact]
    public void A_withdrawal_holds_at_once_and_an_end_from_the_day_after()
    {
        var facts = Agreed with { Answers = [Given(Categories.Plan), new(Categories.Plan, ConsentAnswers.Withdrawn, Today, Now, null)] };
        WhyNot(facts, Categories.Plan).ShouldBe(WhyNotShared.Withdrawn);
        Shared(facts, Now.AddTicks(-1)).ShouldBe([Categories.Plan]);
        WhyNot(Agreed with { Answers = [Given(Categories.Plan) with { Until = Today.AddDays(-1) }] }, Categories.Plan).ShouldBe(WhyNotShared.Expired);
    }

    [Fact]
    public void A_decision_without_consent_holds_by_itself_where_nobody_said_no()
    {
        var decision = Decided(Categories.Plan);
        Of(Agreed with { Decisions = [decision] }, Categories.Plan).ShouldBe(new(Categories.Plan, SharingBases.Safeguarding, null, decision.Until, decision.Id));
        WhyNot(Agreed with { Decisions = [decision with { EndedAt = Now }] }, Categories.Plan).ShouldBe(WhyNotShared.NeverAsked);
    }

    [Fact]
    [Trait("requirement", "R19")]
    public void A_no_is_overridden_only_by_who_says_so_and_a_second_person()
    {
        var no = new ConsentAnswer(Categories.Plan, ConsentAnswers.Refused, Today, Now.AddHours(-3), null);
        var decision = Decided(Categories.Plan);
        WhyNot(Agreed with { Answers = [no], Decisions = [decision] }, Categories.Plan).ShouldBe(WhyNotShared.Refused);
        var over = decision with { OverridesRefusal = true };
        WhyNot(Agreed with { Answers = [no], Decisions = [over] }, Categories.Plan).ShouldBe(WhyNotShared.WaitsForSecondPerson);
        WhyNot(Agreed with { Answers = [no], Decisions = [over with { Confirmed = (Priya, Now) }] }, Categories.Plan).ShouldBe(WhyNotShared.WaitsForSecondPerson);
        var confirmed = over with { Confirmed = (Sam, Now) };
        Of(Agreed with { Answers = [no], Decisions = [confirmed] }, Categories.Plan).Basis.ShouldBe(SharingBases.Safeguarding);
        WhyNot(Agreed with { Answers = [no, no with { At = Now.AddHours(-1) }], Decisions = [confirmed] }, Categories.Plan).ShouldBe(WhyNotShared.Refused, "no was said again after the decision");
    }

    [Theory]
    [InlineData("police")]
    [InlineData("employer")]
    public void The_police_and_an_employer_have_nothing_by_routine(string kind)
    {
        var facts = Agreed with { Kind = kind, Answers = [Given(Categories.Plan)], Decisions = [Decided(Categories.Plan)] };
        SharedInformation.With(facts, Now, Today).ShouldAllBe(c => c.WhyNot == WhyNotShared.OneDecisionEach);
        var once = Decided(Categories.Plan) with { Once = true };
        SharedInformation.Once(facts, once, Now, Today).Single().Basis.ShouldBe(SharingBases.Safeguarding);
        SharedInformation.Once(facts, once with { UsedAt = Now }, Now, Today).Single().WhyNot.ShouldBe(WhyNotShared.DecisionEnded);
        SharedInformation.Once(facts with { Answers = [] }, once with { Basis = SharingBases.Consent }, Now, Today).Single().WhyNot.ShouldBe(WhyNotShared.NeverAsked);
        SharedInformation.Once(facts, once with { Basis = SharingBases.Consent }, Now, Today).Single().Basis.ShouldBe(SharingBases.Consent);
    }

    [Fact]
    public void Where_somebody_is_goes_to_nobody_while_that_is_not_to_be_told()
    {
        var facts = Agreed with { Answers = [Given(Categories.Whereabouts)], DoNotDisclose = true };
        WhyNot(facts, Categories.Whereabouts).ShouldBe(WhyNotShared.DoNotDisclose);
        SharedInformation.Once(facts, Decided(Categories.Whereabouts) with { Once = true }, Now, Today).Single().WhyNot.ShouldBe(WhyNotShared.DoNotDisclose);
    }

    [Fact]
    public void Sharing_ends_with_the_programme_and_with_the_partner()
    {
        var facts = Agreed with { Answers = [Given(Categories.Plan)] };
        WhyNot(facts with { Programme = new(new(2010, 3, 1), Today.AddDays(-1)) }, Categories.Plan).ShouldBe(WhyNotShared.ProgrammeEnded);
        WhyNot(facts with { Partner = new(new(2010, 1, 1), Today.AddDays(-1)) }, Categories.Plan).ShouldBe(WhyNotShared.PartnerEnded);
    }

    private static ConsentAnswer Given(string category) => new(category, ConsentAnswers.Given, Today.AddDays(-1), Now.AddDays(-1), Today.AddMonths(6));

    private static SharingDecision Decided(string category) =>
        new() { Id = Guid.CreateVersion7(), Categories = [category], Basis = SharingBases.Safeguarding, DecidedBy = Priya, DecidedAt = Now.AddHours(-2), Until = Today.AddDays(7) };

    private static CategoryShared Of(SharingFacts facts, string category) => SharedInformation.With(facts, Now, Today).Single(c => c.Category == category);

    private static WhyNotShared? WhyNot(SharingFacts facts, string category) => Of(facts, category).WhyNot;

    private static string[] Shared(SharingFacts facts, DateTimeOffset? now = null) => [.. SharedInformation.With(facts, now ?? Now, Today).Where(c => c.IsShared).Select(c => c.Category)];
}
