using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;

namespace Throughgate.Tests.Features.Merges;

/// <summary>A merge that was wrong: what it moved and replaced is put back, and nothing else.</summary>
public sealed class UndoMergeTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    [Trait("requirement", "R29")]
    public async Task Undone_at_once_everything_is_as_it_was(Server server)
    {
        await using var two = await TwoRecords.StartAsync(server);
        var (before, exported) = (await two.RowsAsync(), await two.ExportAsync());
        await two.MergeAsync();
        (await two.RowsAsync()).Count.ShouldBe(before.Count);
        var undo = await two.UndoPageAsync();
        (await two.Worker.FillAsync(undo, ("Reason", " "))).Status.ShouldBe(400);

        await two.UndoAsync();

        (await two.RowsAsync()).ShouldBe(before);
        (await two.ExportAsync()).ShouldBe(exported);
        (await two.Worker.GetAsync(undo)).Status.ShouldBe(404);
        foreach (var id in new[] { two.One, two.Two })
        {
            var page = await two.Worker.GetAsync($"/young-people/{id}");
            page.Status.ShouldBe(200);
            page.Texts("#history").Single().ShouldContain("The merge with record P2 was undone");
            page.Texts("#history").Single().ShouldContain("They are sisters");
        }

        using var again = TwoRecords.Apart();
        (await two.Database.ImportAsync(again)).Counts().ShouldBe((0, 0, 26));
        await two.MergeAsync();
        (await two.Worker.GetAsync($"/young-people/{two.One}")).Texts("#history").Single().ShouldContain("Imported");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_further_work_what_was_moved_goes_back_as_it_is_now_and_what_was_added_stays(Server server)
    {
        await using var two = await TwoRecords.StartAsync(server);
        await two.MergeAsync();
        await using (var db = two.Database.Context())
        {
            var second = await db.Cases.SingleAsync(c => c.Reference == "C2");
            var (contacts, details) = ($"/young-people/{two.One}/contacts/record?programme={second.Id}", $"/young-people/{two.One}/details");
            (await two.Worker.FillAsync(contacts, [("Kind", "phone"), ("Outcome", "attended"), ("CountsAs", "irs"), .. Day("Date", "2010-09-30"), ("Time", "10:00")])).Status.ShouldBe(302);
            (await two.Worker.FillAsync(details, [("IsParent", "no"), ("FirstName", "Anna")])).Status.ShouldBe(302);
            (await two.Worker.FillAsync($"/young-people/{two.One}/conditions/record", [("Kind", "curfew"), ("ConditionText", "Home by nine"), .. Day("FromOn", "2010-09-01")])).Status.ShouldBe(302);
            var gone = await db.Residences.SingleAsync(r => r.Yot == "elsewhere");
            (await two.Worker.FillAsync($"/young-people/{two.One}/void/residences/{gone.Id}", ("Reason", "Never there"))).Status.ShouldBe(302);
        }

        await two.UndoAsync();

        await using var after = two.Database.Context();
        var (one, other) = (await after.People.SingleAsync(p => p.Id == two.One), await after.People.SingleAsync(p => p.Id == two.Two));
        (one.FirstName, one.IsParent, other.FirstName, other.IsParent).ShouldBe(("Anna", false, "Anne", true)); // what was corrected since stays
        (await after.Cases.SingleAsync(c => c.Reference == "C2")).PersonId.ShouldBe(two.Two);
        (await after.LicenceConditions.SingleAsync()).PersonId.ShouldBe(two.One);
        (await after.Residences.IgnoreQueryFilters().Where(r => r.PersonId == two.Two).OrderBy(r => r.FromOn).Select(r => r.Voided).ToListAsync()).ShouldBe([true, false]);
        (await two.Worker.GetAsync($"/young-people/{two.Two}")).Texts("#history").Single().ShouldContain("Contact recorded"); // it went with its programme
        (await two.Worker.GetAsync($"/young-people/{two.One}")).Texts("#history").Single().ShouldNotContain("Contact recorded");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Residences_that_would_fall_together_stand_in_the_way_until_one_is_taken_out(Server server)
    {
        await using var two = await TwoRecords.StartAsync(server);
        var chosen = TwoRecords.Chosen.Select(c => c.Item1 == "Holds[residence]" ? (c.Item1, "other") : c).ToArray();
        (await two.Worker.FillAsync(two.Page, chosen)).Status.ShouldBe(302);
        (await two.Worker.FillAsync($"/young-people/{two.One}/residence", [("Yot", "cardiff"), .. Day("From", "2010-09-01")])).Status.ShouldBe(302);
        var undo = await two.UndoPageAsync();
        var page = await two.Worker.GetAsync(undo);
        page.Texts(".govuk-warning-text").Single().ShouldContain("falls together");
        (await two.Worker.PostAsync(undo, page.Form().Append(new("Reason", "x")).DistinctBy(f => f.Key))).Status.ShouldBe(400);
        await using var db = two.Database.Context();
        var later = await db.Residences.SingleAsync(r => r.Yot == "cardiff");
        (await two.Worker.FillAsync($"/young-people/{two.One}/void/residences/{later.Id}", ("Reason", "She moved as the other"))).Status.ShouldBe(302);

        await two.UndoAsync();

        (await db.Residences.AsNoTracking().Where(r => r.PersonId == two.One).Select(r => new { r.FromOn, r.Origin }).ToListAsync()).ShouldBe([new { FromOn = new DateOnly(2008, 1, 1), Origin = Origins.Imported }]);
        (await db.Residences.AsNoTracking().Where(r => r.PersonId == two.Two).OrderBy(r => r.FromOn).Select(r => r.ToOn).ToListAsync()).ShouldBe([new DateOnly(2007, 12, 31), new DateOnly(2010, 8, 31)]);
    }
}
