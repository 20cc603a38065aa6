using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Features.YoungPeople;

/// <summary>Finding somebody: by part of a name in either order, or by a reference; and the text never stands in an address.</summary>
public sealed class SearchTests(LeedsCaseload leeds)
{
    private static async Task<(TestAnswer Page, string Address)> SearchAsync(TestBrowser browser, string text)
    {
        var sent = await browser.SubmitAsync("/young-people", "/young-people/search", ("q", text));
        sent.Status.ShouldBe(302, sent.Body);
        return (await browser.GetAsync(sent.Location!), sent.Location!);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Found_by_part_of_a_name_in_either_order_without_accents_or_by_reference(Server server)
    {
        var (app, browser) = await leeds.SignInAsync(server);
        await using var _ = app;
        foreach (var (text, names) in new (string, string[])[]
        {
            ("jordan evans", ["Jordan Evans"]),
            ("EVANS, Jordan", ["Jordan Evans"]),
            ("evan jor", ["Jordan Evans"]),
            ("sian obrien", ["Siân O'Brien-Jones"]),
            ("O’Brien", ["Siân O'Brien-Jones"]),
            ("brien jones", ["Siân O'Brien-Jones"]),
            ("zoe angstrom", ["Zoë Ångström"]),
            ("price", ["Ella Price", "Seren Price"]),
            ("P-SIAN", ["Siân O'Brien-Jones"]),
            ("p-sian", ["Siân O'Brien-Jones"]),
            ("mo ali", ["Mo Ali"]),
            ("P-CARDIFF", []),
            ("nobody of this name", []),
            ("%", []),
            ("_", []),
            ("' or 1=1 --", []),
            ("\\", []),
            ("<script>", ["<script>alert(1)</script> Robert'); drop table people;--"]),
        })
        {
            var (page, _) = await SearchAsync(browser, text);
            page.Status.ShouldBe(200, text);
            page.Texts(".tg-list__who > a").ShouldBe(names, text);
        }
    }

    [Fact]
    public async Task A_case_s_reference_finds_its_person()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        await using var db = app.Context();
        var person = db.People.Single(p => p.Reference == "P-SEREN");
        var reference = db.Cases.Single(c => c.PersonId == person.Id).Reference;
        (await SearchAsync(browser, $" {reference.ToLowerInvariant()} ")).Page.Texts(".tg-list__who > a").ShouldBe(["Seren Price"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Another_scheme_s_young_person_is_answered_like_nobody(Server server)
    {
        var (app, browser) = await leeds.SignInAsync(server);
        await using var _ = app;
        var (theirs, _) = await SearchAsync(browser, "P-CARDIFF");
        var (nobody, _) = await SearchAsync(browser, "P-NOBODY!");
        Shape(theirs).ShouldBe(Shape(nobody).Replace("P-NOBODY!", "P-CARDIFF", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_text_is_in_no_address_and_only_its_owner_can_open_the_search_again()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        var (page, address) = await SearchAsync(browser, "Okafor");
        address.ShouldStartWith("/young-people?find=");
        address.ShouldNotContain("kafor", Case.Insensitive);
        page.Page.QuerySelectorAll("a").ShouldAllBe(a => !(a.GetAttribute("href") ?? "").Contains("kafor", StringComparison.OrdinalIgnoreCase));
        page.Page.Title.ShouldNotBeNull().ShouldNotContain("kafor", Case.Insensitive);
        page.Header("Set-Cookie").ShouldNotContain("kafor", Case.Insensitive);

        var other = await app.SignInAsync(RoleTable.Manager, "leeds");
        foreach (var find in new[] { address, "/young-people?find=rubbish", "/young-people?find=" + new string('a', 3000) })
        {
            var theirs = await other.GetAsync(find);
            theirs.Status.ShouldBe(200);
            theirs.Texts(".tg-list__who > a").ShouldNotContain(find == address ? "Kai Okafor" : "");
        }

        app.Clock.Advance(TimeSpan.FromHours(13));
        var again = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await again.GetAsync(address)).Body.ShouldContain("That search is over");
    }

    [Fact]
    public async Task A_search_is_on_record_with_its_text_and_whom_it_showed()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        await SearchAsync(browser, "seren PRICE");
        var row = (await app.LogAsync()).Last(r => r.ActorId == browser.Account.Id);
        row.Detail.ShouldContain("seren PRICE");
        row.People.Count(c => c == '-').ShouldBe(4); // one key
        await SearchAsync(browser, "zzzz");
        (await app.LogAsync()).Last(r => r.ActorId == browser.Account.Id).Detail.ShouldContain("zzzz");
    }

    [Fact]
    public async Task Nothing_typed_leads_to_the_list_and_a_long_text_is_read_as_far_as_it_helps()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        (await browser.SubmitAsync("/young-people", "/young-people/search", ("q", "  "))).Location.ShouldBe("/young-people");
        (await browser.GetAsync("/young-people/search")).Location.ShouldBe("/young-people");
        (await browser.SubmitAsync("/young-people", "/young-people/search", ("q", "a\u0000b"))).Status.ShouldBeOneOf(302, 400);
        var (page, _) = await SearchAsync(browser, string.Join(' ', Enumerable.Repeat("evans", 5000)));
        page.Status.ShouldBe(200);
    }

    private static string Shape(TestAnswer page) => page.Page.QuerySelector("main")!.InnerHtml;
}
