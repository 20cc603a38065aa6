using System.Security.Cryptography;
using System.Text;

namespace Throughgate.Web.Access.SigningIn.Second;

/// <summary>
/// Ten codes for the day on which the telephone is lost, each good once. Sixteen letters and digits of thirty-two that are not taken for one another
/// (80 bits), so that a hash of them tells nothing.
/// </summary>
public static class RecoveryCodes
{
    public const int Count = 10;
    private const int Length = 16;
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static IReadOnlyList<string> New() => [.. Enumerable.Range(0, Count).Select(_ => Grouped(RandomNumberGenerator.GetString(Alphabet, Length)))];

    /// <summary>Bound to the account, so that equal codes of two people do not look equal. However it was typed: small letters, blanks, strokes.</summary>
    public static byte[] Hash(Guid account, string typed) =>
        SHA256.HashData([.. account.ToByteArray(true), .. Encoding.UTF8.GetBytes(string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant())]);

    private static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(c => new string(c)));
}
