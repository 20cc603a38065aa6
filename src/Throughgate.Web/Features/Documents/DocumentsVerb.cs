using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Documents;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Documents;

/// <summary><c>documents rotate</c> and <c>documents check</c>: new keys for all contents, and whether each can be read.</summary>
public static class DocumentsVerb
{
    public static Command Command(Terminal terminal) => new("documents", "Keys and contents of attached documents.") { Rotate(terminal), Check(terminal) };

    /// <summary>Locks every content's key with a new master key. Contents stay as they are; reading goes on meanwhile.</summary>
    public static async Task<int> RotateAsync(Connection database, DocumentStore store, Access.Actor actor, TimeProvider time, CancellationToken cancel = default)
    {
        var master = store.Keys.Add();
        await using var db = database.Context();
        var documents = await db.Set<Document>().IgnoreQueryFilters().AsNoTracking().Where(d => d.WrappedKey != null && d.MasterKey != master).ToListAsync(cancel);
        foreach (var document in documents)
        {
            var key = store.Keys.Unwrap(document.WrappedKey!, document.MasterKey!, document.Id);
            await db.RelockAsync(document.Id, document.MasterKey!, store.Keys.Wrap(key, document.Id, out var name), name, cancel);
        }

        if (!await db.Set<Document>().IgnoreQueryFilters().AnyAsync(d => d.WrappedKey != null && d.MasterKey != master, cancel))
        {
            store.Keys.ForgetOld();
        }

        await db.SaveAsync(actor, time, new DocumentKeysRotated(documents.Count, master));
        return documents.Count;
    }

    private static Command Rotate(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var rotate = new Command("rotate", "Lock every document's key with a new one, and forget the old. Stop the server first, and back the key file up before and after.") { db };
        rotate.SetAction(
            async (parsed, cancel) =>
            {
                var database = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                await terminal.Output.WriteLineAsync($"{await RotateAsync(database, Store(database), terminal.Who, terminal.Time, cancel)} documents locked anew");
                return Exit.Done;
            }
        );
        return rotate;
    }

    private static Command Check(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var check = new Command("check", "Read every document and say which cannot be: after a restore, say.") { db };
        check.SetAction(
            async (parsed, cancel) =>
            {
                var database = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                var store = Store(database);
                await using var context = database.Context();
                var (whole, broken) = (0, 0);
                await foreach (var document in context.Set<Document>().IgnoreQueryFilters().AsNoTracking().Where(d => d.WrappedKey != null).AsAsyncEnumerable().WithCancellation(cancel))
                {
                    try
                    {
                        store.Read(document.Id, document.WrappedKey!, document.MasterKey!, document.Bytes);
                        whole++;
                    }
                    catch (Exception fault) when (fault is IOException or CryptographicException)
                    {
                        broken++;
                        await terminal.Error.WriteLineAsync($"{document.Id} cannot be read: {fault.GetType().Name}");
                    }
                }

                await terminal.Output.WriteLineAsync($"{whole} documents whole, {broken} broken");
                return broken == 0 ? Exit.Done : Exit.Refused;
            }
        );
        return check;
    }

    private static DocumentStore Store(Connection database) =>
        DocumentSettings.Of(database, Environment.GetEnvironmentVariable("THROUGHGATE_DOCUMENTS"), Environment.GetEnvironmentVariable("THROUGHGATE_DOCUMENT_KEYS")).Store
        ?? throw new RefusedException("Documents are not set up: set THROUGHGATE_DOCUMENTS and THROUGHGATE_DOCUMENT_KEYS.");
}
