using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Gaps;

/// <summary>A profile is typed from a source, kept, and laid beside whom the scheme supports (GOV-9).</summary>
[Trait("rule", "GOV-9")]
public sealed class ProfilePagesTests
{
    private const string Type = "/figures/profile";

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_profile_is_typed_and_laid_beside_those_supported_and_the_national_one_too(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        for (var i = 0; i < 6; i++)
        {
            var at = i;
            await AYoungPerson().Named("Kai", $"Supported{i}").Living("leeds").With(ADto("2010-01-05").With(ACase().ReferredOn("2010-01-06"))).Set(p => p.LookedAfter = at < 5).SaveAsync(app);
        }

        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        (await officer.GetAsync("/figures/gaps")).Texts("#no-profile").ShouldHaveSingleItem().ShouldContain("No local or national profile is given yet");
        (await officer.FillAsync(Type, Asks(("Percent[5]", "1")))).Status.ShouldBe(302);
        (await officer.GetAsync("/figures/gaps")).Texts("table[data-profile] tbody tr").Count.ShouldBe(6);
        foreach (var (field, value, problem) in new[] { ("Percent[0]", "20", "do not add up to 100%"), ("Percent[5]", "12.55", "at most one decimal"), ("Percent[5]", "many", "at most one decimal"), ("Source", "", "where the figures are from"), ("AsOf-year", "2031", "still to come") })
        {
            var refused = await officer.FillAsync(Type, Asks((field, value)));
            refused.Status.ShouldBe(400, field);
            refused.Texts(".govuk-error-summary li").ShouldHaveSingleItem().ShouldContain(problem);
        }

        // Another is given: it stands, the first stays on the page.
        (await officer.FillAsync(Type, Asks(("Source", "School census"), ("Percent[5]", "0,8%")))).Status.ShouldBe(302);
        (await officer.GetAsync(Type)).Texts(".govuk-summary-card").Count.ShouldBe(2);
        (await officer.GetAsync(Type)).Texts(".govuk-summary-card")[0].ShouldSatisfyAllConditions(t => t.ShouldContain("School census"), t => t.ShouldContain("This one stands."), t => t.ShouldContain("Looked after 0.8%"));
        var rows = (await officer.GetAsync("/figures/gaps")).Texts("table[data-profile] tbody tr");
        rows.Single(r => r.StartsWith("Looked after", StringComparison.Ordinal)).ShouldSatisfyAllConditions(t => t.ShouldContain("5 of 6"), t => t.ShouldContain("More often than in the profile"));
        rows.Single(r => r.StartsWith("White", StringComparison.Ordinal)).ShouldContain("6 of 6");

        var analyst = await app.SignInAsync(RoleTable.NationalAnalyst);
        (await analyst.FillAsync(Type, Asks(("Source", "England and Wales, census")))).Status.ShouldBe(302);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var both = await worker.GetAsync("/figures/gaps");
        both.Page.QuerySelectorAll("table[data-profile]").Length.ShouldBe(2);
        both.Page.QuerySelectorAll($"a[href='{Type}']").ShouldBeEmpty();
        (await worker.GetAsync(Type)).Status.ShouldBe(404);
        var cardiff = await (await app.SignInAsync(RoleTable.Manager, "cardiff")).GetAsync("/figures/gaps");
        cardiff.Body.ShouldNotContain("School census");
        cardiff.Body.ShouldContain("England and Wales, census");
        await using var db = app.Context();
        (await db.Set<ProfileRow>().CountAsync()).ShouldBe(3);
    }

    /// <summary>Asian, Black, other, mixed, white, looked after, SEND.</summary>
    private static (string, string?)[] Asks(params (string, string?)[] other) =>
        [
            .. new (string, string?)[] { ("Source", "Area census"), ("Percent[0]", "10"), ("Percent[1]", "5"), ("Percent[2]", "1.5"), ("Percent[3]", "3.5"), ("Percent[4]", "80"), ("Percent[5]", "1"), ("Percent[6]", "") },
            .. Forms.Day("AsOf", "2010-03-01"),
            .. other,
        ];
}
