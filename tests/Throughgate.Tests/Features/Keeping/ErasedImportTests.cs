using Throughgate.Tests.Build;
using Throughgate.Web.Cli;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Keeping;

namespace Throughgate.Tests.Features.Keeping;

/// <summary>R31: a bundle does not bring back what two people signed away.</summary>
[Trait("requirement", "R31")]
public sealed class ErasedImportTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_bundle_that_names_an_erased_record_is_refused_with_its_lines(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        var folder = Directory.CreateTempSubdirectory("throughgate-bundle-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "people.csv"),
            "person,first_name,last_name,date_of_birth,gender,ethnicity,looked_after,send,is_parent,first_language\nP-1,Kai,Okafor,1994-03-03,male,W1,,,,\nP-2,Seren,Price,1994-03-03,female,W1,,,,\n"
        );
        async Task<(int Code, string Said)> ImportAsync()
        {
            var (output, error) = (new StringWriter(), new StringWriter());
            return (await CommandLine.RunAsync(["import", folder, "--db", test.Connection.File ?? test.Connection.MigrationsText], new Terminal(output, error, TimeProvider.System)), $"{output}{error}");
        }

        (await ImportAsync()).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Said));
        await using (var db = test.Context())
        {
            var person = db.People.Single(p => p.Reference == "P-1");
            db.Add(
                new Disposal
                {
                    PersonId = person.Id,
                    Scheme = "leeds",
                    Reference = Erase.HashOf("P-1"),
                    Basis = "closed",
                    ProposerName = "Sam",
                    DoneAt = TimeProvider.System.GetUtcNow(),
                    Certificate = "{}",
                }
            );
            person.Reference = $"X-{person.Id:N}";
            await db.SaveChangesAsync();
        }

        var again = await ImportAsync();

        again.Code.ShouldBe(1, again.Said);
        again.Said.ShouldContain("people.csv:2: person: this record was erased here");
        again.Said.ShouldNotContain("people.csv:3");
        Directory.Delete(folder, recursive: true);
    }
}
