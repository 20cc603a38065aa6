using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Time;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Handing;

/// <summary>Why something was accepted under RET-6, with the person of whom it was: it goes with the record.</summary>
public sealed record ToldAcceptance(string Kind, string Item, string Reason);

/// <summary>What is told of one person behind a frozen return, apart from it.</summary>
public sealed record ToldOf(Dictionary<string, string> References, List<ToldAcceptance> Accepted);

/// <summary>A frozen version, opened: its row, its facts, and who is behind them as far as they are still known.</summary>
/// <param name="Told">By pseudonym; without those whose record was erased.</param>
public sealed record OpenedVersion(ReturnVersion Row, FrozenBundle Bundle, IReadOnlyDictionary<string, Known> People, IReadOnlyDictionary<string, ToldOf> Told)
{
    public Domain.Returns.QuarterlyReturn Figures(Domain.Returns.Reading? reading = null) =>
        Bundle.Replay(reading, p => Pseudonyms.Named(p, People.GetValueOrDefault(p.Reference)));

    /// <summary>The bundle is the one that was submitted, and its facts still come to its figures.</summary>
    public bool IsWhole => FrozenBundle.HashOf(Row.Bundle) == Row.Hash && Bundle.IsSame;
}

/// <summary>
/// Returns handed in, read by the program itself: whoever asks has been asked whether the scheme is theirs, and names nobody whom <c>Visible</c> does
/// not show.
/// </summary>
public sealed class ReturnBook(Connection connection)
{
    public async Task<Standing> StandingAsync(string scheme, FinancialQuarter quarter, CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        var versions = (await VersionsAsync(db, [scheme], [quarter], cancel)).GetValueOrDefault((scheme, quarter), []);
        var (year, number) = (quarter.StartYear, quarter.Number);
        var check = await db.Set<ReturnCheckRow>()
            .AsNoTracking()
            .Where(c => c.Scheme == scheme && c.StartYear == year && c.Quarter == number)
            .OrderByDescending(c => c.At)
            .FirstOrDefaultAsync(cancel);
        return new(versions, check is null ? null : new(check.Seal, check.ById, check.ByName, check.At));
    }

    /// <summary>Without checks, for lists over schemes and quarters.</summary>
    public async Task<IReadOnlyDictionary<(string Scheme, FinancialQuarter Quarter), Standing>> StandingsAsync(
        IReadOnlyCollection<string> schemes,
        IReadOnlyCollection<FinancialQuarter> quarters,
        CancellationToken cancel = default
    )
    {
        await using var db = connection.Context();
        return (await VersionsAsync(db, schemes, quarters, cancel)).ToDictionary(v => v.Key, v => new Standing(v.Value, null));
    }

    /// <summary>The return of the quarter that ended last, where it is not handed in yet.</summary>
    /// <param name="since">Since when the scheme records here.</param>
    public async Task<ReturnToDo?> ToDoAsync(string scheme, DateOnly since, DateOnly today, CancellationToken cancel = default)
    {
        var last = FinancialQuarter.OfDay(today).Previous;
        return ReturnToDo.Of(scheme, last, (await StandingsAsync([scheme], [last], cancel)).GetValueOrDefault((scheme, last)), today, since);
    }

    /// <summary>
    /// Since when each scheme records here: its first day of recording, and where none was set its first referral. Schemes that
    /// have neither are not in it: they do not use the program.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, DateOnly>> RecordsSinceAsync(IReadOnlyCollection<string> schemes, CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        var set = await db.SchemeFigures.AsNoTracking().Where(f => f.Figure == FirstDayOfRecording.Key && schemes.Contains(f.Scheme)).OrderBy(f => f.SetAt).Select(f => new { f.Scheme, f.ValueNumber }).ToListAsync(cancel);
        var since = set.GroupBy(f => f.Scheme).ToDictionary(g => g.Key, g => FirstDayOfRecording.Read(g.Last().ValueNumber));
        var others = schemes.Except(since.Keys).ToList();
        foreach (var first in await db.Cases.Where(c => others.Contains(c.Scheme)).GroupBy(c => c.Scheme).Select(g => new { Scheme = g.Key, On = g.Min(c => c.ReferredOn) }).ToListAsync(cancel))
        {
            since[first.Scheme] = first.On;
        }

        return since;
    }

    /// <summary>One version of that scheme and quarter; null where there is none.</summary>
    public async Task<OpenedVersion?> OpenAsync(string scheme, FinancialQuarter quarter, Guid id, CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        var (year, number) = (quarter.StartYear, quarter.Number);
        var row = await db.Set<ReturnVersion>()
            .AsNoTracking()
            .FirstOrDefaultAsync(v => v.Id == id && v.Scheme == scheme && v.StartYear == year && v.Quarter == number, cancel);
        return row is null ? null : await OpenAsync(db, row, cancel);
    }

    /// <summary>Every version of one scheme, or of all, oldest first, one by one.</summary>
    public async IAsyncEnumerable<OpenedVersion> AllAsync(string? scheme, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        var ids = await db.Set<ReturnVersion>()
            .Where(v => scheme == null || v.Scheme == scheme)
            .OrderBy(v => v.Scheme)
            .ThenBy(v => v.StartYear)
            .ThenBy(v => v.Quarter)
            .ThenBy(v => v.Number)
            .Select(v => v.Id)
            .ToListAsync(cancel);
        foreach (var id in ids)
        {
            yield return await OpenAsync(db, await db.Set<ReturnVersion>().AsNoTracking().SingleAsync(v => v.Id == id, cancel), cancel);
        }
    }

    /// <summary>The tokens that people have in earlier versions of a scheme's returns.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> TokensAsync(string scheme, CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        var had = await db.Set<ReturnMember>()
            .Where(m => db.Set<ReturnVersion>().Any(v => v.Id == m.ReturnId && v.Scheme == scheme))
            .Select(m => new { m.PersonId, m.Token })
            .Distinct()
            .ToListAsync(cancel);
        return had.GroupBy(m => m.PersonId).ToDictionary(g => g.Key, g => g.First().Token);
    }

    /// <summary>What is accepted for a scheme and quarter.</summary>
    public async Task<IReadOnlyList<ReturnAcceptance>> AcceptedAsync(string scheme, FinancialQuarter quarter, CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        var (year, number) = (quarter.StartYear, quarter.Number);
        return await db.Set<ReturnAcceptance>().AsNoTracking().Where(a => a.Scheme == scheme && a.StartYear == year && a.Quarter == number && !a.Voided).ToListAsync(cancel);
    }

    /// <summary>The figures that were typed last; null where none were.</summary>
    public async Task<TypedReturn?> TypedAsync(string scheme, FinancialQuarter quarter, CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        var (year, number) = (quarter.StartYear, quarter.Number);
        return await db.Set<TypedReturn>().AsNoTracking().Where(t => t.Scheme == scheme && t.StartYear == year && t.Quarter == number).OrderByDescending(t => t.At).FirstOrDefaultAsync(cancel);
    }

    public static string Write(ToldOf told) => JsonSerializer.Serialize(told);

    private static async Task<OpenedVersion> OpenAsync(Db db, ReturnVersion row, CancellationToken cancel)
    {
        var members = await db.Set<ReturnMember>().AsNoTracking().Where(m => m.ReturnId == row.Id).ToListAsync(cancel);
        var ids = members.Select(m => m.PersonId).ToList();
        var merged = await db.People.IgnoreQueryFilters().Where(p => ids.Contains(p.Id) && p.MergedInto != null).ToDictionaryAsync(p => p.Id, p => p.MergedInto!.Value, cancel);
        var told = members.ToDictionary(m => m.Pseudonym, m => JsonSerializer.Deserialize<ToldOf>(m.Told)!, StringComparer.Ordinal);
        var known = members.ToDictionary(
            m => m.Pseudonym,
            m => new Known(m.Pseudonym, m.Token, merged.GetValueOrDefault(m.PersonId, m.PersonId), told[m.Pseudonym].References),
            StringComparer.Ordinal
        );
        return new(row, FrozenBundle.Read(row.Bundle), known, told);
    }

    private static async Task<Dictionary<(string, FinancialQuarter), IReadOnlyList<HandedVersion>>> VersionsAsync(
        Db db,
        IReadOnlyCollection<string> schemes,
        IReadOnlyCollection<FinancialQuarter> quarters,
        CancellationToken cancel
    )
    {
        var years = quarters.Select(q => q.StartYear).Distinct().ToList();
        var rows = await (
            from v in db.Set<ReturnVersion>()
            where schemes.Contains(v.Scheme) && years.Contains(v.StartYear)
            join d in db.Set<ReturnDecision>() on v.Id equals d.ReturnId into decided
            from d in decided.DefaultIfEmpty()
            orderby v.Number
            select new { v.Id, v.Scheme, v.StartYear, v.Quarter, v.Number, v.Seal, v.ById, v.ByName, v.At, v.Why, Decision = d }
        ).AsNoTracking().ToListAsync(cancel);
        return rows
            .GroupBy(r => (r.Scheme, Quarter: new FinancialQuarter(r.StartYear, r.Quarter)))
            .Where(g => quarters.Contains(g.Key.Quarter))
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyList<HandedVersion>)
                    [
                        .. g.Select(r => new HandedVersion(
                            r.Id,
                            r.Number,
                            r.Seal,
                            r.ById,
                            r.ByName,
                            r.At,
                            r.Why,
                            r.Decision is { } d ? new Decided(d.Signed, d.ById, d.ByName, d.At, d.Reason) : null
                        )),
                    ]
            );
    }
}
