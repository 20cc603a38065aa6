using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Access;

/// <summary>R4: what somebody does here, kind by kind, each one row of the log with its kind and the people shown.</summary>
[Trait("requirement", "R4")]
public sealed class OnRecordTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Reads_searches_prints_files_changes_refusals_and_sign_ins_are_each_on_record(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var kai = await AYoungPerson().Named("Kai", "Okafor").With(ADto("2010-03-01").With(ACase("leeds"))).SaveAsync(app);
        var browser = app.Browser();
        await browser.SignInAsync("nobody@example.org", "wrong wrong wrong");
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        await manager.GetAsync("/young-people");
        await manager.GetAsync($"/young-people/{kai}");
        await manager.OpenAsync((await manager.SubmitAsync("/young-people", "/young-people/search", ("q", "okafor"))).Location!);
        await manager.GetAsync($"/young-people/{kai}/contacts/sheet");
        await manager.GetAsync($"/young-people/{kai}/plan/page");
        await manager.FillAsync($"/young-people/{kai}/contacts/record", [("Kind", "appointment")]);
        await manager.FillAsync($"/young-people/{kai}/contacts/record", [("Kind", "")]);
        await manager.GetAsync($"/young-people/{Guid.CreateVersion7()}");
        await manager.GetAsync("/keeping-no-such");
        await manager.GetAsync("/import/no");
        await manager.SignOutAsync();

        var log = await app.LogAsync();
        foreach (var outcome in new[] { "sign_in_refused", "signed_in", "shown", "printed", "changed", "not_done", "refused", "signed_out" })
        {
            log.ShouldContain(r => r.Outcome == outcome, outcome);
        }

        log.ShouldContain(r => r.Detail.Contains("\"searched\":\"okafor\"", StringComparison.Ordinal) && r.People.Contains(kai.ToString(), StringComparison.Ordinal));
        log.Count(r => r.Outcome == "printed" && r.People.Contains(kai.ToString(), StringComparison.Ordinal)).ShouldBe(2);
        log.Where(r => r.Outcome is "refused" or "sign_in_refused" or "signed_in").ShouldAllBe(r => r.People == "[]");
    }
}
