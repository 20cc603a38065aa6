using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Throughgate.Web.Documents;

/// <summary>
/// Contents on the disk, outside the web root, each under its own key's name and encrypted in pieces of 64 kB with AES-GCM. Each piece is bound to its document,
/// its place and whether it is the last, so that nothing can be exchanged, put in another order or cut off unseen.
/// </summary>
public sealed class DocumentStore(string folder, DocumentKeys keys)
{
    private const int Piece = 64 * 1024;
    private const int Nonce = 12;
    private const int Tag = 16;
    private static readonly byte[] Mark = "TGD1"u8.ToArray();

    public string Folder => folder;

    public DocumentKeys Keys => keys;

    /// <summary>Writes a content whole, or not at all. On the disk when it returns; the row that names it comes after.</summary>
    /// <returns>The content's own key, locked, and the name of the key that locks it.</returns>
    public (byte[] Wrapped, string Master) Keep(Guid document, ReadOnlySpan<byte> content)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = keys.Wrap(key, document, out var master);
        var path = PathOf(document);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(path + ".part", options))
        {
            file.Write(Mark);
            var count = Math.Max(1, (content.Length + Piece - 1) / Piece);
            for (var i = 0; i < count; i++)
            {
                var plain = content.Slice(i * Piece, Math.Min(Piece, content.Length - i * Piece));
                file.Write(DocumentKeys.Seal(plain, key, About(document, i, i == count - 1)));
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path);
        return (wrapped, master);
    }

    /// <summary>The whole content: nothing of it is given out before all of it is known to be right.</summary>
    /// <exception cref="CryptographicException">It was changed, cut, or the key is missing.</exception>
    public byte[] Read(Guid document, byte[] wrapped, string master, int bytes)
    {
        var key = keys.Unwrap(wrapped, master, document);
        var all = File.ReadAllBytes(PathOf(document)).AsSpan();
        if (!all.StartsWith(Mark))
        {
            throw new CryptographicException("This is not a content that was kept here.");
        }

        var content = new byte[bytes];
        var rest = all[Mark.Length..];
        var at = 0;
        for (var i = 0; !rest.IsEmpty; i++)
        {
            var length = Math.Min(rest.Length, Piece + Nonce + Tag);
            var plain = DocumentKeys.Unseal(rest[..length], key, About(document, i, length == rest.Length));
            if (at + plain.Length > bytes)
            {
                throw new CryptographicException("The content is longer than its row says.");
            }

            plain.CopyTo(content, at);
            at += plain.Length;
            rest = rest[length..];
        }

        return at == bytes ? content : throw new CryptographicException("The content is shorter than its row says.");
    }

    public void Remove(Guid document) => File.Delete(PathOf(document));

    public bool Has(Guid document) => File.Exists(PathOf(document));

    /// <summary>Takes away files that no row names, and halves of files: what was being kept when the program was killed.</summary>
    /// <param name="before">Younger files are left: their row may be on its way.</param>
    public int Sweep(IReadOnlySet<Guid> known, DateTimeOffset before)
    {
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        var swept = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList())
        {
            var isKnown = Guid.TryParseExact(Path.GetFileName(path), "N", out var document) && known.Contains(document);
            if (!isKnown && File.GetLastWriteTimeUtc(path) < before.UtcDateTime)
            {
                File.Delete(path);
                swept++;
            }
        }

        return swept;
    }

    /// <summary>Keys of the contents that are there.</summary>
    public IEnumerable<Guid> Kept() =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Guid.TryParseExact(Path.GetFileName(f), "N", out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty) : [];

    private string PathOf(Guid document) => Path.Combine(folder, document.ToString("N")[^2..], document.ToString("N"));

    private static byte[] About(Guid document, int piece, bool isLast)
    {
        var about = new byte[21];
        document.TryWriteBytes(about, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(about.AsSpan(16), piece);
        about[20] = isLast ? (byte)1 : (byte)0;
        return about;
    }
}
