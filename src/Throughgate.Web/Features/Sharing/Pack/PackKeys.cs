using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Throughgate.Web.Features.Sharing.Pack;

/// <summary>
/// The link and the code of a pack. Neither is kept: the link's key as its hash, the code as one that needs the key to be tried at all, so that a stolen
/// database opens nothing.
/// </summary>
public static class PackKeys
{
    public static (string Key, string Code) New() =>
        (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), RandomNumberGenerator.GetInt32(100_000_000).ToString("00000000", CultureInfo.InvariantCulture));

    public static byte[] HashKey(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public static byte[] HashCode(string key, string code) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(Digits(code)));

    public static bool IsCode(byte[] held, string key, string code) => CryptographicOperations.FixedTimeEquals(held, HashCode(key, code));

    /// <summary>As it is read out: 1234 5678.</summary>
    public static string Spaced(string code) => $"{code[..4]} {code[4..]}";

    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
