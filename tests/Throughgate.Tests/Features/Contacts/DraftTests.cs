using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Contacts;

/// <summary>What was typed and not saved is kept, sealed, for whoever typed it, and for nobody else.</summary>
public sealed class DraftTests
{
    private const string Typed = "He says his brother is back in the house.";

    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    [Trait("requirement", "R41")]
    public async Task A_form_sent_after_the_session_ended_is_there_after_signing_in_again(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, path) = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var form = (await worker.GetAsync(path)).MainForm();
        (form["Kind"], form["Note"], form["Outcome"]) = ("phone", Typed, "missed");
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        var sent = await worker.PostAsync(path, form);

        sent.Status.ShouldBe(302);
        sent.Location.ShouldBe($"/sign-in?next={Uri.EscapeDataString(path)}&kept=true");
        (await worker.GetAsync(sent.Location!)).Texts(".govuk-inset-text").Single().ShouldContain("What you typed is kept");
        await using (var db = app.Context())
        {
            (await db.Drafts.SingleAsync()).Sealed.ShouldNotContain("brother");
            (await db.Contacts.AnyAsync()).ShouldBeFalse();
        }

        (await worker.SignInAsync(worker.Account.UserName!, TestApp.Password, path)).Location.ShouldBe(path);
        var back = await worker.GetAsync(path);
        back.Texts("[role=status]").Single().ShouldContain("did not save");
        var again = back.MainForm();
        (again["Kind"], again["Note"].Trim(), again["Outcome"]).ShouldBe(("phone", Typed, "missed"));
        (await worker.GetAsync(path + "?draft=none")).MainForm()["Note"].ShouldBeEmpty();

        (await worker.PostAsync(path, again)).Status.ShouldBe(302);
        (await worker.GetAsync(path)).MainForm()["Note"].ShouldBeEmpty();
        await using var after = app.Context();
        (await after.Notes.SingleAsync()).Text.ShouldBe(Typed);
        (await after.Drafts.AnyAsync()).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    [Trait("requirement", "R41")]
    public async Task What_the_script_sends_while_somebody_types_is_kept_for_them_alone(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, path) = await SavedAsync(app);
        var (worker, colleague) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        (await SendAsync(worker, path, Typed)).Status.ShouldBe(204);
        (await SendAsync(worker, path, Typed + " And more.")).Status.ShouldBe(204);

        (await worker.GetAsync(path)).MainForm()["Note"].Trim().ShouldBe(Typed + " And more.");
        (await colleague.GetAsync(path)).Body.ShouldNotContain("brother");
        (await worker.GetAsync($"/young-people/{person}/contacts/plan")).Body.ShouldNotContain("brother");
        await using var db = app.Context();
        (await db.Contacts.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Neither_another_scheme_s_form_nor_a_closed_account_s_session_keeps_anything()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (_, path) = await SavedAsync(app);
        var (_, own) = await SavedAsync(app, "cardiff");
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        var form = (await cardiff.GetAsync(own)).MainForm();
        (await SendAsync(cardiff, path, Typed, form)).Status.ShouldBe(404);

        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var late = (await worker.GetAsync(path)).MainForm();
        late["Note"] = Typed;
        await worker.SignOutAsync("/today");
        (await worker.PostAsync(path, late)).Location.ShouldBe("/sign-in");
        (await app.Browser().PostAsync(path, late)).Location.ShouldBe("/sign-in");
        await using var db = app.Context();
        (await db.Drafts.AnyAsync()).ShouldBeFalse();
    }

    private static async Task<TestAnswer> SendAsync(TestBrowser browser, string path, string note, Dictionary<string, string>? form = null)
    {
        form ??= (await browser.GetAsync(path)).MainForm();
        form["Note"] = note;
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form), Headers = { { "X-Draft", "1" } } });
    }

    private static async Task<(Guid Person, string Path)> SavedAsync(TestApp app, string scheme = "leeds")
    {
        var person = await AYoungPerson().Living(scheme).With(ADto("2010-03-01").With(ACase(scheme))).SaveAsync(app);
        return (person, $"/young-people/{person}/contacts/record");
    }
}
