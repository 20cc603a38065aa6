using System.Security.Cryptography;
using System.Text;

namespace Throughgate.Web.Documents;

/// <summary>
/// The keys that the contents' own keys are encrypted with: a file of lines "name, tab, 32 bytes in base64", the newest last. It stands neither in the
/// database nor in the folder of contents, and is backed up apart from both: who has two of the three reads nothing.
/// </summary>
public sealed class DocumentKeys(string path)
{
    private readonly Lock _one = new();
    private Dictionary<string, byte[]>? _keys;
    private DateTime _written;
    private string _newest = "";

    public string Path => path;

    /// <summary>Name of the key that new contents are locked with. The first use makes the file.</summary>
    public string Newest
    {
        get
        {
            Read();
            return _newest;
        }
    }

    public byte[] Wrap(byte[] key, Guid document, out string master)
    {
        master = Newest;
        return Seal(key, Of(master), document.ToByteArray(true));
    }

    /// <exception cref="CryptographicException">The key file lacks the key, or the row was changed.</exception>
    public byte[] Unwrap(byte[] wrapped, string master, Guid document) => Unseal(wrapped, Of(master), document.ToByteArray(true));

    /// <summary>Adds a new key, which is used from now on; the old ones stay until everything is locked anew.</summary>
    public string Add()
    {
        lock (_one)
        {
            Append();
            _keys = null;
        }

        return Newest;
    }

    /// <summary>Takes out every key but the newest.</summary>
    public void ForgetOld()
    {
        lock (_one)
        {
            var last = File.ReadAllLines(path)[^1];
            var temporary = path + ".new";
            Write(temporary, FileMode.Create, last + "\n");
            File.Move(temporary, path, overwrite: true);
            _keys = null;
        }
    }

    internal static byte[] Seal(ReadOnlySpan<byte> plain, byte[] key, byte[] about)
    {
        var sealedBytes = new byte[12 + plain.Length + 16];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, 12));
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(sealedBytes.AsSpan(0, 12), plain, sealedBytes.AsSpan(12, plain.Length), sealedBytes.AsSpan(12 + plain.Length), about);
        return sealedBytes;
    }

    internal static byte[] Unseal(ReadOnlySpan<byte> sealedBytes, byte[] key, byte[] about)
    {
        if (sealedBytes.Length < 28)
        {
            throw new CryptographicException("Too short to have been sealed.");
        }

        var plain = new byte[sealedBytes.Length - 28];
        using var gcm = new AesGcm(key, 16);
        gcm.Decrypt(sealedBytes[..12], sealedBytes[12..^16], sealedBytes[^16..], plain, about);
        return plain;
    }

    private byte[] Of(string name)
    {
        Read();
        return _keys!.TryGetValue(name, out var key) ? key : throw new CryptographicException($"The key file has no key {name}: restore it from where it is kept.");
    }

    private void Read()
    {
        lock (_one)
        {
            // Whoever locks everything anew does it from the command line, beside this program.
            if (_keys is not null && File.GetLastWriteTimeUtc(path) == _written)
            {
                return;
            }

            if (!File.Exists(path))
            {
                Append();
            }

            var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var line in File.ReadAllLines(path))
            {
                if (line.Split('\t') is not [var name, var text] || Convert.FromBase64String(text) is not { Length: 32 } key)
                {
                    throw new CryptographicException("The file of document keys is damaged: restore it from where it is kept.");
                }

                keys[name] = key;
                _newest = name;
            }

            (_keys, _written) = (keys, File.GetLastWriteTimeUtc(path));
        }
    }

    private void Append()
    {
        var name = Guid.CreateVersion7().ToString("N");
        Write(path, FileMode.Append, $"{name}\t{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
    }

    private static void Write(string path, FileMode mode, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
