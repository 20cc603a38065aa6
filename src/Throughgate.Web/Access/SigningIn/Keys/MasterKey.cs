using System.Security.Cryptography;

namespace Throughgate.Web.Access.SigningIn.Keys;

/// <summary>
/// The key that seals the keys in the database, kept apart from it: whoever takes a copy of the database can open neither cookies nor the secrets of
/// authenticator apps with it. A file of 32 random bytes in Base64, named by THROUGHGATE_KEY_FILE.
/// </summary>
public sealed record MasterKey(byte[]? Bytes)
{
    public const string Setting = "THROUGHGATE_KEY_FILE";
    private const int Size = 32;

    /// <summary>Keys are kept as they are.</summary>
    public static MasterKey None { get; } = new((byte[]?)null);

    /// <exception cref="FormatException">A file is named that is not there, or is no such key.</exception>
    public static MasterKey Of(IConfiguration settings)
    {
        if (settings[Setting] is not { Length: > 0 } file)
        {
            return None;
        }

        if (!File.Exists(file))
        {
            throw new FormatException($"{Setting} names {file}, which is not there. Make one with \"cli keys make {file}\" where there was none; else bring back the one that was, because nothing that it sealed can be opened without it.");
        }

        var bytes = new byte[Size];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), bytes, out var read) && read == Size
            ? new(bytes)
            : throw new FormatException($"{file} is no key: it holds {Size} random bytes in Base64, as \"cli keys make\" writes them.");
    }

    /// <summary>Writes a new key, readable by its owner alone. It never writes over a file.</summary>
    public static void Make(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size)));
    }
}
