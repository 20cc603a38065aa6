using Throughgate.Web.Access;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.History;

namespace Throughgate.Web.Data.Import;

/// <summary>How far an import is.</summary>
/// <param name="Step">What it is doing, in English, for whoever waits.</param>
public sealed record ImportProgress(string Step, long Rows)
{
    public ImportPhase Phase { get; init; }

    /// <summary>Rows in all, once they are counted; 0 before.</summary>
    public long Of { get; init; }
}

/// <summary>What an import is at. On SQLite everybody else's writes wait from <see cref="Checking"/> on: a file has one writer.</summary>
public enum ImportPhase
{
    Reading,
    Checking,
    Writing,
    Committing,
}

/// <summary>
/// One import into the database: rows are staged in temporary tables, checked against each other and what is held, and written with their
/// history in one transaction. A rehearsal is the same, ended by rolling back.
/// </summary>
public sealed class ImportRun(Connection database, Actor actor, DateTimeOffset at, DateOnly today, string name)
{
    /// <summary>Hands every row of every file to the staging table; returns the files of which not every row could be read.</summary>
    public delegate IReadOnlySet<string> ReadRows(Func<BundleFile, Action<RowCells>> open, Action finish);

    private long _staged;

    public bool Rehearse { get; init; }

    public bool TakeTheirs { get; init; }

    public Action<ImportProgress> Progress { get; init; } = _ => { };

    public async Task<ImportReport> RunAsync(ReadRows read, Problems problems, CancellationToken cancel)
    {
        var report = new ImportReport();
        await using var connection = await ImportConnection.OpenAsync(database, cancel);
        await Staging.CreateAsync(connection, cancel);
        var unread = Stage(connection, read);
        Progress(new("Checking", 0));
        await Staging.IndexAsync(connection, cancel);
        using var turn = await connection.BeginWritingAsync(cancel);
        Progress(new("Checking against what is held", _staged) { Phase = ImportPhase.Checking, Of = _staged });
        await new ErasedRecords(connection, problems).RunAsync(cancel);
        await new MergedPeople(connection, report).RunAsync(cancel);
        await new SetChecks(connection, problems, unread).RunAsync(cancel);
        if (actor.Scheme is { } scheme)
        {
            await new SchemeChecks(connection, problems, scheme).RunAsync(cancel);
        }

        if (problems.Any)
        {
            return report;
        }

        var id = Guid.CreateVersion7();
        var work = new ImportWork(connection, id, today, TakeTheirs, problems, report, (changes, stop) => AppendAsync(connection, id, changes, stop));
        await WriteAsync(work, cancel);
        await new RecordingBegins(connection, actor, at, today).RunAsync(cancel);
        await new Evidence(work).RunAsync(cancel);
        if (problems.Any || Rehearse)
        {
            await connection.RollbackAsync();
            return report;
        }

        await NoteAsync(connection, id, report, cancel);
        Progress(new("Committing", report.Added + report.Changed) { Phase = ImportPhase.Committing, Of = _staged });
        await connection.CommitAsync(cancel);
        report.ImportId = id;
        return report;
    }

    private IReadOnlySet<string> Stage(ImportConnection connection, ReadRows read)
    {
        IStage? stage = null;
        long rows = 0;
        connection.BeginStaging();
        try
        {
            var unread = read(
                file =>
                {
                    stage = Staging.Open(connection, file);
                    Progress(new($"Reading {file.FileName}", rows));
                    return row =>
                    {
                        stage.Add(row);
                        if (++rows % 100_000 == 0)
                        {
                            Progress(new($"Reading {file.FileName}", rows));
                        }
                    };
                },
                () =>
                {
                    stage!.Finish();
                    stage.Dispose();
                    stage = null;
                }
            );
            connection.EndStaging();
            _staged = rows;
            return unread;
        }
        finally
        {
            stage?.Dispose();
        }
    }

    private async Task WriteAsync(ImportWork work, CancellationToken cancel)
    {
        foreach (var file in BundleFiles.All)
        {
            var sofar = work.Report.Added + work.Report.Changed + work.Report.Left;
            Progress(new($"Writing {file.FileName}", sofar) { Phase = ImportPhase.Writing, Of = _staged });
            await (file.Key is null ? new BagRows(work, file).RunAsync(cancel) : new KeyedRows(work, file).RunAsync(cancel));
        }
    }

    private Task AppendAsync(ImportConnection connection, Guid import, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        changes.Count == 0
            ? Task.CompletedTask
            : Ledger.AppendAsync(
                connection.Inner,
                connection.Transaction!,
                Ledger.Imports,
                actor,
                at,
                changes.Select(c => new RowImported(c.File, c.Reference, c.Was, c.Is) { PersonId = c.PersonId, CaseId = c.CaseId, ImportId = import }),
                cancel
            );

    private async Task NoteAsync(ImportConnection connection, Guid id, ImportReport report, CancellationToken cancel)
    {
        await connection.RunAsync(
            "insert into imports (id, at, actor_id, actor_name, name, added, changed, unchanged) values (@id, @at, @actor, @who, @name, @added, @changed, @left)",
            cancel,
            ("@id", id),
            ("@at", at),
            ("@actor", actor.Id),
            ("@who", actor.Name),
            ("@name", name),
            ("@added", (int)report.Added),
            ("@changed", (int)report.Changed),
            ("@left", (int)report.Left)
        );
        await Ledger.AppendAsync(
            connection.Inner,
            connection.Transaction!,
            Ledger.Imports,
            actor,
            at,
            [new CaseloadImported(name, report.Added, report.Changed, report.Left) { ImportId = id }],
            cancel
        );
    }
}
