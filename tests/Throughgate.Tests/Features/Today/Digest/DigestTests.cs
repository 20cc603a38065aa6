using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Throughgate.Tests.Build;
using Throughgate.Tests.Build.Lives;
using Throughgate.Web.Access;
using Throughgate.Web.Features.Today.Digest;
using Throughgate.Web.Jobs;
using Throughgate.Web.Ui.Language;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Today.Digest;

/// <summary>The digest by e-mail: numbers and links, once a day, to who wants it, and nobody named.</summary>
public sealed partial class DigestTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_turned_it_on_gets_it_once_each_working_day_also_after_a_restart(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        await using var sink = new MailSink();
        await AYoungPerson().Named("Jordan", "Evans").Living("leeds").With(ADto("2010-03-01").ExpectedOn("2010-05-13").With(ACase().AllocatedTo("Priya Shah", "2010-03-02"))).SaveAsync(database);
        await using (var app = With(database, sink))
        {
            On(app, "2010-05-05");
            var priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
            await app.SignInAsync(RoleTable.Worker, "leeds", "Tom Bevan");
            await MorningAsync(app);
            sink.Mails.ShouldBeEmpty();
            (await priya.FillAsync("/today/digest")).Status.ShouldBe(302);
            (await priya.GetAsync("/today/digest")).Texts("main p").ShouldContain($"It is on: it comes to {priya.Account.Email}.");
            await MorningAsync(app);
            sink.Mails.ShouldBeEmpty(); // today's was read when it was turned on

            On(app, "2010-05-06");
            await MorningAsync(app);
            await MorningAsync(app);
            sink.Mails.ShouldHaveSingleItem().To.ShouldBe(priya.Account.Email);
        }

        await using (var again = With(database, sink))
        {
            On(again, "2010-05-06");
            await MorningAsync(again);
            sink.Mails.Count.ShouldBe(1);
            On(again, "2010-05-08"); // Saturday
            await MorningAsync(again);
            sink.Mails.Count.ShouldBe(1);
            On(again, "2010-05-10");
            await Task.WhenAll(MorningAsync(again), MorningAsync(again));
            sink.Mails.Count.ShouldBe(2);
            await using var db = again.Context();
            var account = await db.Accounts.SingleAsync(a => a.WorkerId != null && db.Digests.Any(d => d.AccountId == a.Id));
            account.ClosedAt = again.Clock.GetUtcNow();
            await db.SaveChangesAsync();
            On(again, "2010-05-11");
            await MorningAsync(again);
            sink.Mails.Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Turned_off_again_nothing_comes()
    {
        await using var sink = new MailSink();
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        await AYoungPerson().Living("leeds").With(ADto("2010-03-01").ExpectedOn("2010-05-13").With(ACase())).SaveAsync(database);
        await using var app = With(database, sink);
        On(app, "2010-05-05");
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        await manager.FillAsync("/today/digest");
        (await manager.FillAsync("/today/digest")).Status.ShouldBe(302);
        On(app, "2010-05-06");
        await MorningAsync(app);
        sink.Mails.ShouldBeEmpty();
        await using var db = app.Context();
        db.History.Where(h => h.PersonId == null).OrderBy(h => h.Seq).Select(h => h.Kind).ToList().ShouldBe(["digest_wanted", "digest_stopped"]);
    }

    [Fact]
    public async Task Where_the_mail_server_is_away_it_comes_later_and_where_it_refuses_not_twice()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        await AYoungPerson().Living("leeds").With(ADto("2010-03-01").ExpectedOn("2010-05-13").With(ACase())).SaveAsync(database);
        var away = new MailSink();
        await using (var app = With(database, away))
        {
            await away.DisposeAsync();
            On(app, "2010-05-05");
            await (await app.SignInAsync(RoleTable.Manager, "leeds")).FillAsync("/today/digest");
            On(app, "2010-05-06");
            await MorningAsync(app);
        }

        await using var sink = new MailSink { Recipient = "550 nobody of that name" };
        await using var back = With(database, sink);
        On(back, "2010-05-06");
        await MorningAsync(back);
        sink.Recipient = "250 good";
        await MorningAsync(back);
        sink.Mails.ShouldBeEmpty();
        On(back, "2010-05-07");
        await MorningAsync(back);
        sink.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_named_by_name_reference_date_or_place_and_the_numbers_are_those_of_the_page()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        await using var sink = new MailSink();
        (await database.ImportAsync(BundleFolder.Sample, "2010-09-13")).Problems.ShouldBeEmpty();
        await using var app = With(database, sink);
        On(app, "2010-09-14");
        await using var db = app.Context();
        var workers = await db.Workers.Select(w => w.Name).ToListAsync();
        var leads = await db.Allocations.Join(db.Workers, a => a.WorkerId, w => w.Id, (a, w) => w.Name).GroupBy(n => n).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        var readers = new List<TestBrowser> { await app.SignInAsync(RoleTable.Manager, "leeds"), await app.SignInAsync(RoleTable.Worker, "leeds", leads), await app.SignInAsync(RoleTable.CaseManager, "leeds") };
        foreach (var reader in readers)
        {
            (await reader.FillAsync("/today/digest")).Status.ShouldBe(302);
        }

        (await db.Accounts.SingleAsync(a => a.Id == readers[2].Account.Id)).Language = "cy";
        await db.SaveChangesAsync();
        On(app, "2010-09-15");
        await MorningAsync(app);
        sink.Mails.Count.ShouldBe(3);

        var people = await db.People.ToListAsync();
        var told = people.SelectMany(p => new[] { p.FirstName, p.LastName, p.Reference, p.Id.ToString(), $"{p.DateOfBirth:yyyy-MM-dd}", new Days(new Words(Vocabulary.Embedded, Words.English)).Plain(p.DateOfBirth) })
            .Concat(workers.SelectMany(w => w.Split(' ')))
            .Concat(await db.Cases.Select(c => c.Reference).ToListAsync())
            .Concat(await db.Sentences.Select(s => s.Reference).ToListAsync())
            .Concat(Web.Data.Reference.Instance.Establishments.Keys.Select(EstablishmentName.Short))
            .ToHashSet(StringComparer.Ordinal); // "young people" is no Mr Young
        told.Count.ShouldBeGreaterThan(500);
        foreach (var mail in sink.Mails)
        {
            var written = $"{mail.Subject}\n{mail.Text}";
            mail.Subject.ShouldContain("15");
            Word().Matches(written).Select(m => m.Value).Where(told.Contains).ShouldBeEmpty(written);
            told.Where(t => t.Length > 6 && written.Contains(t, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(written);
            written.ShouldContain("https://throughgate.example/today#");
        }

        sink.Mails.Count(m => m.Text.Contains("Nobody is named here", StringComparison.Ordinal)).ShouldBe(2);
        sink.Mails.Count(m => m.Text.Contains("Ni enwir neb", StringComparison.Ordinal)).ShouldBe(1);
        var manager = await app.SignInAsync(readers[0]);
        var page = await manager.GetAsync("/today");
        var text = sink.Mails.Single(m => m.To == manager.Account.Email).Text;
        foreach (var id in new[] { "first", "overdue" })
        {
            text.ShouldContain(page.Texts($"#{id}").Single());
        }
    }

    [Fact]
    public async Task The_page_says_what_it_would_say_now_and_that_a_server_without_mail_sends_none()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        On(app, "2010-05-05");
        await AYoungPerson().Named("Jordan", "Evans").Living("leeds").With(ADto("2010-03-01").ExpectedOn("2010-05-13").With(ACase())).SaveAsync(app);
        var page = await (await app.SignInAsync(RoleTable.Manager, "leeds")).GetAsync("/today/digest");
        page.Body.ShouldContain("This server sends no e-mail.");
        page.Texts("main li").ShouldContain("1 young person leaves custody in the next 12 weeks");
        page.Page.QuerySelector("main")!.TextContent.ShouldNotContain("Jordan");
        await MorningAsync(app);
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("mail.example", null, "https://throughgate.example", "THROUGHGATE_MAIL_FROM")]
    [InlineData("mail.example", "throughgate@example.org", null, "THROUGHGATE_ADDRESS")]
    [InlineData("mail.example", "throughgate@example.org", "javascript:alert(1)", "THROUGHGATE_ADDRESS")]
    public void Mail_is_off_or_wholly_set(string? host, string? from, string? address, string? lacks)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["THROUGHGATE_MAIL_HOST"] = host, ["THROUGHGATE_MAIL_FROM"] = from, ["THROUGHGATE_ADDRESS"] = address }).Build();
        if (lacks is null)
        {
            MailSettings.Of(settings).ShouldBeNull();
            return;
        }

        Should.Throw<FormatException>(() => MailSettings.Of(settings)).Message.ShouldContain(lacks);
    }

    private static TestApp With(TestDatabase database, MailSink sink) =>
        TestApp.On(database, services => services.AddSingleton(new Mail(new("127.0.0.1", sink.Port, "throughgate@example.org", new Uri("https://throughgate.example"), Plain: true))));

    private static void On(TestApp app, string day) => app.Clock.Set(new DateTimeOffset(Day(day).ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero));

    private static async Task MorningAsync(TestApp app) => await app.Services.GetServices<IHostedService>().OfType<EveryMorning>().Single().RunAsync(CancellationToken.None);

    [GeneratedRegex(@"[\p{L}\p{N}'’-]+")]
    private static partial Regex Word();
}
