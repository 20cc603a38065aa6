using Throughgate.Tests.Build;
using Throughgate.Tests.Build.Lives;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

[assembly: AssemblyFixture(typeof(LeedsCaseload))]

namespace Throughgate.Tests.Build;

/// <summary>
/// A small caseload of Leeds, one young person for each thing a list can say, and somebody of Cardiff beside it: on each server once a run,
/// for tests that only read. It is looked at on Wednesday 15 September 2010.
/// </summary>
public sealed class LeedsCaseload : IAsyncDisposable
{
    public const string Today = "2010-09-15";
    private const string Worker = "Priya Shah";

    private readonly Dictionary<Server, Lazy<Task<TestDatabase>>> _databases = Enum.GetValues<Server>()
        .ToDictionary(server => server, server => new Lazy<Task<TestDatabase>>(() => MakeAsync(server)));

    /// <summary>The program on that caseload, at noon of its day, and somebody of Leeds signed in.</summary>
    public async Task<(TestApp App, TestBrowser Browser)> SignInAsync(Server server, string role = RoleTable.Worker, string? scheme = "leeds") =>
        await SignInAsync(await _databases[server].Value, role, scheme);

    public static async Task<(TestApp App, TestBrowser Browser)> SignInAsync(TestDatabase database, string role = RoleTable.Worker, string? scheme = "leeds")
    {
        var app = TestApp.On(database);
        app.Clock.Set(new DateTimeOffset(2010, 9, 15, 12, 0, 0, TimeSpan.Zero));
        return (app, await app.SignInAsync(role, scheme, role == RoleTable.Worker ? Worker : null));
    }

    public async Task<TestDatabase> OnAsync(Server server) => await _databases[server].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases.Values.Where(d => d.IsValueCreated && d.Value.IsCompletedSuccessfully))
        {
            await (await database.Value).DisposeAsync();
        }
    }

    /// <summary>One of a test's own.</summary>
    public static async Task<TestDatabase> MakeAsync(Server server)
    {
        var test = await TestDatabase.CreateAsync(server);
        foreach (var person in People())
        {
            await person.SaveAsync(test);
        }

        // Rules beyond the bundle ask for nothing that was due before, so that a new one does not change what the lists here say.
        await test.RecordsFromAsync("leeds", "2010-09-01");
        return test;
    }

    private static IEnumerable<PersonBuilder> People()
    {
        // In custody, leaves in nine days, no address: overdue since the tenth.
        yield return AYoungPerson().Named("Jordan", "Evans").Referred("P-JORDAN").LookedAfter().With(
            ADto("2010-03-24").HeldAt("wetherby").ExpectedOn("2010-09-24").EndsOn("2011-03-23")
                .With(Led(ACase()).LedFrom("2010-03-25").PlannedOn("2010-03-30").AgreedOn("2010-04-06")
                    .With(AnOffer("2010-03-29").InCustody(), AReview("2010-07-05"), AContact("2010-09-01"))));

        // Leaves in six weeks, address confirmed and told: nothing overdue.
        yield return AYoungPerson().Named("Zoë", "Ångström").With(
            ADto("2010-04-27").HeldAt("rainsbrook").ExpectedOn("2010-10-27").EndsOn("2011-04-26")
                .With(Led(ACase(), "Tom Bevan").LedFrom("2010-04-28").PlannedOn("2010-05-04").AgreedOn("2010-05-10")
                    .With(AnOffer("2010-05-04").InCustody(), AReview("2010-08-05"), AContact("2010-09-01"), AnAddress("2010-10-27").ConfirmedOn("2010-09-02").ToldOn("2010-09-03"))));

        // Leaves in spring.
        yield return AYoungPerson().Named("Later", "Leaver").With(
            ADto("2010-09-08").HeldAt("wetherby").ExpectedOn("2011-04-08").EndsOn("2011-10-07").With(ACase()));

        // Refused in custody: offered, not taken up; nobody leads.
        yield return AYoungPerson().Named("Kai", "Okafor").With(
            ADto("2010-08-02").HeldAt("rainsbrook").ExpectedOn("2010-11-30").EndsOn("2011-05-29")
                .With(ACase().LedFrom("2010-08-03").PlannedOn("2010-08-09").AllocatedTo("Jo Marsden", "2010-08-03", "case_manager").With(AnOffer("2010-08-10").InCustody().Refused())));

        // The day has passed and nobody said what happened.
        yield return AYoungPerson().Named("Amy", "Mensah").With(
            ADto("2010-03-01").HeldAt("wetherby").ExpectedOn("2010-09-01").EndsOn("2011-02-28").With(Led(ACase()).AgreedOn("2010-08-20")));

        // Nobody knows when.
        yield return AYoungPerson().Named("Owain", "Adeyemi").With(ADto("2010-08-30").EndsOn("2011-08-29").With(Led(ACase())));

        // Released, supported, in the community.
        yield return AYoungPerson().Named("Siân", "O'Brien-Jones").Referred("P-SIAN").With(
            ADto("2009-12-14").ReleasedOn("2010-06-14").ExpectedOn("2010-06-14").EndsOn("2010-12-13")
                .With(Led(ACase(), "Tom Bevan").LedFrom("2009-12-15").PlannedOn("2009-12-20").AgreedOn("2010-07-01").With(AnOffer("2009-12-20").InCustody(), AContact("2010-09-10"))));

        // A community order that has ended; two lead workers at once.
        yield return AYoungPerson().Named("Rhys", "Patel").With(
            AYro("2009-09-01").EndsOn("2010-08-31").With(Led(ACase().AllocatedTo("Tom Bevan", "2010-01-01")).AgreedOn("2010-07-01").With(AContact("2010-09-01"))));

        // On remand, with a case.
        yield return AYoungPerson().Named("Lee", "Ray").With(ASentence("remand_custody", "2010-09-01").HeldAt("wetherby").With(Led(ACase())));

        yield return AYoungPerson().Named("Seren", "Price").Referred("P-SEREN").With(
            AYro("2009-03-01").EndsOn("2010-02-28").With(Led(ACase()).AgreedOn("2009-03-20").ClosedOn("2010-03-01")));
        yield return AYoungPerson().Named("Ella", "Price").LookedAfter().With(
            AYro("2009-03-01").EndsOn("2010-02-28").With(Led(ACase(), "Tom Bevan").AgreedOn("2009-03-20").ClosedOn("2010-05-01")));

        // Sentenced, lives here, and nobody has opened a case (ELG-5); one in custody, one out.
        yield return AYoungPerson().Named("Mo", "Ali").Referred("P-MO").With(ADto("2010-09-06").HeldAt("wetherby").ExpectedOn("2010-12-06").EndsOn("2011-03-05"));
        yield return AYoungPerson().Named("Nia", "Late").With(ADto("2010-02-01").ReleasedOn("2010-08-02").ExpectedOn("2010-08-01").EndsOn("2011-01-31"));

        // Names are hostile input.
        yield return AYoungPerson().Named("<script>alert(1)</script>", "Robert'); drop table people;--").With(AYro("2010-09-01").EndsOn("2011-08-31").With(ACase()));

        // Another scheme's, of the same name; and one who moved away from Leeds and has a case there no longer.
        yield return AYoungPerson().Named("Jordan", "Evans").Referred("P-CARDIFF").Living("cardiff").With(
            ADto("2010-03-24").HeldAt("parc").ExpectedOn("2010-09-20").EndsOn("2011-03-23").With(ACase("cardiff").AllocatedTo(Worker, "2010-03-24")));
    }

    private static CaseBuilder Led(CaseBuilder one, string by = Worker) =>
        one.AllocatedTo(by, "2009-01-01").AllocatedTo("Jo Marsden", "2009-01-01", "case_manager");
}
