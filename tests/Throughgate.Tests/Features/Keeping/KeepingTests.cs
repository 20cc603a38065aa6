using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Tests.Documents;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Documents;
using Throughgate.Web.Documents.Content;
using Throughgate.Web.Features.Documents.Attach;
using Throughgate.Web.History;
using Throughgate.Web.Keeping;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Keeping;

/// <summary>R31: trigger, hold, two people, days to stop it, certificate; figures and chain stay whole; nothing goes silently.</summary>
[Trait("requirement", "R31")]
[Trait("rule", "KEP-1")]
public sealed class KeepingTests : IDisposable
{
    private const string Canary = "Canarybird";
    private readonly string _folder = Directory.CreateTempSubdirectory("throughgate-keeping-").FullName;
    private readonly DocumentStore _store;

    public KeepingTests() => _store = new(Path.Combine(_folder, "contents"), new DocumentKeys(Path.Combine(_folder, "keys")));

    public static TheoryData<Server> Both => TestDatabase.Both;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Both))]
    public async Task Seven_years_on_exactly_what_is_due_and_signed_by_two_is_erased_and_the_rest_stays(Server server)
    {
        await using var app = await StartAsync(server);
        // Nineteen at closing on 30 June 2019; so due from 30 June 2026.
        var (due, held, young, cared, open) = (await ClosedAsync(app, "Due"), await ClosedAsync(app, "Heldfast"), await ClosedAsync(app, "Younger", born: "2004-03-03"), await ClosedAsync(app, "Caredfor", lookedAfter: true), await ClosedAsync(app, "Openstill", closed: false));
        At(app, "2026-06-29");
        var (one, two) = (await app.SignInAsync(RoleTable.Manager, "leeds"), await app.SignInAsync(RoleTable.InformationOfficer, "leeds"));
        (await one.GetAsync("/keeping")).Texts("main section")[0].ShouldContain("(0)");
        At(app, "2026-06-30");
        (one, two) = (await app.SignInAsync(one), await app.SignInAsync(two));
        var list = (await one.GetAsync("/keeping")).Texts("main section")[0];
        list.ShouldSatisfyAllConditions(l => l.ShouldContain("(2)"), l => l.ShouldContain("Due"), l => l.ShouldContain("Heldfast"));

        (await one.FillAsync($"/young-people/{held}/keeping", ("Do", "hold"), ("Reason", "A claim is being made."))).Status.ShouldBe(302);
        foreach (var id in new[] { held, young, cared, open })
        {
            (await DoByHandAsync(one, id, "propose")).Status.ShouldBe(400, id.ToString());
        }

        (await one.FillAsync($"/young-people/{due}/keeping", ("Do", "propose"))).Status.ShouldBe(302);
        (await DoByHandAsync(one, due, "sign")).Status.ShouldBe(400); // who proposed does not sign
        (await EraseDueAsync(app)).ShouldBe(0);
        (await two.FillAsync($"/young-people/{due}/keeping", ("Do", "sign"))).Status.ShouldBe(302);
        (await EraseDueAsync(app)).ShouldBe(0);
        At(app, "2026-07-29");
        (await EraseDueAsync(app)).ShouldBe(0);
        At(app, "2026-07-30");
        (await EraseDueAsync(app)).ShouldBe(1);
        (await EraseDueAsync(app)).ShouldBe(0);

        one = await app.SignInAsync(one);
        await using var db = app.Context();
        (await db.People.CountAsync(p => p.LastName == "record")).ShouldBe(1);
        (await db.People.CountAsync()).ShouldBe(5);
        (await one.GetAsync("/keeping")).Texts("main section")[4].ShouldContain("(1)");
        var events = await db.History.Where(h => h.PersonId == due).Select(h => h.Kind).ToListAsync();
        events.ShouldContain("record_erased");
        (await ChainAudit.VerifyAsync(app.Connection).ToListAsync()).ShouldAllBe(s => s.Broken == null);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Erasing_takes_every_word_from_every_table_and_file_and_leaves_figures_and_chain(Server server)
    {
        await using var app = await StartAsync(server);
        var due = await ClosedAsync(app, Canary);
        var other = await ClosedAsync(app, "Neighbour");
        await FillAsync(app, due);
        await FillAsync(app, other);
        At(app, "2026-07-01");
        var (one, two) = (await app.SignInAsync(RoleTable.Manager, "leeds"), await app.SignInAsync(RoleTable.InformationOfficer, "leeds"));
        await one.OpenAsync((await one.SubmitAsync("/young-people", "/young-people/search", ("q", Canary.ToLowerInvariant()))).Location!);
        var before = await FiguresAsync(one);
        (await Canaries.FindAsync(app.Connection, Canary)).ShouldNotBeEmpty();
        await one.FillAsync($"/young-people/{due}/keeping", ("Do", "propose"));
        await two.FillAsync($"/young-people/{due}/keeping", ("Do", "sign"));
        var kept = await RowsAsync(app);
        At(app, "2026-08-15");

        (await EraseDueAsync(app)).ShouldBe(1);

        (await Canaries.FindAsync(app.Connection, Canary)).ShouldBeEmpty();
        _store.Kept().Count().ShouldBe(1);
        one = await app.SignInAsync(one);
        (await FiguresAsync(one)).ShouldBe(before);
        (await ChainAudit.VerifyAsync(app.Connection).ToListAsync()).ShouldAllBe(s => s.Broken == null);
        await using var db = app.Context();
        var disposal = await db.Set<Disposal>().SingleAsync();
        var certificate = JsonSerializer.Deserialize<Certificate>(disposal.Certificate!)!;
        certificate.Documents.ShouldBe(1);
        foreach (var (table, gone) in certificate.Gone)
        {
            (await CountAsync(app, table)).ShouldBe(kept[table] - gone, table);
        }

        foreach (var (table, stays) in certificate.Stays)
        {
            stays.ShouldBeLessThanOrEqualTo(kept[table], table);
            (await CountAsync(app, table)).ShouldBe(kept[table], table);
        }

        certificate.Gone.Keys.ShouldContain("notes");
        certificate.Gone.Keys.ShouldContain("documents");
        var page = await one.GetAsync($"/keeping/{disposal.Id}");
        page.Texts("#gone").Single().ShouldContain($"notes {certificate.Gone["notes"]}");
        (await one.GetAsync($"/young-people/{due}")).ShouldSatisfyAllConditions(p => p.Status.ShouldBe(200), p => p.Body.ShouldNotContain(Canary));
        (await one.GetAsync($"/young-people/{other}")).Body.ShouldContain("Neighbour");

        // Every table that hangs on a young person was met: whatever is added later is found the same way.
        await using var connection = await app.Connection.OpenAsync(forMigrations: true);
        var stay = certificate.Stays.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var table in await PersonTables.ReadAsync(connection, null))
        {
            await using var command = connection.Command($"select count(*) from {table.Name} where {table.Where}", ("@person", due));
            var left = Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
            (left == 0 || stay.Contains(table.Name)).ShouldBeTrue($"{left} rows of {table.Name} are left");
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_row_changed_after_it_was_erased_and_a_row_erased_by_nobody_are_named(Server server)
    {
        await using var app = await StartAsync(server);
        var due = await ClosedAsync(app, Canary);
        await FillAsync(app, due);
        await SignedAsync(app, due);
        (await EraseDueAsync(app)).ShouldBe(1);
        await using var connection = await app.Connection.OpenAsync(forMigrations: true);

        // Nobody can put anything else there, nor empty a row that nobody signed for.
        foreach (var change in new[] { "update history set actor_name = 'x'", "update history set data = '{\"a\":1}'", "update history set data = '{}', why = null where kind = 'record_erased'", "update access_log set detail = '{}' where outcome = 'signed_in'", "delete from erased_rows" })
        {
            await Should.ThrowAsync<DbException>(() => connection.RunAsync(change), change);
        }

        await connection.RunAsync(server == Server.Sqlite ? "drop trigger history_no_update" : "alter table history disable trigger all");
        await connection.RunAsync("update history set actor_name = 'Somebody Else' where id = (select row_id from erased_rows where ledger = 'history' order by seq limit 1)");
        (await ChainAudit.VerifyAsync(app.Connection).ToListAsync()).Single(s => s.Chain == "leeds").Broken.ShouldNotBeNull().ShouldContain("was changed: history");
        var erased = await OneAsync(connection, "select seq from erased_rows where ledger = 'history' order by seq limit 1");
        (await ChainAudit.VerifyAsync(app.Connection).ToListAsync()).Single(s => s.Chain == "leeds").Broken!.ShouldStartWith($"row {erased} of leeds");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_hold_or_a_second_thought_stops_it_to_the_last_day(Server server)
    {
        await using var app = await StartAsync(server);
        var due = await ClosedAsync(app, Canary);
        var one = await SignedAsync(app, due);
        (await one.FillAsync($"/young-people/{due}/keeping", ("Do", "hold"), ("Reason", ""))).Status.ShouldBe(400);
        (await one.FillAsync($"/young-people/{due}/keeping", ("Do", "hold"), ("Reason", "An inquiry asks for it."))).Status.ShouldBe(302);
        (await EraseDueAsync(app)).ShouldBe(0);
        (await one.FillAsync($"/young-people/{due}/keeping", ("Do", "end_hold"), ("Reason", "The inquiry is over."))).Status.ShouldBe(302);
        (await one.FillAsync($"/young-people/{due}/keeping", ("Do", "stop"), ("Reason", "He asked for a copy first."))).Status.ShouldBe(302);
        (await EraseDueAsync(app)).ShouldBe(0);
        await using var db = app.Context();
        (await db.People.SingleAsync(p => p.Id == due)).LastName.ShouldBe(Canary);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_programme_that_was_opened_again_is_not_erased(Server server)
    {
        await using var app = await StartAsync(server);
        var due = await ClosedAsync(app, Canary);
        await SignedAsync(app, due);
        await using (var db = app.Context())
        {
            (await db.Cases.SingleAsync(c => c.PersonId == due)).ClosedOn = null;
            await db.SaveChangesAsync();
        }

        (await EraseDueAsync(app)).ShouldBe(0);
        await using var after = app.Context();
        (await after.Set<Disposal>().SingleAsync()).StopReason.ShouldBe("no longer due");
        (await after.People.SingleAsync(p => p.Id == due)).LastName.ShouldBe(Canary);
    }

    [Fact]
    public async Task Nobody_else_keeps_or_erases()
    {
        await using var app = await StartAsync(Server.Sqlite);
        var due = await ClosedAsync(app, Canary);
        At(app, "2026-07-01");
        foreach (var role in new[] { RoleTable.Worker, RoleTable.CaseManager, RoleTable.Administrator })
        {
            var browser = await app.SignInAsync(role, role == RoleTable.Administrator ? null : "leeds");
            (await browser.GetAsync("/keeping")).Status.ShouldBe(404);
            (await browser.GetAsync($"/young-people/{due}/keeping")).Status.ShouldBe(404);
        }

        var cardiff = await app.SignInAsync(RoleTable.Manager, "cardiff");
        (await cardiff.GetAsync($"/young-people/{due}/keeping")).Status.ShouldBe(404);
        (await cardiff.GetAsync("/keeping")).Body.ShouldNotContain(Canary);
    }

    private Task<TestApp> StartAsync(Server server) => TestApp.StartAsync(server, s => s.AddSingleton(new DocumentSettings(_store)));

    private static void At(TestApp app, string day) => app.Clock.Set(London.At(DateTime.ParseExact(day + " 10", "yyyy-MM-dd HH", CultureInfo.InvariantCulture)));

    private static Task<int> EraseDueAsync(TestApp app) => app.Services.GetRequiredService<EraseDue>().RunAsync();

    private static Task<Guid> ClosedAsync(TestApp app, string name, string born = "2000-03-03", bool lookedAfter = false, bool closed = true)
    {
        var kase = ACase("leeds").AgreedOn("2018-02-01").AllocatedTo("Priya Shah", "2018-01-10").With(AContact("2018-02-02"), AnOffer("2018-01-12"), AReview("2018-05-01"), AnAddress("2018-03-01"), AnAsset("2018-01-20"), AWeek("2018-03-05", 16));
        var person = AYoungPerson().Named("Kai", name).Born(born).Referred($"{name}-REF").With(ADto("2018-01-08").ReleasedOn("2018-04-03").With(closed ? kase.ClosedOn("2019-06-30") : kase));
        return (lookedAfter ? person.LookedAfter() : person).SaveAsync(app);
    }

    /// <summary>A word in every place that the pages can write to, and a document.</summary>
    private async Task FillAsync(TestApp app, Guid person)
    {
        At(app, "2019-06-01");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await using var db = app.Context();
        var kase = await db.Cases.SingleAsync(c => c.PersonId == person);
        var text = (await db.People.SingleAsync(p => p.Id == person)).LastName;
        (await worker.FillAsync($"/young-people/{person}/contacts/record", [("Kind", "appointment"), ("Note", $"{text} talked"), .. Day("On", "2019-06-01")])).Status.ShouldBe(302);
        db.Add(new PersonAround { PersonId = person, Kind = "parent", Name = $"Mother {text}", FromOn = new(2018, 1, 1), Phone = $"07 {text}" });
        db.Add(new Concern { CaseId = kase.Id, Text = $"{text} said", RaisedBy = text, RaisedAt = new(2018, 5, 1, 9, 0, 0, TimeSpan.Zero) });
        db.Add(new StreetAddress { RowId = (await db.Accommodation.SingleAsync(a => a.CaseId == kase.Id)).Id, CaseId = kase.Id, Text = $"12 {text} Street" });
        db.Add(new LicenceCondition { PersonId = person, Kind = LicenceCondition.Kinds.Keys.First(), ConditionText = $"Not {text}", FromOn = new(2018, 4, 3) });
        await db.SaveChangesAsync();
        var of = new OfCase((await db.People.SingleAsync(p => p.Id == person)), kase, await db.Sentences.SingleAsync(s => s.Id == kase.SentenceId), false);
        await new AttachDocument(db, new Actor(worker.Account.Id, "Priya", RoleTable.Worker, "leeds"), app.Clock, _store).RunAsync(of, ContentCheck.Of("x.txt", SomeFiles.Bytes(text)), text, "record", text);
    }

    private static async Task<TestBrowser> SignedAsync(TestApp app, Guid person)
    {
        At(app, "2026-07-01");
        var (one, two) = (await app.SignInAsync(RoleTable.Manager, "leeds"), await app.SignInAsync(RoleTable.InformationOfficer, "leeds"));
        (await one.FillAsync($"/young-people/{person}/keeping", ("Do", "propose"))).Status.ShouldBe(302);
        (await two.FillAsync($"/young-people/{person}/keeping", ("Do", "sign"))).Status.ShouldBe(302);
        At(app, "2026-08-15");
        return await app.SignInAsync(one);
    }

    private static async Task<TestAnswer> DoByHandAsync(TestBrowser browser, Guid person, string what)
    {
        var page = await browser.GetAsync($"/young-people/{person}/keeping");
        var form = page.Page.QuerySelector("main form[method=post]") is null ? page.Form() : page.MainForm();
        (form["Do"], form["Reason"]) = (what, "by hand");
        if (!form.ContainsKey("Shown"))
        {
            form["Shown"] = "  ";
        }

        return await browser.PostAsync($"/young-people/{person}/keeping", form);
    }

    private static async Task<string> FiguresAsync(TestBrowser browser)
    {
        var page = await browser.GetAsync("/figures/return/leeds/2018-19/1");
        return string.Join('\n', page.Status == 200 ? page.Texts("main table") : throw new InvalidOperationException(page.Status.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<long> OneAsync(DbConnection connection, string sql)
    {
        await using var command = connection.Command(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<int> CountAsync(TestApp app, string table)
    {
        await using var connection = await app.Connection.OpenAsync(forMigrations: true);
        return (int)await OneAsync(connection, $"select count(*) from {table}");
    }

    private static async Task<Dictionary<string, int>> RowsAsync(TestApp app)
    {
        await using var connection = await app.Connection.OpenAsync(forMigrations: true);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in await PersonTables.ReadAsync(connection, null))
        {
            rows[table.Name] = (int)await OneAsync(connection, $"select count(*) from {table.Name}");
        }

        return rows;
    }
}
