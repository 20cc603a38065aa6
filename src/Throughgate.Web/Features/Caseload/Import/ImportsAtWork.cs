using System.Collections.Concurrent;
using System.Text.Json;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Import;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>An upload that is being tried or brought in.</summary>
public sealed class ImportAtWork(Guid id, Guid account, string name, bool rehearsal)
{
    public Guid Id => id;

    public Guid Account => account;

    public string Name => name;

    /// <summary>A dry run.</summary>
    public bool IsRehearsal => rehearsal;

    public ImportProgress Progress { get; set; } = new("Waiting", 0);

    public Task Done { get; set; } = Task.CompletedTask;

    /// <summary>What stopped it; null while it runs. Nothing was written then, unless <see cref="IsWritten"/>.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The caseload is in; what comes after it may still stop.</summary>
    public bool IsWritten { get; set; }
}

/// <summary>
/// Uploads at work, each beside the requests: whoever sent one may leave its page and come back. One that ends leaves its answer with the
/// upload. The program stopping stops it, and nothing is written.
/// </summary>
public sealed partial class ImportsAtWork(Connection database, Uploads uploads, AccessLog log, TimeProvider time, IHostApplicationLifetime life, ILogger<ImportsAtWork> logger) : IHostedService
{
    /// <summary>A request waits so long for a small one, to answer with what came of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, ImportAtWork> _work = new();

    /// <summary>The one that makes everybody else's writes wait: on SQLite, while it writes.</summary>
    public ImportAtWork? Writing =>
        database.IsSqlite ? _work.Values.FirstOrDefault(w => w is { IsRehearsal: false, Fault: null, Progress.Phase: > ImportPhase.Reading }) : null;

    /// <summary>The one with that id, for whoever sent it and nobody else.</summary>
    public ImportAtWork? Find(Guid id, Guid? account) => _work.TryGetValue(id, out var work) && work.Account == account ? work : null;

    public IReadOnlyList<ImportAtWork> Of(Guid? account) => [.. _work.Values.Where(w => w.Account == account).OrderBy(w => w.Id)];

    /// <summary>Forgets one that failed, once its sender was told.</summary>
    public void Forget(ImportAtWork work) => _work.TryRemove(KeyValuePair.Create(work.Id, work));

    public ImportAtWork Try(Guid id, string bundle, string name, Actor actor) =>
        Begin(id, actor, name, true, async work =>
        {
            var outcome = await Import(work, takeTheirs: false).RunAsync(bundle, actor, name, life.ApplicationStopping);
            await uploads.NoteAsync(new(id, actor.Id!.Value, name, bundle, time.GetUtcNow(), DryRun.Of(outcome)), CancellationToken.None);
            if (outcome.IsRefused)
            {
                uploads.Remove(id, whole: false);
            }
        });

    /// <param name="begin">Awaited first. Sent twice, the first is at work and the second changes nothing.</param>
    public ImportAtWork BringIn(Upload upload, bool takeTheirs, Actor actor, Task begin) =>
        Begin(upload.Id, actor, upload.Name, false, async work =>
        {
            await begin.WaitAsync(life.ApplicationStopping);
            var outcome = await Import(work, takeTheirs).RunAsync(upload.Bundle, actor, upload.Name, life.ApplicationStopping);
            var made = outcome.IsRefused ? null : new Made(outcome.Report.Added, outcome.Report.Changed, outcome.Report.Left);
            work.IsWritten = made is not null;
            if (made is not null)
            {
                await log.WriteAsync(Row(actor, upload.Name, made));
            }

            await uploads.NoteAsync(upload with { Seen = DryRun.Of(outcome), Made = made }, CancellationToken.None);
            uploads.Remove(upload.Id, whole: false);
        });

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <remarks>The program told everybody that it stops before it asks for this.</remarks>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_work.Values.Select(w => w.Done)).WaitAsync(cancellationToken);

    private ImportAtWork Begin(Guid id, Actor actor, string name, bool rehearsal, Func<ImportAtWork, Task> run)
    {
        var mine = new ImportAtWork(id, actor.Id!.Value, name, rehearsal);
        var work = _work.GetOrAdd(id, mine);
        if (work == mine)
        {
            uploads.Hold(id);
            work.Done = Task.Run(() => RunAsync(work, run));
        }

        return work;
    }

    private async Task RunAsync(ImportAtWork work, Func<ImportAtWork, Task> run)
    {
        try
        {
            await run(work);
            _work.TryRemove(work.Id, out _);
        }
#pragma warning disable CA1031 // whatever it was, its sender is told on the upload's page
        catch (Exception fault)
#pragma warning restore CA1031
        {
            work.Fault = fault;
            Failed(logger, fault);
        }
        finally
        {
            uploads.LetGo(work.Id);
        }
    }

    private ImportCaseload Import(ImportAtWork work, bool takeTheirs) =>
        new(database, time) { Rehearse = work.IsRehearsal, TakeTheirs = takeTheirs, Progress = p => work.Progress = p };

    private AccessRow Row(Actor actor, string name, Made made) =>
        new()
        {
            Chain = actor.Chain,
            At = time.GetUtcNow(),
            ActorId = actor.Id,
            ActorName = Link.Text(actor.Name),
            Role = actor.Role,
            Action = "POST /import/{id:guid}",
            Outcome = "imported",
            People = "[]",
            Detail = Link.Text(JsonSerializer.Serialize(new SortedDictionary<string, string> { ["imported"] = $"{name}: {made.Added} added, {made.Changed} changed, {made.Left} left" })),
            Hash = [],
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "An import stopped.")]
    private static partial void Failed(ILogger logger, Exception fault);
}
