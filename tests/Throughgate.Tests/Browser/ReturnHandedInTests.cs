using System.Globalization;
using Microsoft.Playwright;
using Throughgate.Domain.Assessments;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Browser;

/// <summary>
/// A return handed in as people do it, by links and buttons alone: an information officer clears the worklist, checks and submits; the manager signs on a phone. Every page is
/// checked as it comes.
/// </summary>
[Trait("rule", "RET-2")]
public sealed class ReturnHandedInTests(Chromium chromium)
{
    private const string Quarter = "/figures/return/leeds/2010-11/3";

    [Fact]
    public async Task The_worklist_is_cleared_and_the_return_handed_in_and_signed()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        app.Clock.Set(London.At(DateTime.ParseExact("2011-01-14 10", "yyyy-MM-dd HH", CultureInfo.InvariantCulture)));
        await AYoungPerson().Named("Fay", "Gap").With(AYro("2010-01-05").With(ACase().AgreedOn("2010-01-20").ClosedOn("2010-12-01").AllocatedTo("Priya Shah", "2010-01-20").With(AnAsset("2010-01-21").Scoring([.. Enumerable.Repeat<int?>(3, 12)])))).SaveAsync(app);
        var address = app.Serve();
        await using (var nia = await Visitor.ComeAsync(chromium, address))
        {
            await nia.SignInAsync((await app.SignInAsync(RoleTable.InformationOfficer, "leeds", "Nia Parry")).Account);
            await nia.OpenAsync("/figures");
            await nia.FollowAsync("What stops or weakens it");
            (await nia.Page.InnerTextAsync("#sum")).ShouldContain("1 thing stops the return");
            var walker = new Walker(nia);
            await nia.FollowAsync("Fay Gap, No end Asset", exact: false);
            await walker.SendAsync(
                "main form[method=post]",
                [.. Day("CompletedOn", "2010-12-01"), ("Purpose", "programme_end"), .. Enumerable.Range(0, Assessment.Sections.Count).Select(i => ($"Scores[{i}]", (string?)"1"))]
            );

            await nia.OpenAsync(Quarter + "/mend");
            (await nia.Page.InnerTextAsync("#sum")).ShouldContain("0 things stop the return");
            await nia.FollowAsync("Fay Gap, No hours of education, training or employment", exact: false);
            await walker.SendAsync("main form[method=post]", ("Lines[0].Hours", "16"));
            await nia.OpenAsync(Quarter + "/mend");
            (await nia.Page.InnerTextAsync("main")).ShouldContain("Nothing stops or weakens the return");

            await nia.OpenAsync(Quarter);
            await nia.Page.GetByRole(AriaRole.Button, new() { Name = "Check and hand in" }).ClickAsync();
            await nia.Page.ArriveAsync(url => url.Contains("/hand-in", StringComparison.Ordinal));
            await nia.CheckAsync();
            await walker.SendAsync("main form[method=post]");
            await nia.CheckAsync();
            await walker.SendAsync("main form[method=post]");
            await nia.CheckAsync();
            (await nia.Page.InnerTextAsync("#way")).ShouldContain("Submitted, waits for a signature");
        }

        await using var sam = await Visitor.ComeAsync(chromium, address, width: 375, script: false);
        await new Walker(sam).SignedInAsync(await app.SignInAsync(RoleTable.Manager, "leeds", "Sam Okoro"));
        await sam.Page.GotoAsync(address + "/today");
        await sam.Page.GetByRole(AriaRole.Link, new() { Name = "Sign or send back" }).ClickAsync();
        await sam.Page.GetByLabel("Sign it").CheckAsync();
        await sam.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm your decision" }).ClickAsync();
        (await sam.Page.InnerTextAsync("#way")).ShouldContain("Handed in");
    }
}
