using Throughgate.Tests.Build;
using Throughgate.Web.Cli;

namespace Throughgate.Tests.Features.Caseload.Import;

/// <summary>
/// A release date that a later bundle brings where none was known counts as known from sentence, as it would have in one bundle; only a
/// date in the place of another is a change known from its import.
/// </summary>
public sealed class FirstDateTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_first_date_is_known_from_sentence_and_the_next_from_its_import(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small();
        bundle.Replace("sentences", "ashfield,2010-03-01,2010-03-01", "ashfield,,");
        await database.ImportAsync(bundle, "2009-08-01");
        (await AddressDueAsync(database, "2009-09-01")).ShouldBe("[]");

        bundle.Replace("sentences", "ashfield,,", "ashfield,2010-03-15,");
        await database.ImportAsync(bundle, "2009-10-01");
        (await AddressDueAsync(database, "2009-09-01")).ShouldContain("2010-03-01"); // 14 days before, also looking back

        bundle.Replace("sentences", "ashfield,2010-03-15,", "ashfield,2010-04-15,");
        await database.ImportAsync(bundle, "2009-11-01");
        (await AddressDueAsync(database, "2009-10-31")).ShouldContain("2010-03-01");
        (await AddressDueAsync(database, "2009-11-01")).ShouldContain("2010-04-01");
    }

    private static async Task<string> AddressDueAsync(TestDatabase database, string on)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        string[] asked = ["duties", "--scheme", "leeds", "--on", on, "--rule", "REL-3", "--json", "--db", database.Connection.File ?? database.Connection.MigrationsText];
        (await CommandLine.RunAsync(asked, new Terminal(output, error, TimeProvider.System))).ShouldBe(Exit.Done, error.ToString());
        return output.ToString().Trim();
    }
}
