using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Practice;

/// <summary>Notes of emerging practice: written by a scheme manager, read by all who see figures, naming nobody.</summary>
public sealed class PracticeTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_note_goes_from_draft_to_published_to_changed_to_taken_back(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        await AYoungPerson().Named("Jordan", "Evans").Living("leeds").With(ADto("2010-03-01").ExpectedOn("2010-09-20").With(ACase("leeds"))).SaveAsync(app);
        var (manager, other, analyst) = (await app.SignInAsync(RoleTable.Manager, "leeds"), await app.SignInAsync(RoleTable.Manager, "cardiff"), await app.SignInAsync(RoleTable.NationalAnalyst));
        (string, string?)[] note = [("Title", "A key worker on the wing"), ("Pathway", "accommodation"), ("Done", "We asked for a desk on the wing."), ("ForWhom", "Those without an address 42 days before"), ("Changed", "More had one in time.")];
        (await analyst.GetAsync("/practice")).Texts(".tg-empty")[0].ShouldContain("Nothing is published yet");
        (await analyst.GetAsync("/practice/write")).Status.ShouldBe(404);
        (await manager.FillAsync("/practice/write", ("Title", "x"))).Status.ShouldBe(400);
        foreach (var named in new[] { "It was jordan  EVANS who said so", "for Evans, Jordan." })
        {
            var refused = await manager.FillAsync("/practice/write", [.. note[..2], ("Done", named), .. note[3..]]);
            refused.Status.ShouldBe(400, named);
            refused.Texts(".govuk-error-summary li")[0].ShouldContain("name nobody");
        }

        // Sent twice, written once.
        var form = await manager.GetAsync("/practice/write");
        var draft = await manager.SendAgainAsync(form, "/practice/write", [.. note, ("Do", "draft")]);
        draft.Status.ShouldBe(302);
        (await manager.SendAgainAsync(form, "/practice/write", [.. note, ("Do", "draft")])).Location.ShouldBe(draft.Location);
        var at = draft.Location!;
        await using var db = app.Context();
        (await db.Set<PracticeNote>().CountAsync()).ShouldBe(1);
        foreach (var reader in new[] { analyst, other })
        {
            (await reader.GetAsync(at)).Status.ShouldBe(404, "a draft is its scheme's");
        }

        var row = at["/practice/".Length..];
        (await other.GetAsync($"/practice/write/{row}")).Status.ShouldBe(404);
        var early = await manager.GetAsync($"/practice/write/{row}");
        (await PressAsync(manager, at, "Publish")).ShouldBe(302);
        (await PressAsync(manager, at, "Publish")).ShouldBe(409, "it is published already");
        (await analyst.GetAsync(at)).Texts("h1")[0].ShouldContain("A key worker on the wing");
        (await other.GetAsync("/practice?pathway=accommodation")).Texts(".tg-row").ShouldHaveSingleItem().ShouldContain("Leeds");
        (await other.GetAsync("/practice?pathway=health")).Texts(".tg-empty").ShouldNotBeEmpty();
        (await other.GetAsync(at)).Page.QuerySelector("form[action*=Withdraw]").ShouldBeNull();
        (await PressAsync(other, at, "Withdraw")).ShouldBe(404);
        (await PressAsync(analyst, at, "Withdraw")).ShouldBe(404);
        (await analyst.GetAsync("/figures/board")).Texts("#practice .tg-row").ShouldHaveSingleItem();

        // Whoever opened it before it was published does not write over it unseen.
        var over = await manager.SendAgainAsync(early, $"/practice/write/{row}", ("Title", "Mine"));
        over.Status.ShouldBe(409);
        (await manager.SendAgainAsync(over, $"/practice/write/{row}", ("Title", "A second title"))).Status.ShouldBe(302);
        var changed = await analyst.GetAsync(at);
        changed.Texts("h1")[0].ShouldContain("A second title");
        changed.Body.ShouldNotContain("A key worker on the wing", customMessage: "earlier versions are its scheme's");
        (await manager.GetAsync(at)).Texts("details h3")[0].ShouldContain("A key worker on the wing");

        (await PressAsync(manager, at, "Withdraw")).ShouldBe(302);
        (await analyst.GetAsync(at)).Status.ShouldBe(404);
        (await manager.GetAsync(at)).Status.ShouldBe(200);
        db.History.Where(h => h.ActorId == manager.Account.Id).OrderBy(h => h.Seq).Select(h => h.Kind).ToList()
            .ShouldBe(["practice_note_written", "practice_note_published", "practice_note_written", "practice_note_withdrawn"]);
    }

    private static async Task<int> PressAsync(TestBrowser browser, string at, string handler)
    {
        var page = await browser.GetAsync(at);
        var version = page.Status == 200 ? page.Page.QuerySelector("input[name=Version]")?.GetAttribute("value") ?? "1" : "1";
        var writing = await browser.GetAsync("/practice/write");
        var tokens = (writing.Status == 200 ? writing.MainForm() : page.Form("/sign-out")).Where(f => f.Key.StartsWith("__", StringComparison.Ordinal) || f.Key == "tg-once");
        return (await browser.PostAsync($"{at}?handler={handler}", [.. tokens, KeyValuePair.Create("Version", version)])).Status;
    }
}
