using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>What is kept of an upload between its dry run and the answer to it: who sent it, what the dry run said, and what came of it.</summary>
public sealed record Upload(Guid Id, Guid Account, string Name, string Bundle, DateTimeOffset At, DryRun Seen, Made? Made = null);

/// <summary>A dry run as its page shows it.</summary>
public sealed record DryRun(
    long Added,
    long Changed,
    long Left,
    IReadOnlyList<FileSeen> Files,
    long ProblemCount,
    IReadOnlyList<Problem> Problems,
    long ConflictCount,
    IReadOnlyList<Data.Import.Opposed> Conflicts,
    long KeptCount,
    IReadOnlyList<Data.Import.Opposed> Kept,
    IReadOnlyList<Data.Import.Warning> Warnings
)
{
    public static DryRun Of(ImportOutcome outcome) =>
        new(
            outcome.Report.Added,
            outcome.Report.Changed,
            outcome.Report.Left,
            [.. BundleFiles.All.Where(f => outcome.Report.Files.ContainsKey(f.Name)).Select(f => outcome.Report.Files[f.Name] is var c ? new FileSeen(f.FileName, c.Added, c.Changed, c.Left) : null!)],
            outcome.ProblemCount,
            outcome.Problems,
            outcome.Report.ConflictCount,
            [.. outcome.Report.Conflicts.Take(200)],
            outcome.Report.KeptCount,
            [.. outcome.Report.Kept.Take(200)],
            outcome.Report.Warnings
        );
}

public sealed record FileSeen(string File, long Added, long Changed, long Left);

/// <summary>What a confirmed import did.</summary>
public sealed record Made(long Added, long Changed, long Left);

/// <summary>
/// Uploads in wait: each in a folder of its own under an unguessable name, outside anything that is served, readable by this program's
/// account only. They go once they are answered, and after an hour in any case.
/// </summary>
public sealed class Uploads(Connection database, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly JsonSerializerOptions Plain = new();

    private readonly string _root = RootOf(database);
    private readonly ConcurrentDictionary<Guid, bool> _held = new();

    /// <summary>Keeps what was sent: one .zip, or CSV files by the names of a bundle. Null when it is neither.</summary>
    public async Task<(Guid Id, string Bundle)?> KeepAsync(IReadOnlyList<IFormFile> files, CancellationToken cancel)
    {
        Clear();
        var id = Guid.CreateVersion7(time.GetUtcNow());
        if (files.Count == 1 && files[0].FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            var zip = Path.Combine(Folder(id), "bundle.zip");
            await WriteAsync(files[0], zip, cancel);
            return (id, zip);
        }

        var known = files.Select(f => BundleFiles.All.FirstOrDefault(b => string.Equals(b.FileName, Path.GetFileName(f.FileName), StringComparison.OrdinalIgnoreCase))).ToList();
        if (files.Count == 0 || known.Contains(null) || known.Distinct().Count() < known.Count)
        {
            return null;
        }

        var bundle = Path.Combine(Folder(id), "bundle");
        MakeFolder(bundle);
        for (var i = 0; i < files.Count; i++)
        {
            await WriteAsync(files[i], Path.Combine(bundle, known[i]!.FileName), cancel);
        }

        return (id, bundle);
    }

    public async Task NoteAsync(Upload upload, CancellationToken cancel)
    {
        await using var file = Create(Path.Combine(Folder(upload.Id), "upload.json"));
        await JsonSerializer.SerializeAsync(file, upload, Plain, cancel);
    }

    /// <summary>The upload, for whoever sent it and nobody else.</summary>
    public async Task<Upload?> FindAsync(Guid id, Guid? account, CancellationToken cancel)
    {
        Clear();
        var note = Path.Combine(_root, id.ToString("N"), "upload.json");
        if (!File.Exists(note))
        {
            return null;
        }

        await using var file = File.OpenRead(note);
        var upload = await JsonSerializer.DeserializeAsync<Upload>(file, Plain, cancel);
        return upload?.Account == account ? upload : null;
    }

    /// <summary>Everything that this account sent and that is still known, oldest first.</summary>
    public async Task<IReadOnlyList<Upload>> OfAsync(Guid? account, CancellationToken cancel)
    {
        var found = new List<Upload>();
        foreach (var folder in Directory.Exists(_root) ? (IEnumerable<string>)Directory.GetDirectories(_root).Order(StringComparer.Ordinal) : [])
        {
            if (Guid.TryParseExact(Path.GetFileName(folder), "N", out var id) && await FindAsync(id, account, cancel) is { } upload)
            {
                found.Add(upload);
            }
        }

        return found;
    }

    /// <summary>Removes the files that were sent, and with <paramref name="whole"/> all that is known of them.</summary>
    public void Remove(Guid id, bool whole)
    {
        var folder = Path.Combine(_root, id.ToString("N"));
        File.Delete(Path.Combine(folder, "bundle.zip"));
        if (Directory.Exists(Path.Combine(folder, "bundle")))
        {
            Directory.Delete(Path.Combine(folder, "bundle"), recursive: true);
        }

        if (whole && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Whatever the hour, it stays until it is let go: it is at work.</summary>
    public void Hold(Guid id) => _held[id] = true;

    public void LetGo(Guid id) => _held.TryRemove(id, out _);

    /// <summary>Removes what nobody answered for an hour.</summary>
    public void Clear()
    {
        if (!Directory.Exists(_root))
        {
            return;
        }

        foreach (var folder in Directory.GetDirectories(_root))
        {
            if (Guid.TryParseExact(Path.GetFileName(folder), "N", out var id) && !_held.ContainsKey(id) && time.GetUtcNow() - MadeAt(id) > Longest)
            {
                try
                {
                    Directory.Delete(folder, recursive: true);
                }
                catch (DirectoryNotFoundException)
                {
                    // Another process cleared it, or its owner took it back.
                }
            }
        }
    }

    /// <summary>Beside a SQLite file; of a PostgreSQL database in a folder of its own, so that two programs on one machine do not clear each other's.</summary>
    private static string RootOf(Connection database)
    {
        if (database.File is { } file)
        {
            return file + "-uploads";
        }

        var one = new Npgsql.NpgsqlConnectionStringBuilder(database.Text);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{one.Host}\n{one.Port}\n{one.Database}")))[..16];
        return Path.Combine(Path.GetTempPath(), $"throughgate-uploads-{Environment.UserName}-{name}");
    }

    // A version-7 key begins with the millisecond it was made in.
    private static DateTimeOffset MadeAt(Guid id) =>
        DateTimeOffset.FromUnixTimeMilliseconds(System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16);

    private string Folder(Guid id)
    {
        MakeFolder(_root);
        var folder = Path.Combine(_root, id.ToString("N"));
        MakeFolder(folder);
        return folder;
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static async Task WriteAsync(IFormFile from, string path, CancellationToken cancel)
    {
        await using var file = Create(path);
        await from.CopyToAsync(file, cancel);
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
