using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Features.Caseload.Import;

[assembly: AssemblyFixture(typeof(SampleDatabases))]

namespace Throughgate.Tests.Build;

/// <summary>
/// The sample caseload in a database, imported once a run on each server by the product's own import; for tests that only read (pages
/// write the log, which is all right). Ask for it in the test class's constructor.
/// </summary>
public sealed class SampleDatabases : IAsyncDisposable
{
    private readonly Dictionary<Server, Lazy<Task<TestDatabase>>> _databases = Enum.GetValues<Server>()
        .ToDictionary(server => server, server => new Lazy<Task<TestDatabase>>(() => ImportAsync(server)));

    public Task<TestDatabase> OnAsync(Server server) => _databases[server].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases.Values.Where(d => d.IsValueCreated && d.Value.IsCompletedSuccessfully))
        {
            await (await database.Value).DisposeAsync();
        }
    }

    private static async Task<TestDatabase> ImportAsync(Server server)
    {
        var database = await TestDatabase.CreateAsync(server);
        var outcome = await new ImportCaseload(database.Connection, TimeProvider.System).RunAsync(Repository.PathOf("sample", "caseload"), Actor.CommandLine);
        outcome.Problems.ShouldBeEmpty();
        return database;
    }
}
