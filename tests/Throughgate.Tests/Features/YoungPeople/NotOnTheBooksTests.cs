using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Features.YoungPeople;

[Trait("rule", "ELG-5")]
public sealed class NotOnTheBooksPageTests(LeedsCaseload leeds)
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_is_sentenced_lives_here_and_has_no_case_stands_here_soonest_due_first(Server server)
    {
        var (app, browser) = await leeds.SignInAsync(server);
        await using var _ = app;
        var page = await browser.GetAsync("/young-people/not-on-the-books");
        page.Texts(".tg-list__who > a").ShouldBe(["Nia Late", "Mo Ali"]);
        var rows = page.Texts("tbody tr").Select(r => string.Join(' ', r.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        rows[0].ShouldContain("In the community released 6 weeks ago order ends 31 January 2011");
        rows[0].ShouldContain("It was due Mon 15 February 2010, before recording began here."); // ten working days after 1 February
        rows[1].ShouldContain("In custody at HMYOI Wetherby leaves Mon 6 December 2010, in 11 weeks");
        rows[1].ShouldContain("Due Monday"); // 20 September
        rows[1].ShouldContain("Rule ELG-5");
        (await app.LogAsync()).Last(r => r.ActorId == browser.Account.Id).People.Count(c => c == '-').ShouldBe(8);
    }

    [Fact]
    public async Task From_the_day_of_sentence_on()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        (await browser.GetAsync("/young-people/not-on-the-books?on=2010-09-05")).Texts(".tg-list__who > a").ShouldBe(["Nia Late"]);
        (await browser.GetAsync("/young-people/not-on-the-books?on=2010-09-06")).Texts(".tg-list__who > a").ShouldBe(["Nia Late", "Mo Ali"]);
        (await browser.GetAsync("/young-people/not-on-the-books?on=2009-01-01")).Body.ShouldContain("has a case");
    }

    [Fact]
    public async Task Another_scheme_has_its_own()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite, RoleTable.Manager, "cardiff");
        await using var _ = app;
        (await browser.GetAsync("/young-people/not-on-the-books")).Texts(".tg-list__who > a").ShouldBeEmpty();
    }
}
