using System.Runtime.CompilerServices;
using Throughgate.Domain.People;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Time;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Features.Returns.Reckon;

/// <summary>The return of a scheme and quarter from the database. Who asks has been allowed before.</summary>
public sealed class ReckonReturn(Connection connection, KeptFacts? kept = null)
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
        var quarter = readings[0].Quarter;
        var reckonings = readings.Select(q => new Reckoning(q)).ToList();
        await foreach (var person in FactsAsync(readings[0].Scheme, quarter, cancel))
        {
            read(person);
            foreach (var reckoning in reckonings)
            {
                reckoning.Add(person);
            }
        }

        return [.. reckonings.Select(r => r.Result())];
    }

    /// <summary>The return of every scheme, in one pass over everybody who can matter for any of them.</summary>
    public async Task<IReadOnlyDictionary<string, QuarterlyReturn>> EverySchemeAsync(FinancialQuarter quarter, Reading reading, CancellationToken cancel = default)
    {
        var reckonings = Reference.Instance.Schemes.Keys.ToDictionary(s => s, s => new Reckoning(Questions.Of(s, quarter, reading)), StringComparer.Ordinal);
        await foreach (var person in ReturnCandidates.FactsOfEverySchemeAsync(connection, quarter, cancel))
        {
            foreach (var scheme in SchemesOf(person))
            {
                reckonings[scheme].Add(person);
            }
        }

        return reckonings.ToDictionary(r => r.Key, r => r.Value.Result(), StringComparer.Ordinal);
    }

    private IAsyncEnumerable<PersonFacts> FactsAsync(string scheme, FinancialQuarter quarter, CancellationToken cancel) =>
        kept is null ? ReturnCandidates.FactsAsync(connection, scheme, quarter, cancel) : KeptAsync(kept, scheme, quarter, cancel);

    private async IAsyncEnumerable<PersonFacts> KeptAsync(KeptFacts keep, string scheme, FinancialQuarter quarter, [EnumeratorCancellation] CancellationToken cancel)
    {
        var facts = await keep.OfAsync(
            $"{scheme} {quarter}",
            changed => ReturnCandidates.AnyAsync(connection, scheme, quarter, changed, cancel),
            async () =>
            {
                var read = await ReturnCandidates.FactsAsync(connection, scheme, quarter, cancel).ToListAsync(cancel);
                return (read, read.Select(p => p.Id).ToHashSet());
            },
            cancel
        );
        foreach (var person in facts)
        {
            yield return person;
        }
    }

    /// <summary>The schemes whose return somebody can be in: those of their cases, and those whose YOTs they live or lived in. Some YOTs have none.</summary>
    private static HashSet<string> SchemesOf(PersonFacts person)
    {
        var schemes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var programme in person.Cases)
        {
            schemes.Add(programme.Scheme);
        }

        foreach (var residence in person.Residences)
        {
            if (Reference.Instance.Yots.TryGetValue(residence.Yot, out var yot) && yot.Scheme.Length > 0)
            {
                schemes.Add(yot.Scheme);
            }
        }

        return schemes;
    }
}
