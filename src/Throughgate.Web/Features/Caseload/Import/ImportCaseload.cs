using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Data.Import;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>What came of an import: with problems nothing was written.</summary>
public sealed record ImportOutcome(ImportReport Report, long ProblemCount, IReadOnlyList<Problem> Problems)
{
    public bool IsRefused => ProblemCount > 0;
}

/// <summary>Imports a bundle: a folder, a .zip or one CSV file. All or nothing; a rehearsal writes nothing either way.</summary>
public sealed class ImportCaseload(Connection database, TimeProvider time)
{
    /// <summary>Of the sample, rounded: for saying about how many rows there are before they are counted.</summary>
    private const int BytesARow = 64;

    public bool Rehearse { get; init; }

    /// <summary>Where a row was recorded or corrected here: take the bundle's instead of keeping ours.</summary>
    public bool TakeTheirs { get; init; }

    public Action<ImportProgress> Progress { get; init; } = _ => { };

    public async Task<ImportOutcome> RunAsync(string bundle, Actor actor, string? name = null, CancellationToken cancel = default)
    {
        var problems = new Problems();
        using var source = BundleSource.Open(bundle, problems);
        if (problems.Any)
        {
            return new(new ImportReport(), problems.Count, problems.First);
        }

        await using var copy = Rehearse && database.IsSqlite ? await RehearsalCopy.MakeAsync(database, time, cancel) : null;
        var run = new ImportRun(copy?.Database ?? database, actor, time.GetUtcNow(), new London(time).Today, name ?? source.Name)
        {
            Rehearse = Rehearse,
            TakeTheirs = TakeTheirs,
            Progress = p => Progress(p.Of == 0 ? p with { Of = source.Bytes / BytesARow } : p),
        };
        var report = await run.RunAsync((open, finish) => Read(source, problems, open, finish, cancel), problems, cancel);
        return new(problems.Any ? new ImportReport() : report, problems.Count, problems.First);
    }

    private static HashSet<string> Read(
        BundleSource source,
        Problems problems,
        Func<BundleFile, Action<RowCells>> open,
        Action finish,
        CancellationToken cancel
    )
    {
        var unread = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, stream) in source.Files)
        {
            cancel.ThrowIfCancellationRequested();
            using var bytes = stream();
            if (!new BundleReader(problems).Read(file, bytes, open(file)))
            {
                unread.Add(file.Name);
            }

            finish();
        }

        return unread;
    }
}
