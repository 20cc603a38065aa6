using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Throughgate.Web.History.Anchors;

/// <summary>
/// How a chain stood at an instant, signed, in a file outside the database: who can write the database can then neither cut the chain's tail nor make
/// the chain anew without being found. Each line also holds the hash of the one before.
/// </summary>
/// <param name="Before">SHA-256 of the line before, in hexadecimal; of the first line 64 zeros.</param>
public sealed record Anchor(DateTimeOffset At, string Chain, long Seq, string Hash, string Before, string Signature)
{
    public static string First { get; } = new('0', 64);

    /// <summary>As it stands in the file.</summary>
    public string Line => $"{Signed}\t{Signature}";

    /// <summary>What is signed.</summary>
    public string Signed => string.Create(CultureInfo.InvariantCulture, $"throughgate-anchor-1\t{At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\t{Chain}\t{Seq}\t{Hash}\t{Before}");

    public static Anchor Sign(DateTimeOffset at, string chain, long seq, string hash, string before, ECDsa key)
    {
        var plain = new Anchor(at, chain, seq, hash, before, "");
        return plain with { Signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(plain.Signed), HashAlgorithmName.SHA256)) };
    }

    /// <summary>Whether this key signed it.</summary>
    public bool IsSignedBy(ECDsa key)
    {
        var signature = new byte[Signature.Length];
        return Convert.TryFromBase64String(Signature, signature, out var length) && key.VerifyData(Encoding.UTF8.GetBytes(Signed), signature.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    /// <summary>Null where the line is not one.</summary>
    public static Anchor? Read(string line) =>
        line.Split('\t') is ["throughgate-anchor-1", var at, var chain, var seq, var hash, var before, var signature]
        && DateTimeOffset.TryParseExact(at, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(instant, chain, number, hash, before, signature)
            : null;

    public static string HashOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
}
