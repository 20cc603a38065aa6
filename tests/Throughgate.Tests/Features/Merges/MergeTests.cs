using Throughgate.Domain.Access;
using Throughgate.Web;
using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Merges;

/// <summary>Two records of one person become one, with nothing lost; and the way back.</summary>
public sealed class MergeTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_merged_is_the_caseload_that_was_joined_by_hand(Server server)
    {
        await using var two = await TwoRecords.StartAsync(server);
        await using var byHand = await TestDatabase.CreateAsync(server);
        using var joined = TwoRecords.Joined();
        (await byHand.ImportAsync(joined)).Problems.ShouldBeEmpty();

        await two.MergeAsync();

        (await two.ExportAsync()).ShouldBe(await TwoRecords.ExportAsync(byHand));
        foreach (var day in new[] { "2009-12-15", "2010-04-01", "2010-10-01" })
        {
            string[] duties = ["duties", "--scheme", "leeds", "--on", day, "--all", "--json"];
            (await TwoRecords.RunAsync(two.Database, duties)).ShouldBe(await TwoRecords.RunAsync(byHand, duties), day);
        }

        foreach (var (year, quarter) in new[] { ("2009-10", "4"), ("2010-11", "1"), ("2010-11", "2") })
        {
            string[] counted = ["return", "--scheme", "leeds", "--year", year, "--quarter", quarter, "--json", "--cases"];
            (await TwoRecords.RunAsync(two.Database, counted)).ShouldBe(await TwoRecords.RunAsync(byHand, counted), quarter);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_page_asks_for_everything_that_differs_and_for_a_reason(Server server)
    {
        await using var two = await TwoRecords.StartAsync(server);
        (await two.Worker.GetAsync($"/young-people/{two.One}/same-person")).Texts("main li").ShouldHaveSingleItem().ShouldContain("P2");
        var opened = await two.Worker.GetAsync(two.Page);
        opened.MainForm().ShouldContainKeyAndValue("Holds[is_parent]", "other"); // the one record knows it, the other does not
        opened.MainForm().ShouldNotContainKey("Holds[first_name]");
        var refused = await two.Worker.SendAgainAsync(opened, two.Page);
        refused.Status.ShouldBe(400);
        refused.Texts(".govuk-error-summary li").ShouldBe(["Choose which record stays", "First name: choose which of the two holds", "Date of birth: choose which of the two holds", "Usual residence: choose which of the two holds", "Say how you know that they are one person (at most 2,000 characters)"], ignoreOrder: true);
        await two.Worker.FillAsync($"/young-people/{two.Two}/details", ("FirstName", "Annie"));

        var late = await two.Worker.SendAgainAsync(opened, two.Page, TwoRecords.Chosen);

        late.Status.ShouldBe(409);
        late.Texts("main table")[0].ShouldContain("Annie");
        (await two.Worker.SendAgainAsync(late, two.Page, TwoRecords.Chosen)).Status.ShouldBe(302);
        var again = await two.Worker.SendAgainAsync(late, two.Page, TwoRecords.Chosen);
        (again.Status, again.Location).ShouldBe((302, $"/young-people/{two.One}")); // the same form: its first sending stands
        await using var db = two.Database.Context();
        (await db.Set<Merge>().CountAsync()).ShouldBe(1);
        (await two.Worker.GetAsync(two.Page)).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_other_record_is_found_no_more_and_its_address_leads_to_the_one_that_stays(Server server)
    {
        await using var two = await TwoRecords.StartAsync(server);
        var form = await two.Worker.GetAsync($"/young-people/{two.Two}/residence");
        await two.MergeAsync();

        foreach (var (path, to) in new[] { ($"/young-people/{two.Two}", $"/young-people/{two.One}"), ($"/young-people/{two.Two}/people?x=1", $"/young-people/{two.One}/people?x=1") })
        {
            var old = await two.Worker.GetAsync(path);
            (old.Status, old.Location).ShouldBe((302, to));
        }

        // A form that was open when they were merged is sent on whole.
        var sent = await two.Worker.SendAgainAsync(form, $"/young-people/{two.Two}/residence", [("Yot", "cardiff"), .. Day("From", "2010-09-01")]);
        (sent.Status, sent.Location).ShouldBe((307, $"/young-people/{two.One}/residence"));
        var elsewhere = await two.App.SignInAsync(RoleTable.Worker, "cardiff");
        (await elsewhere.GetAsync($"/young-people/{two.Two}")).Status.ShouldBe(404);
        var analyst = await (await two.App.SignInAsync(RoleTable.NationalAnalyst)).GetAsync($"/young-people/{two.Two}");
        analyst.Status.ShouldBe(404, analyst.Location);
        (await two.Worker.OpenAsync((await two.Worker.SubmitAsync("/young-people", "/young-people/search", ("q", "Jones"))).Location!)).Page.Body!.TextContent.ShouldNotContain("Anne Jones");

        foreach (var reference in new[] { "P2", " p2 " })
        {
            var found = await two.Worker.OpenAsync((await two.Worker.SubmitAsync("/young-people", "/young-people/search", ("q", reference))).Location!);
            found.Page.QuerySelectorAll($"main a[href^='/young-people/{two.One}']").Length.ShouldBeGreaterThan(0, "the old reference finds her");
        }

        (await elsewhere.OpenAsync((await elsewhere.SubmitAsync("/young-people", "/young-people/search", ("q", "P2"))).Location!)).Body.ShouldNotContain(two.One.ToString());
        (await two.Worker.FillAsync("/young-people/refer", ("Find", "P2"))).Body.ShouldContain($"/young-people/{two.One}");
        var page = await two.Worker.GetAsync($"/young-people/{two.One}");
        page.Texts("#people").Single().ShouldContain("P2 · Resettlement worker of leeds: Her mother says so");
        page.Texts("#history").Single().ShouldContain("Record P2 is the same person and was merged into this one: 1 programmes of support, 2 usual residences, 1 sentences; is parent yes; before: is parent not known");
        page.Texts("#history").Single().ShouldContain("Merged into record P1");
        var log = await two.App.LogAsync();
        log.Where(r => r.Action.EndsWith("/same-person/{row:guid}", StringComparison.Ordinal)).ShouldAllBe(r => r.People.Contains(two.One.ToString()) && r.People.Contains(two.Two.ToString()));
        log.First(r => r.Outcome == "sent_on" && r.Action.StartsWith("GET", StringComparison.Ordinal) && r.Detail.Contains(two.Two.ToString())).People.ShouldBe($"[\"{two.One}\"]");
    }

    [Theory, MemberData(nameof(Both))]
    [Trait("requirement", "R29")]
    public async Task Nobody_merges_a_record_that_is_not_theirs(Server server)
    {
        await using var two = await TwoRecords.StartAsync(server);
        var theirs = await AYoungPerson().Named("Ann", "Jones").Born("1994-05-01").Living("cardiff").With(AYro("2010-02-01").With(ACase("cardiff"))).SaveAsync(two.Database);
        (await two.Worker.GetAsync($"/young-people/{two.One}/same-person")).Body.ShouldNotContain(theirs.ToString());
        var opened = await two.Worker.GetAsync(two.Page);
        foreach (var path in new[] { $"/young-people/{two.One}/same-person/{theirs}", $"/young-people/{theirs}/same-person/{two.One}", $"/young-people/{two.One}/same-person/{Guid.CreateVersion7()}", $"/young-people/{two.One}/same-person/{two.One}" })
        {
            (await two.Worker.GetAsync(path)).Status.ShouldBe(404, path);
            (await two.Worker.SendAgainAsync(opened, path, TwoRecords.Chosen)).Status.ShouldBe(404, path);
        }

        var analyst = await two.App.SignInAsync(RoleTable.NationalAnalyst);
        var token = (await analyst.GetAsync("/return")).Form();
        (await analyst.PostAsync(two.Page, opened.MainForm().Concat(token.Where(t => t.Key.StartsWith("__", StringComparison.Ordinal))).DistinctBy(f => f.Key))).Status.ShouldBeOneOf(400, 404);
        await using var db = two.Database.Context();
        (await db.Set<Merge>().AnyAsync()).ShouldBeFalse();
        await two.MergeAsync();
        var cardiff = await two.App.SignInAsync(RoleTable.Worker, "cardiff");
        (await cardiff.GetAsync(await two.UndoPageAsync())).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Whoever_has_no_scheme_sees_nobody_not_even_who_lives_elsewhere()
    {
        await using var test = await TestDatabase.CreateAsync(Server.Sqlite);
        var person = await AYoungPerson().Living("elsewhere").SaveAsync(test);
        await using var db = test.Context();
        foreach (var role in RoleTable.All.Where(r => r.Sees == Sees.Nobody))
        {
            var visible = new Visible(db, new Actor(Guid.CreateVersion7(), "Nobody", role.Code, null), new Seen(), new London(TimeProvider.System), TimeProvider.System);
            (await visible.PersonAsync(person)).ShouldBeNull();
            (await visible.People.AnyAsync()).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Likely_doubles_are_looked_for_by_birth_date_and_read_nobody_else()
    {
        await using var test = await TestDatabase.CreateAsync(Server.Sqlite);
        await using var db = test.Context();
        await using var connection = await test.Connection.OpenAsync();
        var look = new LookFor(new Visible(db, new Actor(Guid.CreateVersion7(), "Priya", RoleTable.Worker, "leeds"), new Seen(), new London(TimeProvider.System), TimeProvider.System), db);
        var sql = string.Join('\n', look.Born(new DateOnly(1994, 5, 3)).ToQueryString().Split('\n').Where(l => !l.StartsWith(".param", StringComparison.Ordinal)));
        await using var command = connection.Command("explain query plan " + sql, ("@day", "1994-05-03"), ("@swapped", "1994-03-05"), ("@scheme", "leeds"));
        foreach (System.Text.RegularExpressions.Match name in System.Text.RegularExpressions.Regex.Matches(sql, "@[a-z_0-9]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            if (!command.Parameters.Contains(name.Value))
            {
                command.Add(name.Value, "");
            }
        }

        var plan = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            plan.Add(rows.GetString(3));
        }

        plan.ShouldContain(p => p.Contains("people_born", StringComparison.Ordinal));
        plan.ShouldNotContain(p => p.StartsWith("SCAN p", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_was_slower_by_a_moment_is_told_so() => Throughgate.Web.Ui.Failures.Failure.StatusOf(new Throughgate.Web.History.ChangedMeanwhileException()).ShouldBe(409);

    [Fact]
    [Trait("requirement", "R29")]
    public async Task Every_table_with_a_person_in_it_is_moved()
    {
        await using var test = await TestDatabase.CreateAsync(Server.Sqlite);
        await using var db = test.Context();
        await using var connection = await test.Connection.OpenAsync();
        await using var command = connection.Command("select m.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.name = 'person_id' and m.name not in ('history', 'return_members') order by m.name");
        var tables = new List<string>();
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                tables.Add(rows.GetString(0));
            }
        }

        // History is append-only: it is read together, never moved. A frozen return says whom it counted then; its pages lead to the record that stays.
        db.KindsOfPersonRow().Select(k => db.Model.FindEntityType(k)!.GetTableName()!).Order(StringComparer.Ordinal).ToList().ShouldBe(tables); // a table with a young person in it is mapped to an IOfPerson, so that a merge moves it
        db.KindsOfPersonRow().ShouldAllBe(k => k.IsSubclassOf(typeof(Row)));
    }
}
