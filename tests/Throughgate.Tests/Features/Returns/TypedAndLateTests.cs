using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Returns;

/// <summary>RET-4 and RET-5 over HTTP: typed figures beside counted ones, who is reminded, who is late.</summary>
public sealed class TypedAndLateTests
{
    private const string Return = "/figures/return/leeds/2010-11/1";

    private static void At(TestApp app, string day) => app.Clock.Set(London.At(DateTime.ParseExact(day + " 10", "yyyy-MM-dd HH", CultureInfo.InvariantCulture)));

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    [Trait("rule", "RET-4")]
    public async Task Typed_figures_stand_beside_counted_ones_and_who_is_late_is_seen_without_figures(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        await AYoungPerson().Named("Amy", "Released").Born("1994-01-01").With(ADto("2010-01-05").Set(s => s.ArrestedOn = new(2010, 1, 2)).ReleasedOn("2010-05-10").With(ACase().AgreedOn("2010-05-01"))).SaveAsync(app);
        At(app, "2010-08-03");
        var (officer, manager) = (await app.SignInAsync(RoleTable.InformationOfficer, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        (await officer.GetAsync(Return + "/typed")).Body.ShouldContain("Nothing was typed");
        (await officer.FillAsync(Return + "/typed?table=paste", ("Text", "table,row,column,value\nI1,nobody 16,released,1"))).ShouldSatisfyAllConditions(p => p.Status.ShouldBe(400), p => p.Body.ShouldContain("Line 2: I1,nobody 16,released,1"));
        (await officer.FillAsync(Return + "/typed?table=paste", ("Text", "table\trow\tcolumn\tvalue\nI1\tfemale 16\treleased\t1\nI4\t\tcompleting\t0"))).Status.ShouldBe(302);

        var page = await officer.GetAsync(Return + "/typed");
        page.Texts("#last strong").Single().ShouldBe("1 figure differs");
        page.Texts("#differs tbody td").ShouldBe(["1", "0", "Nobody. Ask who is missing: Why is this person not counted?"]);

        // One table is typed by hand; the others stay. An empty field was not typed.
        var stale = await officer.GetAsync(Return + "/typed?table=I1");
        var form = stale.MainForm();
        var cells = stale.Page.QuerySelectorAll("input[name=Cell]").Select(i => i.GetAttribute("aria-label")!).ToList();
        cells.Count.ShouldBe(72);
        form.Remove("Cell");
        var typed = cells.Select(c => KeyValuePair.Create("Cell", c.Contains("Male, aged 16", StringComparison.Ordinal) && c.Contains("Released from", StringComparison.Ordinal) ? "4" : ""));
        (await officer.PostAsync(Return + "/typed", form.Concat(typed))).Status.ShouldBe(302);
        page = await officer.GetAsync(Return + "/typed");
        page.Texts("#differs tbody td").Take(2).ShouldBe(["4", "1"]);
        page.Texts("#differs tbody td")[2].ShouldContain("Amy Released");
        (await officer.PostAsync(Return + "/typed", (await officer.GetAsync(Return + "/typed?table=I1")).MainForm().Where(f => f.Key != "Cell").Concat(cells.Select(_ => KeyValuePair.Create("Cell", "-1"))))).Status.ShouldBe(400);
        (await officer.PostAsync(Return + "/typed", form.Concat(typed).Select(f => f.Key == "tg-once" ? KeyValuePair.Create(f.Key, Guid.CreateVersion7().ToString("N")) : f))).Status.ShouldBe(409);

        // Overdue: the manager's Today and the officer's figures say so, and over schemes only that.
        (await manager.GetAsync("/today")).Texts("#return").Single().ShouldContain("was due");
        (await officer.GetAsync("/figures")).Body.ShouldContain("Overdue by 3 days");
        var analyst = await app.SignInAsync(RoleTable.NationalAnalyst);
        var over = await analyst.GetAsync("/figures/handed-in?quarter=2010-11-1");
        over.Texts("#sum strong").Single().ShouldStartWith("0 of ");
        over.Texts("tbody tr").ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.ShouldStartWith("Leeds"), t => t.ShouldContain("Overdue by 3 days"));
        over.Texts("#elsewhere li").ShouldContain("Cardiff", "a scheme that does not record here is not called late");
        (await analyst.GetAsync("/figures/handed-in?quarter=2009-10-3")).ShouldSatisfyAllConditions(p => p.Texts(".tg-empty").ShouldHaveSingleItem(), p => p.Texts("tbody tr").ShouldBeEmpty());

        await officer.FillAsync(Return + "/hand-in", ("Do", "check"));
        (await officer.FillAsync(Return + "/hand-in", ("Do", "submit"))).Status.ShouldBe(302);
        (await manager.GetAsync("/today")).Texts("#return").Single().ShouldContain("waits for a signature");
        (await manager.FillAsync(Return + "/sign", ("Do", "sign"))).Status.ShouldBe(302);
        (await manager.GetAsync("/today")).Page.QuerySelector("#return").ShouldBeNull();
        At(app, "2010-08-04");
        analyst = await app.SignInAsync(analyst);
        over = await analyst.GetAsync("/figures/handed-in?quarter=2010-11-1");
        over.Texts("tbody tr").Single(t => t.StartsWith("Leeds", StringComparison.Ordinal)).ShouldSatisfyAllConditions(t => t.ShouldContain("3 days late"), t => t.ShouldNotContain("Amy"));
        var consortium = await app.SignInAsync(RoleTable.ConsortiumManager, "leeds");
        (await consortium.GetAsync("/figures/handed-in?quarter=2010-11-1")).Texts("tbody tr").ShouldHaveSingleItem().ShouldContain("Leeds");
        await using var db = app.Context();
        (await db.Set<TypedReturn>().CountAsync()).ShouldBe(2);
    }
}
