using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Briefing;

/// <summary>The monthly custody briefing over HTTP: one a consortium, the same for all who get it, with no name in it.</summary>
[Trait("rule", "GOV-6")]
[Trait("rule", "INF-6")]
public sealed class BriefingPageTests
{
    private const string Page = "/figures/briefing";

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task All_who_get_it_read_the_same_and_a_manager_sees_their_own_people_besides(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 7, 10, 12, 0, 0, TimeSpan.Zero));
        for (var i = 0; i < 13; i++)
        {
            var scheme = i < 7 ? "leeds" : "cardiff";
            await AYoungPerson().Named("Kai", $"{scheme}son").Living(scheme).With(ADto("2010-03-01").ExpectedOn("2010-09-20").HeldAt("wetherby").With(ACase(scheme))).SaveAsync(app);
        }

        // No consortium yet: a manager's briefing is of their own scheme.
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.GetAsync(Page)).Texts("h1")[0].ShouldBe("Custody briefing: Leeds, 30 June 2010");
        var project = await app.SignInAsync(RoleTable.ConsortiumManager, "leeds");
        await using var db = app.Context();
        var consortium = await db.Set<Consortium>().SingleAsync();
        db.Add(new ConsortiumScheme { ConsortiumId = consortium.Id, Scheme = "cardiff", ToOn = new(2010, 6, 30) });
        var hidden = await db.Set<Person>().FirstAsync(p => p.LastName == "leedsson");
        db.Add(new NotDisclosed { PersonId = hidden.Id, SetAt = DateTimeOffset.UnixEpoch, SetBy = "Sam", Reason = "A threat" });
        await db.SaveChangesAsync();

        var page = await project.GetAsync(Page);
        page.Status.ShouldBe(200, page.Body);
        page.Texts("#briefing strong")[0].ShouldBe("About 15 young people were in custody under a sentence on 30 June 2010.");
        page.Body.ShouldNotContain("leedsson");
        page.Body.ShouldNotContain("/young-people/");
        var text = page.Texts("#plain")[0];
        text.ShouldContain("- Leeds YOT: about 5");
        text.ShouldContain("- Cardiff YOT: about 5");
        text.ShouldNotContain("Wetherby", customMessage: "twelve, and one of whom it must not be said, are one row");
        var own = await manager.GetAsync(Page);
        own.Texts("#plain")[0].ShouldBe(text, "the same for all who get it");
        text.ShouldContain("Numbers are rounded to the nearest 5");
        own.Texts("#own .tg-table tbody tr").Count.ShouldBe(7);
        own.Texts("#own")[0].ShouldContain("7 young people were in custody");
        own.Texts("#own .tg-table tbody tr").Count(r => r.Contains("Not disclosed", StringComparison.Ordinal)).ShouldBe(1);
        own.Body.ShouldNotContain("cardiffson");

        // Cardiff left at the end of June: the briefing of May has it, and that of July will not.
        (await project.GetAsync($"{Page}?month=2010-05")).Texts("#plain")[0].ShouldContain("Cardiff");
        (await project.GetAsync($"{Page}?month=2010-02")).Texts("#briefing strong")[0].ShouldContain("Nobody");
        foreach (var month in new[] { "2010-07", "2010-13", "nonsense" })
        {
            (await project.GetAsync($"{Page}?month={month}")).Status.ShouldBe(400, month);
        }

        (await project.GetAsync($"{Page}?of={Guid.Empty}")).Status.ShouldBe(404);
        (await manager.GetAsync($"{Page}?of=cardiff")).Status.ShouldBe(404);
        (await (await app.SignInAsync(RoleTable.BoardMember, "leeds")).GetAsync(Page)).Status.ShouldBe(404);
        (await (await app.SignInAsync(RoleTable.NationalAnalyst)).GetAsync(Page)).Status.ShouldBe(404);
        var pdf = await project.GetAsync($"{Page}?handler=Pdf&month=2010-06");
        (pdf.Status, pdf.Header("Content-Type")).ShouldBe((200, "application/pdf"));
        (await app.LogAsync()).Where(r => r.ActorId == project.Account.Id).ShouldAllBe(r => r.People == "[]");
        (await app.LogAsync()).ShouldContain(r => r.ActorId == project.Account.Id && r.Outcome == "exported");
    }
}
