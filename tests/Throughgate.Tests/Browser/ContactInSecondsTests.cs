using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Browser;

/// <summary>An attended visit is recorded from Today in at most five interactions and fifteen seconds; what is half-written is not lost.</summary>
public sealed class ContactInSecondsTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task An_attended_visit_from_Today_takes_four_interactions(int width)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        await AYoungPerson().With(ADto("2010-03-01").With(ACase().AllocatedTo("Priya Shah", "2010-03-01"))).SaveAsync(app);
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve(), width);
        await visitor.SignInAsync(await app.AccountAsync(RoleTable.Worker, "leeds", "Priya Shah"));
        await visitor.OpenAsync("/today");
        var page = visitor.Page;
        var taken = Stopwatch.StartNew();

        await page.GetByRole(AriaRole.Button, new() { Name = "Record a contact" }).First.ClickAsync(); // 1
        await page.GetByRole(AriaRole.Link, new() { Name = "Jordan Evans" }).First.ClickAsync(); // 2
        await page.GetByLabel("What was it?").SelectOptionAsync("appointment"); // 3
        await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync(); // 4
        await page.ArriveAsync(url => url.EndsWith("#contacts", StringComparison.Ordinal));

        taken.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
        await using var db = app.Context();
        (await db.Contacts.SingleAsync()).Outcome.ShouldBe("attended");
        foreach (var path in new[] { "/contacts/choose", "/diary", "/diary/calendar", page.Url[visitor.Address.Length..].Split('#')[0] + "/contacts", page.Url[visitor.Address.Length..].Split('#')[0] + "/concerns" })
        {
            await visitor.OpenAsync(path);
        }
    }

    [Fact]
    public async Task What_is_typed_is_kept_when_typing_pauses_and_one_element_has_the_key_that_leads_to_the_form()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await AYoungPerson().With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve());
        await visitor.SignInAsync(await app.AccountAsync(RoleTable.Worker, "leeds"));
        await visitor.OpenAsync($"/young-people/{person}/reviews");
        var page = visitor.Page;
        var key = page.Locator("[accesskey=c]");
        (await key.CountAsync()).ShouldBe(1, "two elements with one key only pass the cursor on");
        await key.ClickAsync();
        await page.ArriveAsync("/contacts/record");

        var kept = page.WaitForResponseAsync(r => r.Request.Method == "POST");
        await page.GetByLabel("Note (optional)").FillAsync("Half a thought");
        (await kept).Status.ShouldBe(204);
        await visitor.OpenAsync("/today");
        await visitor.OpenAsync($"/young-people/{person}/contacts/record");

        (await page.GetByLabel("Note (optional)").InputValueAsync()).ShouldBe("Half a thought");
        (await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length")).ShouldBe(0);
    }
}
