using System.Security.Cryptography;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;

namespace Throughgate.Web.History.Anchors;

/// <summary>The file of anchors (THROUGHGATE_ANCHORS) and the key that signs it (THROUGHGATE_ANCHOR_KEY, a PEM file that the database's owner need not read).</summary>
public sealed record AnchorFile(string Path, string KeyPath)
{
    /// <summary>Null where anchors are not set up.</summary>
    /// <exception cref="FormatException">One of the two is missing.</exception>
    public static AnchorFile? Of(string? path, string? key) =>
        (string.IsNullOrWhiteSpace(path), string.IsNullOrWhiteSpace(key)) switch
        {
            (true, true) => null,
            (false, false) => new(path!, key!),
            _ => throw new FormatException("Set both THROUGHGATE_ANCHORS (the file of anchors) and THROUGHGATE_ANCHOR_KEY (the key that signs it; make one with: cli audit key FILE), or neither."),
        };

    /// <summary>Makes a key pair: the private key in the file, readable by its owner alone, the public one beside it with .pub.</summary>
    public static void MakeKey(string path)
    {
        if (File.Exists(path))
        {
            throw new RefusedException($"{path} is there already. A key is never written over: anchors that it signed could no longer be checked.");
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(path, options))
        using (var text = new StreamWriter(file))
        {
            text.WriteLine(key.ExportPkcs8PrivateKeyPem());
        }

        File.WriteAllText($"{path}.pub", key.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    /// <summary>Every anchor, in order. A line that was changed, taken out or not signed by the key stops the reading with its number.</summary>
    public static async Task<IReadOnlyList<Anchor>> ReadAsync(string path, string key, CancellationToken cancel = default)
    {
        using var signer = Key(key);
        var (before, number, anchors) = (Anchor.First, 0, new List<Anchor>());
        await foreach (var line in File.ReadLinesAsync(path, cancel))
        {
            number++;
            if (Anchor.Read(line) is not { } anchor || !anchor.IsSignedBy(signer))
            {
                throw new RefusedException($"{path}, line {number}: not an anchor that this key signed.");
            }

            if (anchor.Before != before)
            {
                throw new RefusedException($"{path}, line {number}: the line before it was changed or taken out.");
            }

            anchors.Add(anchor);
            before = Anchor.HashOf(line);
        }

        return anchors;
    }

    /// <summary>Anchors every chain as it stands. Refuses where a chain no longer holds what was anchored last: the tail was cut, or rows were changed.</summary>
    public async Task<IReadOnlyList<Anchor>> WriteAsync(Connection database, DateTimeOffset at, CancellationToken cancel = default)
    {
        var known = File.Exists(Path) ? await ReadAsync(Path, KeyPath, cancel) : [];
        await using var connection = await database.OpenAsync(cancel: cancel);
        foreach (var last in known.GroupBy(a => a.Chain, StringComparer.Ordinal).Select(g => g.Last()))
        {
            if (await ChainHeads.HashAtAsync(connection, last.Chain, last.Seq, cancel) != last.Hash)
            {
                throw new RefusedException($"Row {last.Seq} of {last.Chain} was anchored on {last.At:yyyy-MM-dd} and is not there any more, or is another. Nothing was anchored; run: cli audit verify --anchors {Path}");
            }
        }

        using var signer = Key(KeyPath);
        var before = known.Count == 0 ? Anchor.First : Anchor.HashOf(known[^1].Line);
        var written = new List<Anchor>();
        await using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
        foreach (var (chain, seq, hash) in await ChainHeads.ReadAsync(connection, cancel))
        {
            var anchor = Anchor.Sign(at, chain, seq, hash, before, signer);
            written.Add(anchor);
            before = Anchor.HashOf(anchor.Line);
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(anchor.Line + "\n"), cancel);
        }

        file.Flush(flushToDisk: true);
        return written;
    }

    /// <summary>When the last anchor was written; null where none was.</summary>
    public async Task<DateTimeOffset?> LastAsync(CancellationToken cancel = default) =>
        File.Exists(Path) && Anchor.Read((await File.ReadAllLinesAsync(Path, cancel)).LastOrDefault() ?? "") is { } last ? last.At : null;

    private static ECDsa Key(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }
}

/// <summary>Anchors as this server has them: every morning, or not at all (null).</summary>
public sealed record Anchoring(AnchorFile? File)
{
    /// <summary>Anchors every chain, once a day. What refuses or fails is told to whoever reads the server's own log, and tried again.</summary>
    public async Task MorningAsync(Connection database, TimeProvider time, CancellationToken cancel)
    {
        if (File is { } file && !(await file.LastAsync(cancel) is { } last && DateOnly.FromDateTime(London.Civil(last)) >= DateOnly.FromDateTime(London.Civil(time.GetUtcNow()))))
        {
            await file.WriteAsync(database, time.GetUtcNow(), cancel);
        }
    }
}
