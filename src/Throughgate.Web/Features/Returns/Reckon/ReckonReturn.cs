using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Features.Returns.Reckon;

/// <summary>The return of a scheme and quarter from the database. Who asks has been allowed before.</summary>
public sealed class ReckonReturn(Connection connection)
{
    public async Task<QuarterlyReturn> RunAsync(ReturnQuestion question, CancellationToken cancel = default) =>
        (await RunAsync([question], _ => { }, cancel))[0];

    /// <summary>Several readings of one scheme and quarter from one pass over the facts; the page is shown everybody that was read.</summary>
    public async Task<IReadOnlyList<QuarterlyReturn>> RunAsync(
        IReadOnlyList<ReturnQuestion> readings,
        Action<PersonFacts> read,
        CancellationToken cancel = default
    )
    {
        var reckonings = readings.Select(q => new Reckoning(q)).ToList();
        await foreach (var person in ReturnCandidates.FactsAsync(connection, readings[0].Scheme, readings[0].Quarter, cancel))
        {
            read(person);
            foreach (var reckoning in reckonings)
            {
                reckoning.Add(person);
            }
        }

        return [.. reckonings.Select(r => r.Result())];
    }
}
